"""The data file: everything acknowledged survives kill -9, and every task is finished once."""

import pathlib
import sqlite3
import threading
import time

import pytest

from support.server import Server
from support.world import PROJECT, World, ids, job

TASKS = 30
JOBS_A_TASK = 20


@pytest.fixture
def database(tmp_path):
    return tmp_path / "data.db"


def test_everything_acknowledged_survives_kill_9(database):
    server = Server("--database", database).start()
    try:
        world = World(server)
        project = world.new_project("Lasting")
        executor = world.new_executor("lasting")["id"]
        made = world.new_job(project_id=project["id"], executor_id=executor, data="payload")["id"]
        row, _ = world.credential("read")
        world.api.add_account_tokens("123", 7)
        request = world.api.create_job(job(data="last"))["data"]
        server.kill()
        server.start()
        world = World(server)
        assert world.api.get_project(project["id"])["data"]["name"] == "Lasting"
        assert world.api.get_executor(executor)["data"]["name"] == "lasting"
        assert world.api.get_job(made)["data"]["data"] == "payload"
        assert world.client(row["apiKey"], row["plaintextSecret"]).list_projects()["data"]["total"] == 2
        assert world.api.get_account_tokens("123")["data"] == {"tokens": 1007}
        assert world.api.get_async_task(request)["data"]["state"] == 2
        payloads = [row["data"] for row in world.api.list_jobs()["data"]["jobs"]]
        assert sorted(payloads) == ["last", "payload"]
        assert world.new_project("Next")["id"] == project["id"] + 1
        assert server.stop() == 0
    finally:
        server.kill()


def test_a_flood_of_tasks_cut_off_by_kill_9_is_finished_once(database):
    """Every acknowledged batch is there, whole and once; a batch that was not acknowledged is whole or absent."""
    server = Server("--database", database).start()
    try:
        world = World(server)
        acknowledged = []

        def flood():
            client = world.client()
            try:
                for n in range(TASKS):
                    batch = [job(data=f"batch {n}") for _ in range(JOBS_A_TASK)]
                    acknowledged.append((n, client.batch_create_jobs(batch)["data"]))
            except Exception:
                return  # The server is gone.

        writer = threading.Thread(target=flood)
        writer.start()
        limit = time.monotonic() + 10
        while len(acknowledged) < TASKS // 3 and time.monotonic() < limit:
            time.sleep(0.001)
        server.kill()
        writer.join(timeout=10)
        server.start()
        world = World(server)
        assert len(acknowledged) >= TASKS // 3
        for _, request in acknowledged:
            assert world.api.get_async_task(request)["data"]["state"] == 2
        counts = {}
        total = world.api.list_jobs(limit=1)["data"]["total"]
        for offset in range(0, total, 100):
            for row in world.api.list_jobs(limit=100, offset=offset, order_by="id")["data"]["jobs"]:
                counts[row["data"]] = counts.get(row["data"], 0) + 1
        assert set(counts.values()) == {JOBS_A_TASK}
        assert {f"batch {n}" for n, _ in acknowledged} <= set(counts)
        assert len(counts) <= len(acknowledged) + 1
        assert server.stop() == 0
    finally:
        server.kill()


@pytest.mark.virtual_time
def test_a_task_unfinished_at_the_kill_is_finished_once(database):
    server = Server("--database", database).start()
    try:
        world = World(server)
        world.admin("PUT", "/tasks", {"mode": "after", "delay": "PT1S"})
        request = world.api.create_job(job(data="late"))["data"]
        assert world.api.list_jobs()["data"]["total"] == 0
        server.kill()
        server.start()
        world = World(server)
        assert world.api.get_async_task(request)["data"]["state"] == 2
        assert [row["data"] for row in world.api.list_jobs()["data"]["jobs"]] == ["late"]
        server.kill()
        server.start()
        assert World(server).api.list_jobs()["data"]["total"] == 1
        assert server.stop() == 0
    finally:
        server.kill()


def test_a_graceful_stop_leaves_a_file_that_opens_again(database):
    with Server("--database", database) as server:
        World(server).new_project("Lasting")
    with Server("--database", database) as server:
        names = [row["name"] for row in World(server).api.list_projects()["data"]["projects"]]
        assert names[0] == "Lasting" and len(names) == 2


def test_the_data_file_is_plain_tables_without_secrets(database):
    with Server("--database", database) as server:
        world = World(server)
        world.new_project("Readable")
        world.new_executor()
        row, _ = world.credential("read")
        secret = row["plaintextSecret"]
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM projects ORDER BY id")]
        assert names[-1] == "Readable"
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for path in pathlib.Path(database).parent.glob("data.db*"):
        content = path.read_bytes()
        assert secret.encode() not in content
        assert b"hush-hush" not in content


def test_only_the_default_world_is_in_the_file(database):
    with Server("--database", database) as server:
        World(server, "elsewhere").new_project("Fleeting")
    with Server("--database", database) as server:
        assert ids(World(server).api.list_projects()["data"]["projects"]) == [PROJECT]
        assert ids(World(server, "elsewhere").api.list_projects()["data"]["projects"]) == [PROJECT]
