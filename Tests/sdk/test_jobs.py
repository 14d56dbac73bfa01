"""Jobs: read, listed, changed in part, deleted."""

import pytest
from scheduler0.types import JobDeleteRequestBody, JobUpdateRequestBody

from support.world import (
    EXECUTOR,
    MISSING_ID,
    assert_page,
    assert_utc,
    ids,
    job,
    refused,
)

START, END = "2124-01-01T00:00:00Z", "2124-12-31T23:59:59Z"


def change(**fields):
    return JobUpdateRequestBody(modified_by="editor", **fields)


def delete(client, job_id):
    client.delete_job(job_id, JobDeleteRequestBody(deleted_by="editor"))


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
    made = world.new_job(executor_id=EXECUTOR, data="payload", start_date=START, end_date=END, retry_max=3)["id"]
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
    assert not world.api.get_job(made)["data"].get("data")


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
