"""Local executors: registered, pulled from, reporting in batches, holding a lease."""

import datetime

import pytest
from scheduler0.types import ExecutorDeleteRequestBody, LocalExecutionReport, LocalExecutorRegisterRequest

from support.world import ACCOUNT, EXECUTOR, MISSING_ID, assert_utc, ids, job, refused


def report(**fields):
    given = {
        "job_id": 1,
        "unique_id": "exec-1",
        "state": 1,
        "last_execution_time": "2025-01-01T00:00:00Z",
        "next_execution_time": "2025-01-02T00:00:00Z",
    }
    return LocalExecutionReport(**{**given, **fields})


def lease(world, executor):
    rows = [row for row in world.admin("GET", "/local-executors") if row["id"] == executor]
    return rows[0] if rows else None


def test_register_local_executor(world):
    answer = world.api.register_local_executor(
        LocalExecutorRegisterRequest(
            name="My Local Executor",
            command="/usr/local/bin/process-job.sh",
            working_dir="/home/deploy/app",
            created_by="user@example.com",
        )
    )
    assert answer["data"] == {"id": EXECUTOR + 1}
    executor = world.api.get_executor(EXECUTOR + 1)["data"]
    assert executor["type"] == "local"
    assert executor["name"] == "My Local Executor"
    assert executor["command"] == "/usr/local/bin/process-job.sh"
    assert executor["workingDir"] == "/home/deploy/app"
    assert executor["createdBy"] == "user@example.com"


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"name": ""}, "name is required"),
        ({"command": ""}, "command is required"),
        ({"created_by": None}, "createdBy is required"),
        ({"created_by": ""}, "createdBy is required"),
    ],
)
def test_what_a_local_executor_needs(world, fields, message):
    given = {"name": "n", "command": "c", "created_by": "me", **fields}
    with refused(400, exactly=message):
        world.api.register_local_executor(LocalExecutorRegisterRequest(**given))
    assert world.api.list_executors()["data"]["total"] == 1


def test_a_pull_answers_the_active_jobs_of_the_executor(world):
    executor = world.new_local_executor()
    assert world.api.pull_local_executor_jobs(executor)["data"] == []
    world.new_jobs(
        job(executor_id=executor, data="mine"),
        job(executor_id=executor, data="asleep", status="inactive"),
        job(data="nobody's"),
        job(executor_id=EXECUTOR, data="the webhook's"),
    )
    pulled = world.api.pull_local_executor_jobs(executor)["data"]
    assert [row["data"] for row in pulled] == ["mine"]
    assert pulled[0]["executorId"] == executor
    assert pulled[0]["status"] == "active"
    assert_utc(pulled[0]["startDate"])


def test_a_pull_renews_the_lease_and_is_logged(world):
    executor = world.new_local_executor()
    before = lease(world, executor)
    assert (before["leaseHeld"], before["pulls"]) == (False, 0)
    world.api.pull_local_executor_jobs(executor)
    first = lease(world, executor)
    world.api.pull_local_executor_jobs(executor)
    second = lease(world, executor)
    assert (first["leaseHeld"], first["pulls"], second["pulls"]) == (True, 1, 2)
    assert first["accountId"] == int(ACCOUNT)
    first_end, second_end = (datetime.datetime.fromisoformat(held["leaseExpiresAt"]) for held in (first, second))
    assert second_end >= first_end
    assert_utc(second["lastPullAt"], second["leaseExpiresAt"])


def test_a_lease_lasts_five_minutes(world):
    executor = world.new_local_executor()
    world.api.pull_local_executor_jobs(executor)
    held = lease(world, executor)
    length = datetime.datetime.fromisoformat(held["leaseExpiresAt"]) - datetime.datetime.fromisoformat(
        held["lastPullAt"]
    )
    assert length == datetime.timedelta(minutes=5)


def test_report_local_executions(world):
    executor = world.new_local_executor()
    made = world.new_job(executor_id=executor, status="inactive")["id"]
    reports = [report(job_id=made, unique_id="a"), report(job_id=made, unique_id="b", state=2)]
    assert world.api.report_local_executions(executor, reports)["data"] == {"committed": 2}
    rows = world.api.list_executions(job_id=made, order_by="lastExecutionDateTime")["data"]["executions"]
    assert sorted((row["uniqueId"], row["state"]) for row in rows) == [("a", 1), ("b", 2)]


def test_rows_without_a_job_or_an_id_are_skipped(world):
    executor = world.new_local_executor()
    reports = [report(), report(job_id=0), report(unique_id=""), report(unique_id="exec-2")]
    assert world.api.report_local_executions(executor, reports)["data"] == {"committed": 2}
    assert world.api.get_execution_totals(int(ACCOUNT))["data"]["success"] == 2


def test_an_empty_report_commits_nothing(world):
    executor = world.new_local_executor()
    assert world.api.report_local_executions(executor, [])["data"] == {"committed": 0}


def test_a_report_counts_toward_the_quota(world):
    executor = world.new_local_executor()
    before = world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"]
    reports = [report(unique_id="a", state=0), report(unique_id="b", state=1), report(unique_id="c", state=2)]
    world.api.report_local_executions(executor, reports)
    after = world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"]
    assert before - after == 2


@pytest.mark.parametrize(
    "call",
    [lambda c, i: c.pull_local_executor_jobs(i), lambda c, i: c.report_local_executions(i, [report()])],
    ids=["pull", "report"],
)
def test_wrong_executors(world, call):
    with refused(404, exactly="local executor not found"):
        call(world.api, MISSING_ID)
    with refused(400, exactly="executor is not a local executor"):
        call(world.api, EXECUTOR)
    with refused(400):
        call(world.api, "executor-id")
    foreign = world.new_local_executor(account_id_override="456")
    with refused(404, exactly="local executor not found"):
        call(world.api, foreign)
    gone = world.new_local_executor()
    world.api.delete_executor(gone, ExecutorDeleteRequestBody(deleted_by="me"))
    with refused(404, exactly="local executor not found"):
        call(world.api, gone)


def test_scopes(world):
    executor = world.new_local_executor()
    reader, writer, runner = world.scoped("read"), world.scoped("write"), world.scoped("execute")
    assert reader.pull_local_executor_jobs(executor)["data"] == []
    assert runner.report_local_executions(executor, [report()])["data"] == {"committed": 1}
    with refused(403, exactly="credential missing required scope: execute"):
        reader.report_local_executions(executor, [report()])
    with refused(403, exactly="credential missing required scope: read"):
        writer.pull_local_executor_jobs(executor)
    with refused(403, exactly="credential missing required scope: write"):
        runner.register_local_executor(LocalExecutorRegisterRequest(name="n", command="c", created_by="me"))


def test_a_local_executor_is_an_executor(world):
    executor = world.new_local_executor()
    assert executor in ids(world.api.list_executors()["data"]["executors"])
