"""Backup and restore: real copies, really put back; nothing else is believed to be one."""

import pathlib
import re
import sqlite3

import pytest
import requests
from scheduler0.types import ProjectDeleteRequestBody

from support.world import ACCOUNT, PROJECT, REQUEST_ID, ids, job, refused


def cluster_task(world, answer):
    """The ended task of a backup or restore, read by the operator who started it."""
    assert REQUEST_ID.match(answer["data"]["requestId"])
    return world.operator.get_async_task(answer["data"]["requestId"], account_id_override=ACCOUNT)["data"]


def folder_of(world, server):
    """Where the backups of a named world lie: no world sees those of another."""
    folder = server.backups / "worlds" / world.name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backup(world):
    """Makes a backup; the path of its file."""
    answer = world.operator.backup_database()
    assert answer["data"]["status"] == "backup initiated"
    task = cluster_task(world, answer)
    assert (task["state"], task["service"]) == (2, "backup-database"), task
    return pathlib.Path(re.match(r"^Backup completed \(local only\), path: (.+)$", task["output"])[1])


def restore(world, name):
    answer = world.operator.restore_database(str(name))
    assert answer["data"]["status"] == "restore initiated"
    return cluster_task(world, answer)


def test_a_backup_is_a_database_in_the_backup_folder(world, server):
    path = backup(world)
    assert path.resolve().parent == folder_of(world, server).resolve()
    assert path.suffix == ".db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"projects", "jobs"} <= tables


def test_the_secrets_in_a_backup_are_encrypted(world):
    row, _ = world.credential("read")
    assert row["plaintextSecret"].encode() not in backup(world).read_bytes()


@pytest.mark.parametrize("name_only", [True, False])
def test_a_restore_puts_everything_back(world, name_only):
    kept = world.new_project("Kept")["id"]
    made = world.new_job()["id"]
    row, client = world.credential("read")
    path = backup(world)
    lost = world.new_project("Lost")["id"]
    world.api.delete_project(kept, ProjectDeleteRequestBody(deleted_by="me"))
    world.new_job()
    task = restore(world, path.name if name_only else path)
    assert (task["state"], task["output"]) == (2, "Restore completed")
    assert sorted(ids(world.api.list_projects()["data"]["projects"])) == [PROJECT, kept]
    assert lost not in ids(world.api.list_projects()["data"]["projects"])
    assert ids(world.api.list_jobs()["data"]["jobs"]) == [made]
    assert client.get_project(kept)["data"]["name"] == "Kept"
    assert world.new_project("Next")["id"] == kept + 1


def test_life_goes_on_after_a_restore(world):
    path = backup(world)
    world.new_jobs(job(), job())
    for _ in range(2):
        assert restore(world, path.name)["state"] == 2
        assert ids(world.new_job() for _ in range(5)) == [1, 2, 3, 4, 5]
        assert world.api.list_jobs()["data"]["total"] == 5
        backup(world)


def test_two_backups_are_two_files(world):
    first, second = backup(world), backup(world)
    assert first != second
    assert first.exists() and second.exists()


def not_restored(world, name):
    """A restore may be refused at once or by its task; either way nothing changes."""
    project = world.new_project("Still here")["id"]
    try:
        task = restore(world, name)
    except requests.HTTPError as error:
        assert error.response.status_code in (400, 404)
    else:
        assert task["state"] == 3, task
        assert task["output"]
    assert world.api.get_project(project)["data"]["name"] == "Still here"


def test_a_missing_file_is_not_restored(world):
    not_restored(world, "db-20260212-114810.db")


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd", "..", ".", "a\u0000b", "%2e%2e/x.db"])
def test_nothing_outside_the_folder_is_restored(world, name):
    not_restored(world, name)


def test_a_link_out_of_the_folder_is_not_followed(world, server, tmp_path):
    backup(world).rename(tmp_path / "outside.db")
    link = folder_of(world, server) / "link.db"
    link.symlink_to(tmp_path / "outside.db")
    try:
        not_restored(world, "link.db")
    finally:
        link.unlink()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_file_that_is_no_backup_is_not_restored(world, server, content):
    path = folder_of(world, server) / f"{world.name}.db"
    path.write_bytes(content)
    not_restored(world, path.name)


def test_another_database_is_not_restored(world, server):
    path = folder_of(world, server) / f"{world.name}.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    not_restored(world, path.name)


def test_a_damaged_backup_is_not_restored(world, server):
    whole = backup(world).read_bytes()
    path = folder_of(world, server) / f"{world.name}.db"
    path.write_bytes(whole[: len(whole) // 2])
    not_restored(world, path.name)


def test_a_restore_names_its_file(world):
    with refused(400, exactly="filePath is required"):
        world.operator.restore_database("")


def test_who_may(world):
    assert world.api.backup_database()["data"]["status"] == "backup initiated"
    writer = world.scoped("read", "write", "execute")
    with refused(403, exactly="credential missing required scope: admin"):
        writer.backup_database()
    with refused(403, exactly="credential missing required scope: admin"):
        writer.restore_database("db.db")
    with refused(401):
        world.anonymous().backup_database()


def test_the_task_of_a_backup_is_the_operators(world):
    """It belongs to the system account: an operator reads it, a key without the admin scope does not."""
    request = world.operator.backup_database()["data"]["requestId"]
    assert world.operator.get_async_task(request, account_id_override="1")["data"]["state"] == 2
    with refused(404, "task doesn't exist"):
        world.scoped("read").get_async_task(request)


def test_who_starts_a_backup_can_follow_it(world):
    request = world.api.backup_database()["data"]["requestId"]
    assert world.api.get_async_task(request)["data"]["state"] == 2
