"""Worlds, reset, snapshots and state, seen through the SDK."""

import json

import pytest
from scheduler0.types import ProjectDeleteRequestBody

from support import raw
from support.world import KEY, PROJECT, World, ids


def names(world):
    return [row["name"] for row in world.api.list_projects(limit=100)["data"]["projects"]]


def test_worlds_do_not_see_each_other(server, world, world_name):
    other = World(server, "x" + world_name[1:])
    mine, theirs = world.new_project("Mine"), other.new_project("Theirs")
    assert mine["id"] == theirs["id"]
    assert "Theirs" not in names(world) and "Mine" not in names(other)
    row, client = world.credential("read")
    assert client.list_projects()["success"]
    elsewhere = raw.exchange(
        other.base_url,
        "GET",
        "/api/v1/projects",
        {"X-API-Key": row["apiKey"], "X-Secret-Key": row["plaintextSecret"], "X-Account-ID": "123"},
    )
    assert elsewhere.status == 401


def test_the_same_requests_give_the_same_ids(server, world, world_name):
    other = World(server, "y" + world_name[1:])
    for one in (world, other):
        one.new_project()
        one.new_executor()
        one.new_job()
    assert names(world) == names(other)
    assert ids(world.api.list_jobs()["data"]["jobs"]) == ids(other.api.list_jobs()["data"]["jobs"]) == [1]


def test_the_default_world_is_another(server, world):
    world.new_project("Elsewhere")
    answer = raw.exchange(server.base_url, "GET", "/api/v1/projects", KEY)
    assert answer.status == 200
    assert b"Elsewhere" not in answer.body


def test_reset_goes_back_to_the_seed(world):
    world.new_project()
    world.new_job()
    row, client = world.credential("read")
    world.admin("POST", "/reset")
    assert ids(world.api.list_projects()["data"]["projects"]) == [PROJECT]
    assert world.api.list_jobs()["data"]["total"] == 0
    with pytest.raises(Exception, match="401|unauthorized"):
        client.list_projects()
    assert world.new_project()["id"] == PROJECT + 1


def test_snapshots(world):
    kept = world.new_project("Kept")["id"]
    world.admin("PUT", "/snapshots/before")
    world.new_project("Lost")
    world.api.delete_project(kept, ProjectDeleteRequestBody(deleted_by="me"))
    assert "before" in json.dumps(world.admin("GET", "/snapshots"))
    for _ in range(2):
        world.admin("POST", "/snapshots/before/restore")
        assert sorted(names(world)) == sorted(["Kept"] + [name for name in names(world) if name != "Kept"])
        assert "Lost" not in names(world)
        assert world.new_project("Again")["id"] == kept + 1
    world.admin("DELETE", "/snapshots/before")
    assert "before" not in json.dumps(world.admin("GET", "/snapshots"))


def test_state_goes_out_and_in(server, world, world_name):
    world.new_project("Carried")
    made = world.new_job(data="payload")
    row, _ = world.credential("read")
    state = world.admin("GET", "/state")
    other = World(server, "z" + world_name[1:])
    other.admin("PUT", "/state", state)
    assert other.api.get_job(made["id"])["data"]["data"] == "payload"
    assert "Carried" in names(other)
    assert other.client(row["apiKey"], row["plaintextSecret"]).list_projects()["success"]
    assert other.admin("GET", "/state") == state


def test_worlds_are_listed_and_dropped(server, world):
    world.new_project()
    listed = raw.exchange(server.base_url, "GET", "/__admin/worlds")
    assert world.name in listed.body.decode()
    dropped = raw.exchange(server.base_url, "DELETE", f"/__admin/worlds/{world.name}")
    assert 200 <= dropped.status < 300
    assert world.name not in raw.exchange(server.base_url, "GET", "/__admin/worlds").body.decode()
    assert ids(world.api.list_projects()["data"]["projects"]) == [PROJECT]


def test_health_of_the_control_api(server):
    health = raw.exchange(server.base_url, "GET", "/__admin/health").json
    assert health["status"] == "ok"
    assert health["version"]
    assert health["uptimeSeconds"] >= 0


@pytest.mark.parametrize("name", ["a" * 65, "a%2Fb", "a b".replace(" ", "%20"), "%00", "ä".encode().hex(), ""])
def test_names_of_worlds(server, name):
    answer = raw.exchange(server.base_url, "GET", f"/worlds/{name}/api/v1/healthcheck")
    expected = (200,) if name.isalnum() and len(name) <= 64 else (301, 400, 404)
    assert answer.status in expected
