"""Every Python sample of the README of release 1.0.0, taken from the file itself and run as it stands.

The server is started without any option, and each sample meets a fresh default world. A sample that does not make its
`client` gets the one of the sample under "Managing Accounts"; the one that does not make its `job` gets a valid job.

Samples that name a literal placeholder such as "account-id" cannot succeed as they stand. They are run statement by
statement: a statement with a placeholder first as it is, which must be a clean refusal (400 or 404), then with the
placeholder replaced by the id of something made for that statement alone, which must succeed.
"""

import importlib.metadata
import pathlib
import re
import socket
import warnings

import pytest
from scheduler0 import NewBasicAuthClient

from support.samples import LAW, PORT, SAMPLES, Run, needs_readme, sample
from support.server import Server
from support.world import REQUEST_ID, World, job, refused

pytestmark = [
    needs_readme,
    pytest.mark.skipif(
        importlib.metadata.version("scheduler0") != "1.0.0", reason="the README is that of release 1.0.0"
    ),
]


@pytest.fixture(scope="module")
def plain_server():
    """The server with no option at all; only if port 7070 is taken, with `--port 0` and that alone."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", PORT))
            taken = False
        except OSError:
            taken = True
    if taken:
        warnings.warn(f"port {PORT} is taken: the samples run with the port, and the port only, replaced")
    with Server() if taken else Server.without_options() as server:
        if not taken:
            assert server.base_url == f"http://127.0.0.1:{PORT}"
        yield server


@pytest.fixture
def plain(plain_server):
    world = World(plain_server)
    world.admin("POST", "/reset")
    world.url = LAW if plain_server.base_url.endswith(f":{PORT}") else plain_server.base_url
    return world


def test_api_key_authentication(plain):
    client = Run(plain, sample("1. API Key")).names["client"]
    assert client.healthcheck()["success"] is True
    with refused(401):
        client.list_projects()  # "your-api-key" is no key.


def test_basic_authentication(plain):
    client = Run(plain, sample("2. Basic")).names["client"]
    assert len(client.list_features()["data"]) == 7
    assert client.get_account("123")["data"]["name"] == "Quickstart"


def test_flexible_options(plain):
    client = Run(plain, sample("3. Flexible")).names["client"]
    assert [row["id"] for row in client.list_projects()["data"]["projects"]] == [123]


def test_managing_accounts(plain):
    run = Run(plain, sample("Managing Accounts"))
    assert plain.operator.get_account("457")["data"]["name"] == "My Account"
    assert run.data("account")["id"] == run.real["get_account"]
    features = lambda method: plain.operator.get_account(run.real[method])["data"]["features"] or []
    assert [entry["featureId"] for entry in features("add_feature_to_account")] == [1]
    assert features("remove_feature_from_account") == []
    assert run.data("result") == {"featureId": 1}
    assert run.data("count")["executionCount"] == 1000
    assert run.data("increased") == {"newExecutionCount": 11000}
    assert run.data("tokens") == {"tokens": 0}
    assert run.data("added") == {"newBalance": 1000}


def test_ai_provider_settings(plain):
    run = Run(plain, sample("AI Provider Settings"))
    assert run.data("settings")["account_id"] == run.real["get_account_ai_settings"]
    assert run.names["saved"]["success"] is True
    stored = plain.operator.get_account_ai_settings(str(run.real["upsert_account_ai_settings"]))["data"]
    assert "sk-ant-" not in str(stored)
    assert stored["anthropic_api_key"] == "•"
    assert "claude-sonnet-4-5" in str(stored)


def test_managing_features(plain):
    run = Run(plain, sample("Managing Features"))
    assert [feature["id"] for feature in run.data("features")] == [1, 2, 3, 4, 5, 6, 7]
    held = lambda method: len(plain.operator.get_account(run.real[method])["data"]["features"] or [])
    assert held("add_all_features_to_account") == 7
    assert held("remove_all_features_from_account") == 0


def test_managing_credentials(plain):
    run = Run(plain, sample("Managing Credentials"))
    assert (run.data("credentials")["total"], run.data("credentials")["limit"]) == (1, 10)
    listed = plain.api.list_credentials(limit=100)["data"]["credentials"]
    (made,) = [row for row in listed if row["createdBy"] == "user@example.com"]
    assert made["scopes"] == ["read", "write", "execute"]
    updated = run.data("credential")
    assert updated["id"] == run.real["update_credential"]
    assert updated["modifiedBy"] == "user@example.com"
    assert not updated.get("archived")
    with refused(404):
        plain.api.get_credential(run.real["delete_credential"])
    assert plain.api.get_credential(run.real["archive_credential"])["data"]["archived"] is True
    assert run.data("rotated")["rotated"] >= 1
    assert plain.api.list_projects()["success"]


def test_managing_executions(plain):
    run = Run(plain, sample("Managing Executions"))
    assert (run.data("executions")["total"], run.data("executions")["limit"]) == (0, 10)
    assert len(run.data("analytics")["points"]) == 721
    assert run.data("totals") == {"accountId": 123, "scheduled": 0, "success": 0, "failed": 0}
    assert run.data("cleanup")["message"] == "Old execution logs cleaned up successfully for account 123"


def test_managing_executors(plain):
    run = Run(plain, sample("Managing Executors"))
    assert run.data("executors")["total"] == 1
    listed = {row["name"]: row for row in plain.api.list_executors(limit=100)["data"]["executors"]}
    assert listed["webhook-executor"]["webhookUrl"] == "https://example.com/webhook"
    assert listed["cloud-function-executor"]["cloudProvider"] == "aws"
    assert run.data("executor")["id"] == run.real["get_executor"]
    assert run.data("result")["id"] == run.real["update_executor"]
    assert listed["updated-executor"]["id"] == run.real["update_executor"]
    assert run.real["delete_executor"] not in [row["id"] for row in listed.values()]


def test_managing_local_executors(plain):
    run = Run(plain, sample("Managing Local Executors"))
    assert run.output == "1 executions committed\n"
    assert run.data("jobs") == []
    assert plain.api.get_executor(run.names["executor_id"])["data"]["type"] == "local"
    assert plain.api.get_execution_totals(123)["data"]["success"] == 1
    (lease,) = [row for row in plain.admin("GET", "/local-executors") if row["id"] == run.names["executor_id"]]
    assert lease["leaseHeld"] is True


def test_managing_projects(plain):
    run = Run(plain, sample("Managing Projects"))
    assert [row["id"] for row in run.data("projects")["projects"]] == [123]
    listed = {row["name"]: row for row in plain.api.list_projects(limit=100)["data"]["projects"]}
    assert listed["My Project"]["description"] == "Project description"
    assert run.data("project")["id"] == run.real["get_project"]
    assert run.data("result")["id"] == run.real["update_project"]
    assert run.data("result")["description"] == "Updated description"
    with refused(404):
        plain.api.get_project(run.real["delete_project"])


def test_managing_jobs(plain):
    run = Run(plain, sample("Managing Jobs"))
    assert plain.api.get_async_task(run.data("batch_result"))["data"]["state"] == 2
    rows = {row.get("data"): row for row in plain.api.list_jobs(limit=100)["data"]["jobs"]}
    assert rows["job payload data"]["executorId"] == 456
    assert rows["job payload data"]["endDate"] == "2024-12-31T23:59:59Z"
    assert (rows["job 1 payload"]["spec"], rows["job 1 payload"]["retryMax"]) == ("0 30 * * * *", 3)
    assert (rows["job 2 payload"]["spec"], rows["job 2 payload"]["retryMax"]) == ("0 0 * * * *", 5)
    updated = run.data("result")
    assert updated["id"] == run.real["update_job"]
    assert (updated["data"], updated["spec"], updated["status"]) == ("updated payload", "0 0 * * * *", "inactive")
    with refused(404):
        plain.api.get_job(run.real["delete_job"])


def test_ai_powered_job_creation(plain):
    output = Run(plain, sample("AI-Powered")).output.splitlines()
    labels = [line.split(": ")[0] for line in output]
    assert labels == ["Kind", "Cron Expression", "Next Run At", "Recipients", "Job created with request ID"]
    assert output[1] == "Cron Expression: 0 9 * * 1"
    assert re.match(r"^Next Run At: \d{4}-\d\d-\d\dT09:00:00-0[45]:00$", output[2])
    assert "team@example.com" in output[3]
    request = output[4].rsplit(" ", 1)[1]
    assert REQUEST_ID.match(request)
    assert plain.api.get_async_task(request)["data"]["state"] == 2
    (made,) = plain.api.list_jobs()["data"]["jobs"]
    assert (made["spec"], made["timezone"], made["createdBy"]) == ("0 9 * * 1", "America/New_York", "ai-prompt")
    assert plain.operator.get_account_tokens("123")["data"] == {"tokens": 999}


def test_managing_async_tasks(plain):
    run = Run(plain, sample("Managing Async Tasks"))
    assert run.data("task")["requestId"] == run.real["get_async_task"]
    assert run.data("task")["state"] == 2


def test_health_monitoring(plain):
    leader, state = Run(plain, sample("Health Monitoring")).output.splitlines()
    assert leader.startswith("Leader: ")
    assert state == "Raft State: Leader"


@pytest.mark.parametrize("credentials", ["basic", "api key"])
def test_backup_and_restore(plain, credentials):
    """The note above the sample asks for Basic Authentication; an API key with the admin scope will do as well."""
    basic = NewBasicAuthClient(plain.url, "v1", "username", "password")
    run = Run(plain, sample("Backup and Restore"), client=basic if credentials == "basic" else None)
    assert run.data("backup")["status"] == "backup initiated"
    assert run.data("restore")["status"] == "restore initiated"
    task = lambda name: run.names["client"].get_async_task(run.data(name)["requestId"], account_id_override="123")[
        "data"
    ]
    assert task("backup")["state"] == 2
    assert pathlib.Path(task("backup")["output"].split("path: ")[1]).suffix == ".db"
    assert task("restore")["state"] == 3  # There is no such file: the task says so and nothing has changed.
    assert "db-20260212-114810.db" in task("restore")["output"]


@pytest.mark.parametrize(
    "printed, client, fields",
    [
        ("", {}, {}),
        ("Bad request: ", {}, {"timezone": "Mars/Base"}),
        ("Unauthorized: ", {"api_secret": "wrong"}, {}),
        ("Forbidden: ", {"scopes": ["read"]}, {}),
    ],
)
def test_error_handling(plain, printed, client, fields):
    used = plain.scoped(*client["scopes"]) if "scopes" in client else plain.client(**client)
    run = Run(plain, sample("Error Handling"), client=used, job_body=job(**fields))
    assert run.output.startswith(printed)
    assert bool(run.output) == bool(printed)
    assert ("result" in run.names) == (printed == "")


def test_account_id_override(plain):
    theirs = plain.new_project("Theirs", account_id_override="456")["id"]
    run = Run(plain, sample("Per-Request Account ID Override"))
    assert [row["id"] for row in run.data("projects")["projects"]] == [theirs]


def test_every_sample_has_a_test():
    asked = set(re.findall(r'sample\("([^"]+)"\)', pathlib.Path(__file__).read_text()))
    unasked = [one.heading for one in SAMPLES if not any(one.heading.startswith(start) for start in asked)]
    assert not unasked
