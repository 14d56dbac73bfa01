"""A world for one test: its URL, clients for it, and the shorthand the tests share."""

import contextlib
import json
import re

import pytest
import requests
from scheduler0 import NewClient
from scheduler0 import types as t

from support import raw

ACCOUNT = "123"
OTHER_ACCOUNT = "456"
PROJECT = 123
EXECUTOR = 456
KEY = {"X-API-Key": "api-key", "X-Secret-Key": "api-secret", "X-Account-ID": ACCOUNT}
OPERATOR = {"Authorization": "Basic dXNlcm5hbWU6cGFzc3dvcmQ=", "X-Peer": "cmd"}
UNAUTHORIZED = "unauthorized request - cannot determine authentication type"
RFC3339_UTC = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
REQUEST_ID = re.compile(r"^[0-9A-Za-z]{27}$")
MISSING_ID = "987654"
YEARLY = "0 0 0 1 1 *"  # Seconds first: midnight of 1 January, so nothing fires while a test runs.


class World:
    """A world by its name; without a name the default world, whose URL is the server's."""

    def __init__(self, server, name=None):
        self.name = name
        self.base_url = f"{server.base_url}/worlds/{name}" if name else server.base_url
        self.api = self.client()
        self.operator = self.client(
            api_key=None, api_secret=None, account=None, username="username", password="password"
        )

    def client(self, api_key="api-key", api_secret="api-secret", account=ACCOUNT, username=None, password=None):
        return NewClient(self.base_url, "v1", api_key, api_secret, account, username, password)

    def anonymous(self, account=ACCOUNT):
        return self.client(None, None, account)

    def credential(self, *scopes, account=ACCOUNT):
        """Makes a credential with these scopes; its row and a client that uses it."""
        body = t.CredentialCreateRequestBody(created_by="tests", scopes=list(scopes))
        row = self.operator.create_credential(body, account_id_override=account)["data"]
        return row, self.client(row["apiKey"], row["plaintextSecret"], account)

    def scoped(self, *scopes, account=ACCOUNT):
        return self.credential(*scopes, account=account)[1]

    def raw(self, method, path, headers=KEY, body=None, **options):
        """A request under /api/v1 without the SDK; a body that is not bytes is sent as JSON."""
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return raw.exchange(self.base_url, method, "/api/v1" + path, headers, body, **options)

    def admin(self, method, path, body=None):
        """A control call of this world; fails unless it is answered with a 2xx."""
        encoded = None if body is None else json.dumps(body).encode()
        answer = raw.exchange(self.base_url, method, "/__admin" + path, {"Content-Type": "application/json"}, encoded)
        assert 200 <= answer.status < 300, f"{method} /__admin{path}: {answer.status} {answer.body[:300]!r}"
        return json.loads(answer.body) if answer.body else None

    # What most tests need before they can start.

    def new_account(self, name="Another"):
        return self.api.create_account(t.AccountCreateRequestBody(name=name))["data"]

    def new_project(self, name="Reports", client=None, **keywords):
        body = t.ProjectRequestBody(name=name, description=f"about {name}", created_by="tests")
        return (client or self.api).create_project(body, **keywords)["data"]

    def new_executor(self, name="hook", client=None, **keywords):
        body = t.ExecutorRequestBody(
            name=name,
            type="webhook_url",
            created_by="tests",
            webhook_url="http://127.0.0.1:9/hook",
            webhook_method="POST",
            webhook_secret="hush-hush",
        )
        return (client or self.api).create_executor(body, **keywords)["data"]

    def new_local_executor(self, name="local", client=None, **keywords):
        body = t.LocalExecutorRegisterRequest(
            name=name, command="/bin/true", working_dir="/srv/app", created_by="tests"
        )
        return (client or self.api).register_local_executor(body, **keywords)["data"]["id"]

    def new_jobs(self, *bodies, client=None):
        """Creates jobs and follows the request to its end; the rows as the task's output tells them."""
        client = client or self.api
        task = client.get_async_task(client.batch_create_jobs(list(bodies))["data"])["data"]
        assert task["state"] == 2, task
        return json.loads(task["output"])

    def new_job(self, client=None, **fields):
        return self.new_jobs(job(**fields), client=client)[0]


def job(**fields):
    """A valid job of the seed's project that does not fire while a test runs."""
    given = {"project_id": PROJECT, "timezone": "UTC", "spec": YEARLY, "created_by": "tests"}
    given.update(fields)
    return t.JobRequestBody(**given)


@contextlib.contextmanager
def refused(status, *words, exactly=None):
    """The call inside must be refused with this status (or one of these) and these words."""
    statuses = status if isinstance(status, tuple) else (status,)
    with pytest.raises(requests.HTTPError) as caught:
        yield caught
    response = caught.value.response
    message = raw.message_of(response.json())
    assert response.status_code in statuses, f"{response.status_code} {message!r}, expected {statuses}"
    if exactly is not None:
        assert message == exactly
    for word in words:
        assert word in message, f"{word!r} is not in {message!r}"


def ids(rows):
    return [row["id"] for row in rows]


def assert_page(page, name, total, offset, limit):
    assert page["total"] == total
    assert page["offset"] == offset
    assert page["limit"] == limit
    assert isinstance(page[name], list)


def assert_utc(*dates):
    for date in dates:
        assert isinstance(date, str) and RFC3339_UTC.match(date), f"not RFC 3339 in UTC: {date!r}"
