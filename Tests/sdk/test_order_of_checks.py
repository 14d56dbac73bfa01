"""What is looked at first: route, credential, scope, account, body, rules. A request with several faults tells."""

import json

import pytest

from support.world import ACCOUNT, KEY, OPERATOR, PROJECT, UNAUTHORIZED, YEARLY

ADMIN_KEY_WITHOUT_ACCOUNT = {name: value for name, value in KEY.items() if name != "X-Account-ID"}
NEEDED = "x-account-id header is required"
INVALID = "invalid x-account-id header"
NEEDS_ACCOUNT = [
    "/jobs",
    "/projects",
    "/credentials",
    "/executors",
    "/executions",
    "/executions/totals",
    "/async-tasks/x",
]


def key_headers(row, account=ACCOUNT):
    headers = {"X-API-Key": row["apiKey"], "X-Secret-Key": row["plaintextSecret"]}
    return headers if account is None else {**headers, "X-Account-ID": account}


def said(answer):
    return answer.status, answer.text


# Route before credential


@pytest.mark.parametrize("headers", [{}, KEY, {"X-API-Key": "wrong", "X-Secret-Key": "wrong"}])
@pytest.mark.parametrize("path", ["/nothing", "/projects/", "/projects/1/jobs", "/accounts", "/jobs/1/executions", ""])
def test_an_unknown_path_is_404_for_everybody(world, headers, path):
    answer = world.raw("GET", path, headers)
    if path == "/accounts":
        assert answer.status == 405  # POST is served there.
        return
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.body == b"404 page not found\n"


@pytest.mark.parametrize(
    "method, path, allowed",
    [
        ("PATCH", "/projects/1", {"GET", "PUT", "DELETE"}),
        ("POST", "/projects/1", {"GET", "PUT", "DELETE"}),
        ("DELETE", "/jobs", {"GET", "POST"}),
        ("PUT", "/healthcheck", {"GET"}),
        ("GET", "/cluster/backup", {"POST"}),
        ("GET", "/accounts/1/features/all", {"PUT", "DELETE"}),
        ("OPTIONS", "/projects", {"GET", "POST"}),
    ],
)
def test_a_wrong_method_is_405_for_everybody(world, method, path, allowed):
    answer = world.raw(method, path, {})
    assert answer.status == 405
    named = {name.strip() for name in answer.headers["Allow"].split(",")}
    assert allowed <= named
    assert named - allowed <= {"HEAD", "OPTIONS"}
    assert ("HEAD" in named) == ("GET" in named)


# Credential


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Account-ID": ACCOUNT},
        {"X-API-Key": "api-key", "X-Account-ID": ACCOUNT},
        {"X-Secret-Key": "api-secret", "X-Account-ID": ACCOUNT},
        {**KEY, "X-Secret-Key": "api-secreT"},
        {**KEY, "X-Secret-Key": ""},
        {**KEY, "X-API-Key": "api-key2"},
        {"Authorization": OPERATOR["Authorization"]},
        {"X-Peer": "cmd"},
        {**OPERATOR, "X-Peer": "admin"},
        {**OPERATOR, "Authorization": "Basic dXNlcm5hbWU6d3Jvbmc="},
        {**OPERATOR, "Authorization": "Basic !!!"},
        {**OPERATOR, "Authorization": "Bearer dXNlcm5hbWU6cGFzc3dvcmQ="},
    ],
)
def test_without_a_valid_credential_it_is_401(world, headers):
    for method, path in (("GET", "/projects"), ("POST", "/jobs"), ("GET", "/accounts/abc"), ("DELETE", "/executors/1")):
        answer = world.raw(method, path, headers, b"{" if method == "POST" else None)
        assert said(answer) == (401, UNAUTHORIZED)
        assert list(answer.json) == ["data", "success"]
        assert "WWW-Authenticate" not in answer.headers


@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_header_names_have_no_case(world, case):
    assert world.raw("GET", "/projects", {case(name): value for name, value in KEY.items()}).status == 200


@pytest.mark.parametrize("peer", ["cmd", "peer"])
def test_an_operator_needs_no_scope(world, peer):
    headers = {**OPERATOR, "X-Peer": peer}
    assert world.raw("GET", "/accounts/123", headers).status == 200
    assert world.raw("GET", "/projects", {**headers, "X-Account-ID": ACCOUNT}).status == 200


def test_wrong_key_and_right_operator_is_the_operator(world):
    assert world.raw("GET", "/accounts/123", {**OPERATOR, "X-API-Key": "x", "X-Secret-Key": "y"}).status == 200


def test_right_key_and_operator_is_the_key(world):
    row, _ = world.credential("read")
    answer = world.raw("GET", "/accounts/123", {**OPERATOR, **key_headers(row)})
    assert said(answer) == (403, "credential missing required scope: admin")


def test_acting_as_a_credential(world):
    reader, _ = world.credential("read")
    archived, _ = world.credential("read")
    world.raw("POST", f"/credentials/{archived['id']}/archive", body={"archivedBy": "me"})
    acting = {**OPERATOR, "X-Act-As-API-Key": reader["apiKey"]}
    ask = lambda **headers: world.raw(
        "GET", "/projects", {**acting, **{k.replace("_", "-"): v for k, v in headers.items()}}
    )
    assert ask(X_Account_ID=ACCOUNT).status == 200
    assert said(ask()) == (401, "account id is required to act as a credential")
    assert said(ask(X_Account_ID="abc")) == (401, "invalid account id")
    assert said(ask(X_Account_ID="0")) == (401, "invalid account id")
    assert said(ask(X_Account_ID="456")) == (401, "credential not found for account")
    assert said(ask(X_Account_ID=ACCOUNT, X_Act_As_API_Key="nobody")) == (401, "credential not found for account")
    assert said(ask(X_Account_ID=ACCOUNT, X_Act_As_API_Key=archived["apiKey"])) == (401, "credential is archived")
    answer = world.raw("POST", "/projects", {**acting, "X-Account-ID": ACCOUNT}, {})
    assert said(answer) == (403, "credential missing required scope: write")


def test_acting_as_means_nothing_without_the_operator(world):
    answer = world.raw("GET", "/projects", {"X-Act-As-API-Key": "api-key", "X-Account-ID": ACCOUNT})
    assert said(answer) == (401, UNAUTHORIZED)


# Credential before scope before account before body


@pytest.mark.parametrize("account", [None, "", "abc", "0", ACCOUNT])
def test_scope_before_account_and_body(world, account):
    row, _ = world.credential("read")
    headers = key_headers(row, None if account is None else account)
    for method, path in (("POST", "/projects"), ("PUT", "/jobs/abc"), ("DELETE", "/executors/999")):
        assert said(world.raw(method, path, headers, b"{")) == (403, "credential missing required scope: write")


@pytest.mark.parametrize("headers", [OPERATOR, ADMIN_KEY_WITHOUT_ACCOUNT], ids=["operator", "key"])
@pytest.mark.parametrize("path", NEEDS_ACCOUNT)
def test_the_account_is_needed(world, headers, path):
    assert said(world.raw("GET", path, headers)) == (400, NEEDED)
    for wrong in ("abc", "0", "-1", "1.5", "99999999999999999999999"):
        assert said(world.raw("GET", path, {**headers, "X-Account-ID": wrong})) == (400, INVALID)


@pytest.mark.parametrize("headers", [OPERATOR, ADMIN_KEY_WITHOUT_ACCOUNT], ids=["operator", "key"])
def test_the_account_is_looked_at_before_the_body(world, headers):
    for path in ("/jobs", "/projects", "/credentials", "/executors", "/prompt", "/executions/cleanup-old-logs"):
        assert said(world.raw("POST", path, headers, b"{")) == (400, NEEDED)


@pytest.mark.parametrize("headers", [OPERATOR, ADMIN_KEY_WITHOUT_ACCOUNT], ids=["operator", "key"])
@pytest.mark.parametrize("path", ["/features", "/accounts/123", "/accounts/123/tokens", "/ai/models"])
def test_accounts_and_features_need_no_account(world, headers, path):
    assert world.raw("GET", path, headers).status == 200


def test_a_key_opens_its_own_account_and_an_admin_key_any(world):
    row, _ = world.credential("read", "write", "execute")
    assert said(world.raw("GET", "/projects", key_headers(row, "456"))) == (401, UNAUTHORIZED)
    admin, _ = world.credential("admin")
    assert world.raw("GET", "/projects", key_headers(admin, "456")).status == 200


# The body before the thing it is about


def test_put_job(world):
    job = world.new_job()["id"]
    put = lambda path, body: said(world.raw("PUT", f"/jobs/{path}", body=body))
    assert put("abc", b"{")[0] == 422
    assert put("abc", {}) == (400, 'strconv.Atoi: parsing "abc": invalid syntax')
    assert put("999", {}) == (400, "modifiedBy is required")
    assert put("999", {"modifiedBy": "me", "projectId": 999})[0] == 404
    assert put(job, {"modifiedBy": "me", "projectId": 999, "executorId": 7, "spec": "x"})[0] == 404
    assert put(job, {"modifiedBy": "me", "executorId": 7, "spec": "x"}) == (403, "executor does not belong to account")
    assert put(job, {"modifiedBy": "me", "spec": "x"}) == (400, "job spec is not valid x")
    assert world.raw("PUT", f"/jobs/{job}", body={"modifiedBy": "me"}).status == 200


def test_post_jobs_one_fault_after_the_other(world):
    """Starts with every fault at once; each message is answered to by mending what it names."""
    job = {"createdBy": "", "spec": "never", "timezone": "", "projectId": 999, "executorId": 7, "data": "x" * 3073}
    job |= {"startDate": "2124-02-01T00:00:00Z", "endDate": "2124-01-01T00:00:00Z", "retryMax": 99, "status": "paused"}
    post = lambda body: said(world.raw("POST", "/jobs", body=body))
    assert post(b"") == (400, "request body required")
    assert post(b"[{]")[0] == 422
    assert post(job)[0] == 422
    assert post([job] * 101) == (400, "number of jobs should be between 1 and 100. Current number of jobs: 101")
    for message, mended in [
        ("job spec is not valid never", {"spec": YEARLY}),
        ("job timezone is not valid, provided timezone is ", {"timezone": "UTC"}),
        ("job data exceeds maximum size of 3KB. Current size: 3073 bytes", {"data": "x"}),
        ("job end date is before start date", {"endDate": "2124-03-01T00:00:00Z"}),
        ("job retry max is greater than 15", {"retryMax": 1}),
        ("job status must be 'active' or 'inactive'", {"status": "active"}),
        ("a project in the payload does not exist. project id [999]", {"projectId": PROJECT}),
        ("a executor in the payload does not exist. executor id [7]", {"executorId": 456}),
    ]:
        assert post([job]) == (400, message)
        job |= mended
    assert world.api.list_jobs()["data"]["total"] == 0
    assert world.raw("POST", "/jobs", body=[job]).status == 202


def test_post_credentials_one_fault_after_the_other(world):
    row, _ = world.credential("write")
    post = lambda body: said(world.raw("POST", "/credentials", key_headers(row), body))
    assert post(b"") == (400, "request body required")
    assert post(b"{")[0] == 422
    assert post({"scopes": ["admin", "fly", "fly"]}) == (400, "createdBy is required")
    not_admin = "admin scope may only be granted by an operator or an admin credential"
    assert post({"createdBy": "me", "scopes": ["admin", "fly", "fly"]}) == (403, not_admin)
    assert post({"createdBy": "me", "scopes": ["fly", "fly"]}) == (400, "invalid scope: fly")
    assert post({"createdBy": "me", "scopes": ["read", "read"]}) == (400, "duplicate scope: read")


def test_accounts_path_before_body_before_account(world):
    put = lambda path, body: world.raw("PUT", f"/accounts/{path}/feature", body=body)
    assert put("abc", b"{").status == 400
    assert "abc" in put("abc", b"{").text
    assert put("999", b"{").status == 400
    assert said(put("999", {"featureId": 0})) == (400, "feature id is required")
    assert put("999", {"featureId": 1}).status == 404


def test_prompt_one_fault_after_the_other(world):
    post = lambda body: said(world.raw("POST", "/prompt", body=body))
    assert post(b"") == (400, "request body required")
    assert post(b"[")[0] == 422
    assert post({"prompt": "", "timezone": "Mars"}) == (400, "prompt is required")
    assert post({"prompt": "x" * 161, "timezone": "Mars"}) == (400, 'invalid timezone "Mars": unknown time zone Mars')
    assert post({"prompt": "x" * 161, "purposes": ["p"] * 6}) == (400, "prompt must be less than 160 characters")


def test_errors_are_words_in_data(world):
    """The documented envelope: `data` of an error is its message, a text."""
    asked = [
        ("GET", "/accounts/abc", None),
        ("GET", "/accounts/999", None),
        ("POST", "/accounts", {"name": ""}),
        ("POST", "/accounts", b"{"),
        ("GET", "/projects/abc", None),
        ("GET", "/projects/999", None),
        ("POST", "/projects", {"createdBy": "me"}),
        ("GET", "/credentials/999", None),
        ("GET", "/async-tasks/nothing", None),
        ("PUT", "/ai/settings", {"active_models": [{}]}),
        ("POST", "/cluster/restore", {}),
        ("GET", "/jobs?limit=101", None),
    ]
    for method, path, body in asked:
        answer = world.raw(method, path, body=body)
        assert 400 <= answer.status < 500, (method, path)
        assert isinstance(answer.data, str) and answer.data, (method, path, answer.body)
        assert answer.json["success"] is False
        json.loads(answer.body)


# HEAD


@pytest.mark.parametrize(
    "path", ["/projects", "/projects/123", "/jobs", "/healthcheck", "/executors/456", "/projects/999"]
)
def test_head_is_get_without_the_body(world, path):
    get, head = world.raw("GET", path), world.raw("HEAD", path)
    assert head.status == get.status
    assert head.body == b""
    assert head.headers["Content-Type"] == get.headers["Content-Type"]
    assert head.headers.get("Content-Length", str(len(get.body))) == str(len(get.body))


def test_head_is_checked_as_get_is(world):
    assert world.raw("HEAD", "/projects", {}).status == 401
    assert world.raw("HEAD", "/nothing", {}).status == 404
    assert world.raw("HEAD", "/cluster/backup", {}).status == 405
    assert world.raw("HEAD", "/projects", OPERATOR).status == 400
