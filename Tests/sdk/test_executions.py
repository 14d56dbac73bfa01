"""Executions: filters, orders, pages, counts by the minute and in total. The rows come from local reports."""

import datetime

import pytest
from scheduler0.types import LocalExecutionReport

from support.world import ACCOUNT, assert_page, assert_utc, job, refused

MINUTE = datetime.timedelta(minutes=1)
WINDOW = datetime.timedelta(hours=6)


class Reported:
    """Two jobs in two projects and five reports: three successes, one failure, one still to come."""

    def __init__(self, world):
        self.executor = world.new_local_executor()
        self.project = world.new_project()["id"]
        fields = {"executor_id": self.executor, "status": "inactive"}
        self.first, self.second = (
            row["id"] for row in world.new_jobs(job(**fields), job(project_id=self.project, **fields))
        )
        states = [(self.first, 1), (self.first, 2), (self.second, 1), (self.second, 1), (self.second, 0)]
        reports = [
            LocalExecutionReport(
                job_id=job_id,
                unique_id=f"run-{n}",
                state=state,
                last_execution_time=f"2025-03-0{n + 1}T00:00:00Z",
                next_execution_time=f"2025-04-0{9 - n}T00:00:00Z",
                execution_version=n + 1,
                job_queue_version=0,
            )
            for n, (job_id, state) in enumerate(states)
        ]
        assert world.api.report_local_executions(self.executor, reports)["data"]["committed"] == 5


@pytest.fixture
def reported(world):
    return Reported(world)


def runs(page):
    return [row["uniqueId"] for row in page["data"]["executions"]]


def test_list_executions(world, reported):
    page = world.api.list_executions(limit=10, offset=0)
    assert_page(page["data"], "executions", 5, 0, 10)
    row = next(row for row in page["data"]["executions"] if row["uniqueId"] == "run-1")
    assert row["jobId"] == reported.first
    assert row["accountId"] == 123
    assert row["state"] == 2
    assert row["executionVersion"] == 2
    assert row["jobQueueVersion"] == 0
    assert row["lastExecutionDatetime"] == "2025-03-02T00:00:00Z"
    assert row["nextExecutionDatetime"] == "2025-04-08T00:00:00Z"
    assert isinstance(row["id"], int) and isinstance(row["nodeId"], int)
    assert_utc(row["dateCreated"])
    assert row["dateModified"] is None


def test_no_executions_is_an_empty_page(world):
    page = world.api.list_executions(
        start_date="2024-01-01T00:00:00Z", end_date="2024-12-31T23:59:59Z", project_id=0, job_id=0, limit=10, offset=0
    )
    assert page["success"] is True
    assert page["data"]["total"] == 0
    assert not page["data"]["executions"]


@pytest.mark.parametrize(
    "state, expected", [("scheduled", {"run-4"}), ("success", {"run-0", "run-2", "run-3"}), ("failed", {"run-1"})]
)
def test_by_state(world, reported, state, expected):
    page = world.api.list_executions(state=state)
    assert set(runs(page)) == expected
    assert page["data"]["total"] == len(expected)


def test_by_job_and_by_project(world, reported):
    assert set(runs(world.api.list_executions(job_id=reported.first))) == {"run-0", "run-1"}
    assert set(runs(world.api.list_executions(project_id=reported.project))) == {"run-2", "run-3", "run-4"}
    assert runs(world.api.list_executions(project_id=reported.project, job_id=reported.first)) == []
    assert world.api.list_executions(project_id=0, job_id=0)["data"]["total"] == 5
    assert world.api.list_executions(job_id=999)["data"]["total"] == 0


@pytest.mark.parametrize("order", ["lastExecutionDateTime", "nextExecutionDateTime"])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_orders(world, reported, order, direction):
    found = runs(world.api.list_executions(order_by=order, order_direction=direction))
    rising = (order == "lastExecutionDateTime") == (direction == "ASC")
    assert found == [f"run-{n}" for n in (range(5) if rising else range(4, -1, -1))]


def test_newest_first_is_the_order_without_asking(world, reported):
    world.api.report_local_executions(reported.executor, [LocalExecutionReport(job_id=1, unique_id="late", state=1)])
    assert runs(world.api.list_executions())[0] == "late"
    assert runs(world.api.list_executions(order_by="dateCreated", order_direction="ASC"))[-1] == "late"


def test_pages_meet_without_gap_or_overlap(world, reported):
    order = {"order_by": "lastExecutionDateTime", "order_direction": "ASC"}
    pages = [world.api.list_executions(limit=2, offset=offset, **order) for offset in (0, 2, 4, 6)]
    assert [len(page["data"]["executions"]) for page in pages[:3]] == [2, 2, 1]
    assert not pages[3]["data"]["executions"]
    assert [run for page in pages[:3] for run in runs(page)] == [f"run-{n}" for n in range(5)]
    assert {page["data"]["total"] for page in pages} == {5}


def test_the_dates_are_inclusive(world, reported):
    created = [row["dateCreated"] for row in world.api.list_executions()["data"]["executions"]]
    first, last = min(created), max(created)
    assert world.api.list_executions(start_date=first, end_date=last)["data"]["total"] == 5
    later = (datetime.datetime.fromisoformat(last) + MINUTE).isoformat()
    assert world.api.list_executions(start_date=later)["data"]["total"] == 0
    earlier = (datetime.datetime.fromisoformat(first) - MINUTE).isoformat()
    assert world.api.list_executions(end_date=earlier)["data"]["total"] == 0
    assert world.api.list_executions(start_date=earlier, end_date=later)["data"]["total"] == 5


@pytest.mark.parametrize(
    "keywords, message",
    [
        ({"limit": "many"}, "invalid limit"),
        ({"offset": "x"}, "invalid offset"),
        ({"start_date": "2024-01-01"}, "invalid startDate (expected RFC3339)"),
        ({"end_date": "tomorrow"}, "invalid endDate (expected RFC3339)"),
        ({"project_id": "mine"}, "invalid projectId"),
        ({"job_id": -1}, "invalid jobId"),
        ({"state": "done"}, "invalid state parameter, expected 'scheduled', 'success', or 'failed'"),
        (
            {"order_by": "id"},
            "invalid orderBy parameter, expected 'dateCreated', 'lastExecutionDateTime', or 'nextExecutionDateTime'",
        ),
        ({"offset": "x", "limit": "y"}, "invalid offset"),
        ({"limit": "x", "start_date": "y", "state": "z"}, "invalid limit"),
        ({"start_date": "x", "job_id": "y", "state": "z"}, "invalid startDate (expected RFC3339)"),
    ],
)
def test_wrong_lists(world, keywords, message):
    with refused(400, exactly=message):
        world.api.list_executions(**keywords)


def test_accounts_do_not_see_each_other(world, reported):
    assert world.api.list_executions(account_id_override="456")["data"]["total"] == 0
    assert world.api.get_execution_totals(456)["data"] == {"accountId": 456, "scheduled": 0, "success": 0, "failed": 0}


def test_totals(world, reported):
    assert world.api.get_execution_totals(123)["data"] == {"accountId": 123, "scheduled": 1, "success": 3, "failed": 1}


def test_analytics_count_by_the_minute(world, reported):
    created = world.api.list_executions()["data"]["executions"][0]["dateCreated"]
    at = datetime.datetime.fromisoformat(created).replace(second=0, microsecond=0)
    data = world.api.get_date_range_analytics(f"{at:%Y-%m-%d}", f"{at:%H:%M}")["data"]
    assert data["accountId"] == 123
    assert data["timezone"] == "UTC"
    assert (data["startDate"], data["startTime"]) == (f"{at - WINDOW:%Y-%m-%d}", f"{at - WINDOW:%H:%M:%S}")
    assert (data["endDate"], data["endTime"]) == (f"{at + WINDOW:%Y-%m-%d}", f"{at + WINDOW:%H:%M:%S}")
    times = [datetime.datetime.fromisoformat(f"{point['date']}T{point['time']}+00:00") for point in data["points"]]
    assert times == [at - WINDOW + n * MINUTE for n in range(721)]
    sums = {state: sum(point[state] for point in data["points"]) for state in ("scheduled", "success", "failed")}
    assert sums == {"scheduled": 1, "success": 3, "failed": 1}
    counted = {}
    for row in world.api.list_executions()["data"]["executions"]:
        minute = datetime.datetime.fromisoformat(row["dateCreated"]).replace(second=0, microsecond=0)
        counted[minute] = counted.get(minute, 0) + 1
    for time, point in zip(times, data["points"]):
        assert point["scheduled"] + point["success"] + point["failed"] == counted.get(time, 0)


def test_analytics_of_a_quiet_day_are_zeros(world, reported):
    data = world.api.get_date_range_analytics(start_date="2024-01-01", start_time="00:00:00")["data"]
    assert (data["startDate"], data["startTime"]) == ("2023-12-31", "18:00:00")
    assert (data["endDate"], data["endTime"]) == ("2024-01-01", "06:00:00")
    assert len(data["points"]) == 721
    assert data["points"][0] == {"date": "2023-12-31", "time": "18:00:00", "scheduled": 0, "success": 0, "failed": 0}
    assert data["points"][1]["time"] == "18:01:00"
    assert all(point["success"] == 0 for point in data["points"])


@pytest.mark.parametrize(
    "date, time, message",
    [
        ("", "00:00", "startDate is not provided"),
        ("2024-01-01", "", "startTime is not provided"),
        ("", "", "startDate is not provided"),
        ("01/02/2024", "00:00", "invalid startDate format (expected YYYY-MM-DD)"),
        ("2024-02-30", "00:00", "invalid startDate format (expected YYYY-MM-DD)"),
        ("2024-01-01", "9am", "invalid startTime format (expected HH:MM:SS or HH:MM)"),
        ("2024-01-01", "25:00", "invalid startTime format"),
        ("2024-01-01", "10:61:00", "invalid startTime format"),
    ],
)
def test_wrong_analytics(world, date, time, message):
    with refused(400, exactly=message):
        world.api.get_date_range_analytics(date, time)


def test_analytics_of_another_account(world):
    assert world.api.get_date_range_analytics("2024-01-01", "00:00", account_id=456)["data"]["accountId"] == 456


def test_cleanup_keeps_what_is_young(world, reported):
    cleanup = world.api.cleanup_old_execution_logs("123", 6)
    assert cleanup["data"] == {"message": "Old execution logs cleaned up successfully for account 123"}
    assert world.api.list_executions()["data"]["total"] == 5


@pytest.mark.virtual_time
def test_cleanup_deletes_what_is_old(world):
    world.admin("PUT", "/clock", {"mode": "frozen", "now": "2026-01-01T00:00:00Z"})
    Reported(world)
    world.admin("PUT", "/clock", {"mode": "frozen", "now": "2026-02-05T00:00:00Z"})
    world.api.cleanup_old_execution_logs("123", 2)
    assert world.api.list_executions()["data"]["total"] == 5
    world.api.cleanup_old_execution_logs("123", 1)
    assert world.api.list_executions()["data"]["total"] == 0


@pytest.mark.parametrize(
    "account, months, message",
    [
        ("", 6, "accountId is required"),
        ("mine", 6, "invalid account ID"),
        ("456", 6, "account ID mismatch"),
        ("123", 0, "retentionMonths must be greater than 0"),
        ("123", -3, "retentionMonths must be greater than 0"),
        ("123", "six", "invalid request body"),
    ],
)
def test_wrong_cleanups(world, account, months, message):
    with refused(400, exactly=message):
        world.api.cleanup_old_execution_logs(account, months, account_id_override=ACCOUNT)


def test_scopes(world):
    reader, writer = world.scoped("read"), world.scoped("write")
    assert reader.list_executions()["data"]["total"] == 0
    assert world.scoped("execute").cleanup_old_execution_logs("123", 1)["success"]
    with refused(403, exactly="credential missing required scope: execute"):
        reader.cleanup_old_execution_logs("123", 1)
    for call in (
        lambda: writer.list_executions(),
        lambda: writer.get_execution_totals(123),
        lambda: writer.get_date_range_analytics("2024-01-01", "00:00"),
    ):
        with refused(403, exactly="credential missing required scope: read"):
            call()
