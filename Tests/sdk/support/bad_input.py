"""What every test of bad input shares."""

import json

import pytest

from support.world import PROJECT, YEARLY

GOOD_PROJECT = {"name": "n", "description": "d", "createdBy": "me"}
GOOD_JOB = {"projectId": PROJECT, "timezone": "UTC", "spec": YEARLY, "createdBy": "me"}


@pytest.fixture(autouse=True)
def server_lives_on(world):
    """Whatever a test did: the next request is answered, and the seed's project is still there."""
    yield
    answer = world.raw("GET", f"/projects/{PROJECT}")
    assert answer.status == 200
    assert answer.data["id"] == PROJECT


def raw_job(**values):
    """The text of a POST /jobs body of a good job, in which some values are given as raw JSON."""
    members = {**{name: json.dumps(value) for name, value in GOOD_JOB.items()}, **values}
    return ("[{" + ", ".join(f"{json.dumps(name)}: {value}" for name, value in members.items()) + "}]").encode()


def refused_clearly(answer, statuses=(400, 422)):
    assert answer.status in statuses, answer.body[:300]
    assert answer.json["success"] is False
    assert answer.text
    assert len(answer.body) < 5000
