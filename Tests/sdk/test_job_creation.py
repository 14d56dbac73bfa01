"""Jobs are created in batches, by an async task, all of them or none."""

import json

import pytest
from scheduler0.types import FeatureRequest

from support.world import (
    EXECUTOR,
    PROJECT,
    REQUEST_ID,
    YEARLY,
    assert_utc,
    ids,
    job,
    refused,
)

WHOLE = {
    "executor_id": EXECUTOR,
    "data": "job payload data",
    "spec": "0 30 * * * *",
    "start_date": "2124-01-01T00:00:00Z",
    "end_date": "2124-12-31T23:59:59Z",
    "retry_max": 3,
    "status": "active",
    "created_by": "user@example.com",
}


def test_create_job_answers_a_request_id(world):
    answer = world.api.create_job(job(**WHOLE))
    assert answer["success"] is True
    assert REQUEST_ID.match(answer["data"])


def test_the_location_of_a_created_job_is_its_task(world):
    answer = world.raw("POST", "/jobs", body=[{"projectId": 123, "timezone": "UTC", "spec": YEARLY}])
    assert answer.status == 202
    assert answer.headers["Location"] == f"/async-tasks/{answer.data}"


def test_the_job_exists_when_its_task_has_ended(world):
    task = world.api.get_async_task(world.api.create_job(job(**WHOLE))["data"])["data"]
    assert task["state"] == 2
    (made,) = json.loads(task["output"])
    read = world.api.get_job(made["id"])["data"]
    assert read["id"] == made["id"] == 1
    assert read["projectId"] == PROJECT
    assert read["accountId"] == 123
    assert read["executorId"] == EXECUTOR
    assert read["data"] == "job payload data"
    assert read["spec"] == "0 30 * * * *"
    assert read["startDate"] == "2124-01-01T00:00:00Z"
    assert read["endDate"] == "2124-12-31T23:59:59Z"
    assert read["timezone"] == "UTC"
    assert read["retryMax"] == 3
    assert read["status"] == "active"
    assert read["createdBy"] == "user@example.com"
    assert_utc(read["dateCreated"])


def test_what_a_job_gets_without_asking(world):
    made = world.new_jobs(job(created_by=None))[0]
    read = world.api.get_job(made["id"])["data"]
    assert read["status"] == "active"
    assert read.get("endDate") is None
    assert read.get("lastExecutionDate") is None
    assert read.get("executorId") is None
    assert not read.get("createdBy")


def test_past_dates_are_accepted(world):
    made = world.new_job(start_date="2024-01-01T00:00:00Z", end_date="2024-12-31T23:59:59Z")
    assert world.api.get_job(made["id"])["data"]["endDate"] == "2024-12-31T23:59:59Z"


def test_a_date_with_an_offset_keeps_its_instant(world):
    made = world.new_job(start_date="2124-01-01T09:00:00-05:00", timezone="America/New_York")
    assert world.api.get_job(made["id"])["data"]["startDate"] == "2124-01-01T14:00:00Z"


def test_batch_create_jobs(world):
    bodies = [job(data="job 1 payload", retry_max=3), job(data="job 2 payload", spec="0 0 0 1 7 *", retry_max=5)]
    made = world.new_jobs(*bodies)
    assert ids(made) == [1, 2]
    assert [row["data"] for row in made] == ["job 1 payload", "job 2 payload"]
    assert [world.api.get_job(row["id"])["data"]["retryMax"] for row in made] == [3, 5]


def test_a_hundred_jobs_keep_their_order(world):
    made = world.new_jobs(*(job(data=f"payload {n}") for n in range(100)))
    assert ids(made) == list(range(1, 101))
    assert [row["data"] for row in made] == [f"payload {n}" for n in range(100)]
    assert world.api.list_jobs(limit=1)["data"]["total"] == 100


@pytest.mark.parametrize("count", [0, 101])
def test_between_one_and_a_hundred_jobs(world, count):
    with refused(400, exactly=f"number of jobs should be between 1 and 100. Current number of jobs: {count}"):
        world.api.batch_create_jobs([job() for _ in range(count)])
    assert world.api.list_jobs()["data"]["total"] == 0


WRONG_FIELDS = [
    ({"spec": "every day"}, "job spec is not valid every day"),
    ({"spec": "61 * * * *"}, "job spec is not valid 61 * * * *"),
    ({"spec": None}, "either spec or startDate is required. For one-time jobs, provide only startDate"),
    ({"timezone": ""}, "job timezone is not valid, provided timezone is "),
    ({"timezone": "Local"}, "job timezone is not valid, provided timezone is Local"),
    ({"timezone": "Mars/Base"}, "job timezone is not valid, provided timezone is Mars/Base"),
    ({"data": "x" * 3073}, "job data exceeds maximum size of 3KB. Current size: 3073 bytes"),
    ({"data": "é" * 1537}, "job data exceeds maximum size of 3KB. Current size: 3074 bytes"),
    (
        {"start_date": "2124-02-01T00:00:00Z", "end_date": "2124-01-01T00:00:00Z"},
        "job end date is before start date",
    ),
    ({"retry_max": 16}, "job retry max is greater than 15"),
    ({"status": "paused"}, "job status must be 'active' or 'inactive'"),
    ({"project_id": 999}, "a project in the payload does not exist. project id [999]"),
    ({"executor_id": 7}, "a executor in the payload does not exist. executor id [7]"),
]


@pytest.mark.parametrize("fields, message", WRONG_FIELDS, ids=[message[:40] for _, message in WRONG_FIELDS])
def test_wrong_jobs(world, fields, message):
    with refused(400, exactly=message):
        world.api.create_job(job(**fields))
    assert world.api.list_jobs()["data"]["total"] == 0


def test_a_negative_number_of_retries_is_refused(world):
    with refused((400, 422)):
        world.api.create_job(job(retry_max=-1))


@pytest.mark.parametrize("date", ["yesterday", "2024-13-01T00:00:00Z", "2024-02-30T00:00:00Z"])
def test_an_impossible_date_is_refused(world, date):
    with refused((400, 422)):
        world.api.create_job(job(start_date=date))
    assert world.api.list_jobs()["data"]["total"] == 0


def test_one_bad_job_refuses_the_batch(world):
    with refused(400, exactly="job spec is not valid never"):
        world.api.batch_create_jobs([job(), job(spec="never"), job(timezone="nowhere")])
    assert world.api.list_jobs()["data"]["total"] == 0


def test_projects_and_executors_of_others(world):
    project = world.new_project("Theirs", account_id_override="456")["id"]
    executor = world.new_executor(account_id_override="456")["id"]
    with refused(400, exactly="project does not belong to account"):
        world.api.create_job(job(project_id=project))
    with refused(400, exactly="executor does not belong to account"):
        world.api.create_job(job(executor_id=executor))


def test_as_much_data_as_allowed(world):
    made = world.new_job(data="x" * 3072)
    assert len(world.api.get_job(made["id"])["data"]["data"]) == 3072


def test_the_payload_feature_allows_a_megabyte(world):
    world.api.add_feature_to_account("123", FeatureRequest(feature_id=2))
    assert len(world.new_job(data="x" * 500_000)["data"]) == 500_000
    with refused(400, "job data exceeds maximum size of 1MB."):
        world.api.create_job(job(data="x" * (1024 * 1024 + 1)))
