"""Ids, queries and paths that are wrong, odd, or meant to deceive."""

import pytest

from support import raw
from support.bad_input import refused_clearly, server_lives_on  # noqa: F401 (the fixture runs for every test of this file)
from support.world import KEY

# Ids


WRONG_IDS = [
    "abc",
    "1.5",
    "0x10",
    "1e3",
    "99999999999999999999",
    "%20123",
    "123%20",
    "%EF%BC%91",
    "1_000",
    "%00",
    "+-1",
    "%ff",
    "'",
]


@pytest.mark.parametrize("wrong", WRONG_IDS)
@pytest.mark.parametrize("plural", ["projects", "jobs", "executors", "credentials", "accounts"])
def test_wrong_ids(world, plural, wrong):
    refused_clearly(world.raw("GET", f"/{plural}/{wrong}"), (400, 404))


@pytest.mark.parametrize("unknown", ["0", "-1", "9223372036854775807"])
@pytest.mark.parametrize("plural", ["projects", "jobs", "executors", "credentials"])
def test_unknown_ids(world, plural, unknown):
    refused_clearly(world.raw("GET", f"/{plural}/{unknown}"), (400, 404))


# Query


def test_an_empty_parameter_is_none(world):
    answer = world.raw("GET", "/projects?limit=&offset=&orderBy=&orderByDirection=")
    assert (answer.status, answer.data["limit"], answer.data["offset"]) == (200, 10, 0)


@pytest.mark.parametrize(
    "query", ["limit=-1", "limit=99999999999999999999", "offset=99999999999999999999", "limit=1e2"]
)
def test_numbers_out_of_reach(world, query):
    for plural in ("projects", "jobs", "executors", "credentials"):
        refused_clearly(world.raw("GET", f"/{plural}?{query}"), (400, 429))


def test_a_negative_offset_is_never_a_crash(world):
    for path in ("/projects?offset=-1", "/jobs?offset=-1", "/executions?offset=-1", "/executions?limit=-1"):
        assert world.raw("GET", path).status in (200, 400, 429)


def test_an_offset_past_the_end_is_an_empty_page(world):
    answer = world.raw("GET", "/projects?offset=9223372036854775807")
    assert answer.status in (200, 400)
    if answer.status == 200:
        assert answer.data["projects"] == []


@pytest.mark.parametrize(
    "query", ["limit=5&limit=6", "limit=5;offset=1", "%zz=1", "limit=%zz", "=", "&&&", "a[b]=c", "?" * 50]
)
def test_odd_queries(world, query):
    assert world.raw("GET", f"/projects?{query}").status in (200, 400)


def test_sql_in_every_parameter(world):
    world.new_job()
    for value in ("1%20OR%201=1", "1;DROP%20TABLE%20jobs", "%27%20UNION%20SELECT%201--", "id%20DESC--"):
        for name in ("limit", "offset", "orderBy", "orderByDirection", "projectId"):
            refused_clearly(world.raw("GET", f"/jobs?{name}={value}"), (400, 404))
        for name in ("limit", "offset", "startDate", "endDate", "projectId", "jobId", "state", "orderBy"):
            refused_clearly(world.raw("GET", f"/executions?{name}={value}"), (400,))
    assert world.api.list_jobs()["data"]["total"] == 1


# Paths


@pytest.mark.parametrize(
    "path",
    [
        "//projects",
        "/projects//",
        "/./projects",
        "/x/../projects",
        "/projects/..",
        "/../v1/projects",
        "/projects/%2e%2e",
        "/projects%2f123",
        "/projects/123%2f..",
        "/projects/123/",
        "/PROJECTS",
        "/projects;a=b",
        "/projects/123/extra",
        "/..%2f..%2f__admin/state",
        "/%2e%2e/%2e%2e/__admin/state",
        "/projects\\123",
        "/projects/%zz",
        "/%",
        "/projects%00",
    ],
)
def test_tricks_with_the_path(world, path):
    """Not found, refused, or sent to the clean path; never something else than was asked for."""
    answer = world.raw("GET", path, {})
    assert answer.status in (301, 307, 308, 400, 401, 404), answer.body[:200]
    if answer.status in (301, 307, 308):
        assert not {"", ".", ".."} & set(answer.headers["Location"].rstrip("/").split("/")[1:])
    assert b"apiKey" not in answer.body and b"api-secret" not in answer.body


def test_another_world_is_not_reached_by_the_path(server, world):
    world.new_project("Hidden")
    for target in (f"/worlds/x/../{world.name}/api/v1/projects", f"/worlds/x/%2e%2e/{world.name}/api/v1/projects"):
        answer = raw.exchange(server.base_url, "GET", target, KEY)
        assert b"Hidden" not in answer.body or answer.status != 200
