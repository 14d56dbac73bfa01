"""Jobs: created in batches by an async task, changed in part, listed, deleted."""

import json

import pytest
from scheduler0.types import FeatureRequest, JobDeleteRequestBody, JobUpdateRequestBody

from support.world import (
    EXECUTOR,
    MISSING_ID,
    PROJECT,
    REQUEST_ID,
    YEARLY,
    assert_page,
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


def change(**fields):
    return JobUpdateRequestBody(modified_by="editor", **fields)


def delete(client, job_id):
    client.delete_job(job_id, JobDeleteRequestBody(deleted_by="editor"))


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


def test_list_jobs(world):
    made = ids(world.new_jobs(*(job(data=f"{n}") for n in range(5))))
    page = world.api.list_jobs(project_id="", limit=10, offset=0, order_by="date_created", order_by_direction="desc")
    assert_page(page["data"], "jobs", 5, 0, 10)
    second = world.api.list_jobs(limit=2, offset=2, order_by="id", order_by_direction="asc")["data"]
    assert_page(second, "jobs", 5, 2, 2)
    assert ids(second["jobs"]) == made[2:4]
    assert ids(world.api.list_jobs(limit=2, order_by="id", order_by_direction="desc")["data"]["jobs"]) == made[:-3:-1]
    assert world.api.list_jobs(offset=5)["data"]["jobs"] == []


def test_jobs_of_a_project(world):
    project = world.new_project()["id"]
    mine = world.new_job(project_id=project)["id"]
    world.new_job()
    page = world.api.list_jobs(project_id=str(project))["data"]
    assert_page(page, "jobs", 1, 0, 10)
    assert ids(page["jobs"]) == [mine]
    with refused((400, 404), "project does not exist"):
        world.api.list_jobs(project_id=MISSING_ID)
    with refused(400, exactly='strconv.Atoi: parsing "mine": invalid syntax'):
        world.api.list_jobs(project_id="mine")


@pytest.mark.parametrize(
    "column",
    "id project_id spec date_created timezone account_id date_modified modified_by deleted_by executor_id "
    "start_date end_date retry_max".split(),
)
def test_every_order_works(world, column):
    world.new_jobs(job(), job(retry_max=2))
    for direction in ("asc", "desc"):
        assert world.api.list_jobs(order_by=column, order_by_direction=direction)["data"]["total"] == 2


def test_order_by_a_number_is_no_order_of_text(world):
    world.new_jobs(*(job(retry_max=n) for n in (10, 9, 2)))
    page = world.api.list_jobs(order_by="retry_max", order_by_direction="asc")["data"]["jobs"]
    assert [row["retryMax"] for row in page] == [2, 9, 10]


@pytest.mark.parametrize(
    "keywords, status, message",
    [
        ({"limit": 101}, 429, "too many jobs. limit should be less than 100"),
        ({"limit": 0}, 400, "limit should be greater than 0"),
        ({"limit": "abc"}, 400, 'strconv.Atoi: parsing "abc": invalid syntax'),
        ({"offset": "-"}, 400, 'strconv.Atoi: parsing "-": invalid syntax'),
        ({"order_by": "data"}, 400, "invalid order by column"),
        ({"order_by_direction": "up"}, 400, "invalid order by direction. Must be ASC or DESC"),
    ],
)
def test_wrong_lists(world, keywords, status, message):
    with refused(status, exactly=message):
        world.api.list_jobs(**keywords)


def test_update_job_changes_what_it_is_given(world):
    made = world.new_job(**{**WHOLE, "spec": YEARLY})["id"]
    before = world.api.get_job(made)["data"]
    answer = world.api.update_job(made, change(data="updated payload", spec="0 0 * * * *", status="inactive"))["data"]
    assert answer["data"] == "updated payload"
    assert answer["spec"] == "0 0 * * * *"
    assert answer["status"] == "inactive"
    assert answer["modifiedBy"] == "editor"
    assert_utc(answer["dateModified"])
    after = world.api.get_job(made)["data"]
    assert (after["data"], after["spec"], after["status"]) == ("updated payload", "0 0 * * * *", "inactive")
    for kept in ("id", "projectId", "executorId", "startDate", "endDate", "timezone", "retryMax", "createdBy"):
        assert after[kept] == before[kept]


def test_update_job_keeps_dates_in_other_zones(world):
    made = world.new_job(start_date="2124-06-01T12:00:00Z", timezone="Asia/Tokyo")["id"]
    for n in range(3):
        world.api.update_job(made, change(data=str(n)))
    assert world.api.get_job(made)["data"]["startDate"] == "2124-06-01T12:00:00Z"


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"spec": "never"}, "job spec is not valid never"),
        ({"timezone": "Mars/Base"}, "job timezone is not valid, provided timezone is Mars/Base"),
        ({"data": "x" * 3073}, "job data exceeds maximum size of 3KB. Current size: 3073 bytes"),
        ({"retry_max": 16}, "job retry max is greater than 15"),
        ({"status": "paused"}, "job status must be 'active' or 'inactive'"),
    ],
)
def test_wrong_updates_change_nothing(world, fields, message):
    made = world.new_job()["id"]
    before = world.api.get_job(made)["data"]
    with refused(400, exactly=message):
        world.api.update_job(made, change(**fields))
    assert world.api.get_job(made)["data"] == before


def test_updates_with_unknown_things(world):
    made = world.new_job()["id"]
    with refused(400, exactly="modifiedBy is required"):
        world.api.update_job(made, JobUpdateRequestBody(modified_by="", data="x"))
    with refused(404, "project does not exist"):
        world.api.update_job(made, change(project_id=999))
    with refused(403, exactly="executor does not belong to account"):
        world.api.update_job(made, change(executor_id=7))
    with refused(404):
        world.api.update_job(MISSING_ID, change(data="x"))
    with refused(400, exactly='strconv.Atoi: parsing "job-id": invalid syntax'):
        world.api.update_job("job-id", change(data="x"))


def test_delete_job(world):
    made = world.new_job()["id"]
    assert world.api.delete_job(made, JobDeleteRequestBody(deleted_by="editor")) is None
    with refused(404):
        world.api.get_job(made)
    assert world.api.list_jobs()["data"]["total"] == 0


def test_wrong_deletes(world):
    made = world.new_job()["id"]
    with refused(400, exactly="deletedBy is required"):
        world.api.delete_job(made, JobDeleteRequestBody(deleted_by=""))
    with refused(404):
        delete(world.api, MISSING_ID)
    with refused(400, exactly='strconv.Atoi: parsing "job-id": invalid syntax'):
        delete(world.api, "job-id")
    assert world.api.get_job(made)["data"]["id"] == made


def test_an_id_is_never_given_twice(world):
    first = world.new_job()["id"]
    delete(world.api, first)
    assert world.new_job()["id"] == first + 1


def test_a_job_of_another_account_is_unknown(world):
    made = world.new_job()["id"]
    other = world.client(account="456")
    for call in (
        lambda: other.get_job(made),
        lambda: other.update_job(made, change(data="mine now")),
        lambda: delete(other, made),
    ):
        with refused(404):
            call()
    assert other.list_jobs()["data"]["total"] == 0
    assert world.api.get_job(made)["data"].get("data") is None


def test_unknown_and_placeholder(world):
    with refused(404, "job"):
        world.api.get_job(MISSING_ID)
    with refused(400, exactly='strconv.Atoi: parsing "job-id": invalid syntax'):
        world.api.get_job("job-id")


def test_scopes(world):
    made = world.new_job()["id"]
    reader = world.scoped("read")
    assert reader.list_jobs()["data"]["total"] == 1
    for call in (
        lambda: reader.create_job(job()),
        lambda: reader.batch_create_jobs([job(), job()]),
        lambda: reader.update_job(made, change()),
        lambda: delete(reader, made),
    ):
        with refused(403, exactly="credential missing required scope: write"):
            call()
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("write").get_job(made)
