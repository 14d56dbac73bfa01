"""Async tasks: what became of a request that was answered with 202."""

import json
import threading

import pytest

from support.world import REQUEST_ID, assert_utc, job, refused


def test_a_finished_task_tells_everything(world):
    request = world.api.create_job(job(data="payload"))["data"]
    task = world.api.get_async_task(request)["data"]
    assert isinstance(task["id"], int)
    assert task["requestId"] == request
    assert task["service"] == "create_job"
    assert task["state"] == 2
    assert_utc(task["dateCreated"])
    (asked,) = json.loads(task["input"])
    (made,) = json.loads(task["output"])
    assert asked["data"] == made["data"] == "payload"
    assert made["id"] == 1
    assert world.api.get_async_task(request)["data"] == task


def test_every_request_has_a_task_of_its_own(world):
    requests = [world.api.create_job(job())["data"] for _ in range(3)]
    assert len(set(requests)) == 3
    assert all(REQUEST_ID.match(request) for request in requests)
    tasks = [world.api.get_async_task(request)["data"] for request in requests]
    assert [task["requestId"] for task in tasks] == requests
    assert len({task["id"] for task in tasks}) == 3


@pytest.mark.parametrize("request_id", ["request-id", "0" * 27, "1"])
def test_an_unknown_task_is_404(world, request_id):
    with refused(404, "task doesn't exist"):
        world.api.get_async_task(request_id)


def test_a_task_belongs_to_its_account(world):
    request = world.api.create_job(job())["data"]
    with refused(404, "task doesn't exist"):
        world.api.get_async_task(request, account_id_override="456")


def test_tasks_need_the_read_scope(world):
    request = world.api.create_job(job())["data"]
    assert world.scoped("read").get_async_task(request)["data"]["state"] == 2
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("write").get_async_task(request)
    with refused(401):
        world.anonymous().get_async_task(request)


@pytest.mark.virtual_time
def test_a_get_waits_until_the_task_ends(world):
    world.admin("PUT", "/tasks", {"mode": "manual"})
    request = world.api.create_job(job())["data"]
    answers = []
    reader = threading.Thread(target=lambda: answers.append(world.client().get_async_task(request)["data"]))
    reader.start()
    reader.join(timeout=0.2)
    assert reader.is_alive(), "answered before the task had ended"
    assert world.api.list_jobs()["data"]["total"] == 0
    world.admin("POST", f"/tasks/{request}", {"state": 1})
    reader.join(timeout=0.2)
    assert reader.is_alive(), "answered while the task was in progress"
    world.admin("POST", f"/tasks/{request}", {"state": 2})
    reader.join(timeout=5)
    assert [answer["state"] for answer in answers] == [2]
    assert world.api.list_jobs()["data"]["total"] == 1


@pytest.mark.virtual_time
def test_a_failed_task_creates_nothing_and_says_why(world):
    world.admin("PUT", "/tasks", {"mode": "manual"})
    request = world.api.create_job(job())["data"]
    why = '{"Message":"failed to batch insert job repository: disk is full","Type":500}'
    world.admin("POST", f"/tasks/{request}", {"state": 3, "output": why})
    task = world.api.get_async_task(request)["data"]
    assert (task["state"], task["output"]) == (3, why)
    assert world.api.list_jobs()["data"]["total"] == 0
