"""Bad input: the right status, clear words, nothing changed, and the server lives on."""

import json
import time

import pytest

from support import raw
from support.world import EXECUTOR, KEY, PROJECT, YEARLY, ids

LIMIT_BYTES = 8 * 1024 * 1024
GOOD_PROJECT = {"name": "n", "description": "d", "createdBy": "me"}
GOOD_JOB = {"projectId": PROJECT, "timezone": "UTC", "spec": YEARLY, "createdBy": "me"}


@pytest.fixture(autouse=True)
def server_lives_on(world):
    """Whatever a test did: the next request is answered, and the seed's project is still there."""
    yield
    answer = world.raw("GET", f"/projects/{PROJECT}")
    assert answer.status == 200
    assert answer.data["id"] == PROJECT


def posts(job):
    """The text of a POST /jobs body in which one value is given as raw JSON."""
    members = ", ".join(f"{json.dumps(name)}: {value}" for name, value in job.items())
    return ("[{" + members + "}]").encode()


def raw_job(**values):
    return posts({**{name: json.dumps(value) for name, value in GOOD_JOB.items()}, **values})


def refused_clearly(answer, statuses=(400, 422)):
    assert answer.status in statuses, answer.body[:300]
    assert answer.json["success"] is False
    assert answer.text
    assert len(answer.body) < 5000


# JSON that is none


NOT_JSON = [b"{", b"[", b"]", b"nul", b"{]", b"[1,]", b'{"a":}', b"'a'", b'"', b"[{}]x", b"\xff\xfe", b"\x00", b"01", b"[+1]",
            b"[1.]", b'["\t"]', b'["\\x"]', b'["\\u12"]', b"[NaN]", b"[Infinity]", b"// no\n[]", b"\xef\xbb\xbf[]", b'["\xff"]']


@pytest.mark.parametrize("body", NOT_JSON, ids=repr)
@pytest.mark.parametrize("method, path", [("POST", "/jobs"), ("POST", "/projects"), ("PUT", "/executors/456")])
def test_wrong_json(world, method, path, body):
    refused_clearly(world.raw(method, path, body=body))
    assert world.api.list_jobs()["data"]["total"] == 0


@pytest.mark.parametrize(
    "method, path",
    [
        ("POST", "/jobs"), ("PUT", "/jobs/1"), ("DELETE", "/jobs/1"), ("POST", "/projects"), ("PUT", "/projects/123"),
        ("DELETE", "/projects/123"), ("POST", "/executors"), ("PUT", "/executors/456"), ("POST", "/credentials"),
        ("POST", "/local-executors"), ("POST", "/executions/cleanup-old-logs"), ("POST", "/cluster/restore"),
        ("POST", "/prompt"), ("PUT", "/ai/settings"),
    ],
)
@pytest.mark.parametrize("body", [b"", b"null", b"   ", b"7", b'"text"', b"true"])
def test_a_body_of_the_wrong_kind(world, method, path, body):
    """Also the empty body and `null`, which the Go clients send: one JSON document comes back, never a closed socket."""
    refused_clearly(world.raw(method, path, body=body))


def test_an_empty_body_is_named(world):
    for path in ("/jobs", "/projects", "/executors", "/credentials", "/local-executors", "/prompt"):
        answer = world.raw("POST", path, body=b"")
        assert (answer.status, answer.text) == (400, "request body required")


def test_syntax_errors_speak_as_go_does(world):
    said = lambda body: (lambda answer: (answer.status, answer.text))(world.raw("POST", "/jobs", body=body))
    assert said(b"[") == (422, "unexpected end of JSON input")
    assert said(b"x") == (422, "invalid character 'x' looking for beginning of value")
    assert said(b"[] x") == (422, "invalid character 'x' after top-level value")


@pytest.mark.parametrize("depth", [600, 20_000, 1_000_000])
@pytest.mark.parametrize("opening, closing", [(b"[", b"]"), (b'{"a":', b"}")])
def test_deep_nesting(world, depth, opening, closing):
    refused_clearly(world.raw("POST", "/jobs", body=opening * depth + closing * depth))
    refused_clearly(world.raw("POST", "/projects", body=b'{"name":' + opening * depth))


# Values of the wrong type or size


@pytest.mark.parametrize(
    "name, value",
    [
        ("projectId", '"123"'), ("projectId", "1.5"), ("projectId", "-1"), ("projectId", "[]"), ("projectId", "true"),
        ("projectId", "1e400"), ("projectId", "99999999999999999999"), ("projectId", "1" * 5000),
        ("timezone", "5"), ("timezone", "{}"), ("spec", "5"), ("spec", "[]"), ("data", "{}"), ("data", "7"),
        ("retryMax", '"3"'), ("retryMax", "2147483648000000000000"), ("retryMax", "0.5"), ("status", "1"),
        ("startDate", "5"), ("startDate", '"soon"'), ("endDate", "false"), ("createdBy", "7"), ("timezoneOffset", '"x"'),
    ],
)
def test_values_of_the_wrong_type(world, name, value):
    refused_clearly(world.raw("POST", "/jobs", body=raw_job(**{name: value})))
    assert world.api.list_jobs()["data"]["total"] == 0


def test_a_wrong_type_is_named_in_gos_words(world):
    answer = world.raw("POST", "/jobs", body=raw_job(spec="5"))
    assert answer.status == 422
    assert answer.text == "json: cannot unmarshal number into Go struct field Job.spec of type string"


def test_unknown_fields_are_ignored_and_names_have_no_case(world):
    body = {"NAME": "Loud", "Description": "d", "createdby": "me", "colour": "blue", "id": 7, "accountId": 456}
    answer = world.raw("POST", "/projects", body=body)
    assert answer.status == 201
    assert (answer.data["name"], answer.data["id"], answer.data["accountId"]) == ("Loud", PROJECT + 1, 123)


def test_of_two_equal_names_the_last_counts(world):
    answer = world.raw("POST", "/projects", body=b'{"name":"first","name":"last","description":"d","createdBy":"me"}')
    assert (answer.status, answer.data["name"]) == (201, "last")


@pytest.mark.parametrize("name", ["\\ud800", "\\udc00", "\\ud800\\ud800", "a\\ud83dz", "\\udc00\\ud800"])
def test_lone_surrogates(world, name):
    """They stand for no character: replaced or refused, and what comes back is valid UTF-8 in any case."""
    body = ('{"name":"' + name + '","description":"d","createdBy":"me"}').encode()
    answer = world.raw("POST", "/projects", body=body)
    if answer.status == 201:
        assert "\ufffd" in answer.data["name"]
        assert world.api.get_project(answer.data["id"])["data"]["name"] == answer.data["name"]
    else:
        refused_clearly(answer)
    world.raw("GET", "/projects").body.decode("utf-8")


TEXTS = ["'; DROP TABLE projects; --", '" OR 1=1 --', "%27", "\\", "a\u0000b", "<script>&", "a\u2028b\u2029c", "🦊", "é", "e\u0301",
         "%s%n{}", "a\r\nX-Injected: 1", "\x7f\x1b[31m", "a" * 10_000]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:20])
def test_text_comes_back_as_it_went_in(world, text):
    made = world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": text})
    assert made.status == 201
    assert world.api.get_project(made.data["id"])["data"]["name"] == text
    job = world.new_job(data=text[:3000], project_id=made.data["id"])
    assert world.api.get_job(job["id"])["data"]["data"] == text[:3000]


def test_html_is_escaped_as_go_does(world):
    assert b"\\u003cb\\u003e\\u0026" in world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": "<b>&"}).body


def test_sql_in_every_parameter(world):
    world.new_job()
    for value in ("1%20OR%201=1", "1;DROP%20TABLE%20jobs", "%27%20UNION%20SELECT%201--", "id%20DESC--"):
        for name in ("limit", "offset", "orderBy", "orderByDirection", "projectId"):
            refused_clearly(world.raw("GET", f"/jobs?{name}={value}"), (400, 404))
        for name in ("limit", "offset", "startDate", "endDate", "projectId", "jobId", "state", "orderBy"):
            refused_clearly(world.raw("GET", f"/executions?{name}={value}"), (400,))
    assert world.api.list_jobs()["data"]["total"] == 1


# Ids


WRONG_IDS = ["abc", "1.5", "0x10", "1e3", "99999999999999999999", "%20123", "123%20", "%EF%BC%91", "1_000", "%00", "+-1", "%ff", "'"]


@pytest.mark.parametrize("wrong", WRONG_IDS)
@pytest.mark.parametrize("plural", ["projects", "jobs", "executors", "credentials", "accounts"])
def test_wrong_ids(world, plural, wrong):
    refused_clearly(world.raw("GET", f"/{plural}/{wrong}"), (400, 404))


@pytest.mark.parametrize("unknown", ["0", "-1", "9223372036854775807"])
@pytest.mark.parametrize("plural", ["projects", "jobs", "executors", "credentials"])
def test_unknown_ids(world, plural, unknown):
    refused_clearly(world.raw("GET", f"/{plural}/{unknown}"), (400, 404))


# Query


def test_an_empty_parameter_is_none(world):
    answer = world.raw("GET", "/projects?limit=&offset=&orderBy=&orderByDirection=")
    assert (answer.status, answer.data["limit"], answer.data["offset"]) == (200, 10, 0)


@pytest.mark.parametrize("query", ["limit=-1", "limit=99999999999999999999", "offset=99999999999999999999", "limit=1e2"])
def test_numbers_out_of_reach(world, query):
    for plural in ("projects", "jobs", "executors", "credentials"):
        refused_clearly(world.raw("GET", f"/{plural}?{query}"), (400, 429))


def test_a_negative_offset_is_never_a_crash(world):
    for path in ("/projects?offset=-1", "/jobs?offset=-1", "/executions?offset=-1", "/executions?limit=-1"):
        assert world.raw("GET", path).status in (200, 400, 429)


def test_an_offset_past_the_end_is_an_empty_page(world):
    answer = world.raw("GET", "/projects?offset=9223372036854775807")
    assert answer.status in (200, 400)
    if answer.status == 200:
        assert answer.data["projects"] == []


@pytest.mark.parametrize("query", ["limit=5&limit=6", "limit=5;offset=1", "%zz=1", "limit=%zz", "=", "&&&", "a[b]=c", "?" * 50])
def test_odd_queries(world, query):
    assert world.raw("GET", f"/projects?{query}").status in (200, 400)


# Paths


@pytest.mark.parametrize(
    "path",
    ["//projects", "/projects//", "/./projects", "/x/../projects", "/projects/..", "/../v1/projects", "/projects/%2e%2e",
     "/projects%2f123", "/projects/123%2f..", "/projects/123/", "/PROJECTS", "/projects;a=b", "/projects/123/extra",
     "/..%2f..%2f__admin/state", "/%2e%2e/%2e%2e/__admin/state", "/projects\\123", "/projects/%zz", "/%", "/projects%00"],
)
def test_tricks_with_the_path(world, path):
    """Not found, refused, or sent to the clean path; never something else than was asked for."""
    answer = world.raw("GET", path, {})
    assert answer.status in (301, 307, 308, 400, 401, 404), answer.body[:200]
    if answer.status in (301, 307, 308):
        assert ".." not in answer.headers["Location"] and "//" not in answer.headers["Location"].partition("://")[2]
    assert b"apiKey" not in answer.body and b"api-secret" not in answer.body


def test_another_world_is_not_reached_by_the_path(server, world):
    world.new_project("Hidden")
    for target in (f"/worlds/x/../{world.name}/api/v1/projects", f"/worlds/x/%2e%2e/{world.name}/api/v1/projects"):
        answer = raw.exchange(server.base_url, "GET", target, KEY)
        assert b"Hidden" not in answer.body or answer.status != 200


# Sizes


def test_a_body_below_the_limit_is_read(world):
    padding = b" " * (LIMIT_BYTES - 1000)
    answer = world.raw("POST", "/projects", body=json.dumps(GOOD_PROJECT).encode() + padding)
    assert answer.status == 201


def test_a_body_over_the_limit_is_413(world):
    answer = world.raw("POST", "/projects", body=json.dumps(GOOD_PROJECT).encode() + b" " * LIMIT_BYTES)
    assert answer.status == 413
    assert world.api.list_projects()["data"]["total"] == 1


def test_a_chunked_body_over_the_limit_is_413(world):
    with raw.Connection(world.base_url) as connection:
        connection.send(connection.head("POST", "/api/v1/projects", {**KEY, "Transfer-Encoding": "chunked"}))
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        try:
            for _ in range(LIMIT_BYTES // 0x10000 + 2):
                connection.send(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.answer("POST").status == 413


def test_a_chunked_body_is_a_body(world):
    body = json.dumps(GOOD_PROJECT).encode()
    with raw.Connection(world.base_url) as connection:
        connection.send(connection.head("POST", "/api/v1/projects", {**KEY, "Transfer-Encoding": "chunked"}))
        for byte in body:
            connection.send(b"1\r\n" + bytes([byte]) + b"\r\n")
        connection.send(b"0\r\n\r\n")
        assert connection.answer("POST").status == 201


def test_a_head_that_is_too_large_is_431(world):
    with raw.Connection(world.base_url) as connection:
        try:
            connection.send(connection.head("GET", "/api/v1/projects", {**KEY, "X-Large": "x" * 300_000}))
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.answer().status == 431


def test_too_many_headers_are_431(world):
    with raw.Connection(world.base_url) as connection:
        try:
            connection.send(connection.head("GET", "/api/v1/projects", {**KEY, **{f"X-{n}": "y" for n in range(20_000)}}))
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.answer().status == 431


def test_a_very_long_path_is_refused(world):
    with raw.Connection(world.base_url) as connection:
        try:
            connection.send(connection.head("GET", "/api/v1/projects/" + "1" * 300_000, KEY))
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.answer().status in (400, 404, 414, 431)


# The wire


def test_one_connection_serves_many_requests(world):
    with raw.Connection(world.base_url) as connection:
        for _ in range(50):
            connection.send(connection.head("GET", "/api/v1/projects/123", KEY))
            assert connection.answer().data["id"] == 123


def test_pipelined_requests_are_answered_in_order(world):
    body = json.dumps(GOOD_PROJECT).encode()
    with raw.Connection(world.base_url) as connection:
        connection.send(
            connection.head("GET", "/api/v1/projects/123", KEY)
            + connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": len(body)}) + body
            + connection.head("HEAD", "/api/v1/projects/124", KEY)
            + connection.head("GET", "/api/v1/nothing")
            + connection.head("GET", "/api/v1/projects/124", KEY)
        )
        assert connection.answer().data["id"] == 123
        assert connection.answer("POST").status == 201
        assert connection.answer("HEAD").status == 200
        assert connection.answer().status == 404
        assert connection.answer().data["name"] == "n"


def test_a_refused_body_does_not_leak_into_the_next_request(world):
    body = b"GET /api/v1/never HTTP/1.1\r\nHost: x\r\n\r\n"
    with raw.Connection(world.base_url) as connection:
        connection.send(connection.head("POST", "/api/v1/projects", {"Content-Length": len(body)}) + body)
        connection.send(connection.head("GET", "/api/v1/projects/123", KEY))
        assert connection.answer("POST").status == 401
        assert connection.answer().data["id"] == 123


def test_dripped_bytes(world):
    """A request that comes byte by byte is a request."""
    body = json.dumps(GOOD_PROJECT).encode()
    with raw.Connection(world.base_url) as connection:
        request = connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": len(body)}) + body
        for byte in request:
            connection.send(bytes([byte]))
            time.sleep(0.001)
        assert connection.answer("POST").status == 201


def test_unfinished_requests_hold_nobody_up(world):
    stuck = [raw.Connection(world.base_url) for _ in range(50)]
    try:
        for n, connection in enumerate(stuck):
            head = connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": 100})
            connection.send(head[: n * 5] if n % 2 else head + b"{")
        start = time.monotonic()
        assert world.raw("GET", "/projects/123").status == 200
        assert time.monotonic() - start < 2
    finally:
        for connection in stuck:
            connection.close()


def test_a_client_that_goes_away_in_the_middle(world):
    for cut in (10, 60, 150, 215):
        with raw.Connection(world.base_url) as connection:
            connection.send((connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": 100}) + b"{")[:cut])
    assert world.api.list_projects()["data"]["total"] == 1


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"HELLO\x00\xff\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET / HTTP/1.1\r\nBad Header: x\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"G\xc3\x84T / HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_http(world, request_bytes):
    """Answered with a 4xx, or the connection is closed; never with a 5xx other than "version not supported"."""
    with raw.Connection(world.base_url, timeout=3) as connection:
        connection.send(request_bytes)
        try:
            status = connection.answer().status
        except Exception:
            return  # Closed, or still waiting for the rest of a line.
        assert 400 <= status < 500 or status == 505


def test_http_1_0_is_answered_and_closed(world):
    with raw.Connection(world.base_url) as connection:
        connection.send(connection.head("GET", "/api/v1/projects/123", KEY, version="HTTP/1.0"))
        assert connection.answer().data["id"] == 123
        assert connection.is_closed_by_server()


def test_connection_close_is_honoured(world):
    with raw.Connection(world.base_url) as connection:
        connection.send(connection.head("GET", "/api/v1/projects/123", {**KEY, "Connection": "close"}))
        assert connection.answer().data["id"] == 123
        assert connection.is_closed_by_server()


def test_expect_continue(world):
    body = json.dumps(GOOD_PROJECT).encode()
    with raw.Connection(world.base_url) as connection:
        head = connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": len(body), "Expect": "100-continue"})
        connection.send(head)
        time.sleep(0.05)
        connection.send(body)
        assert connection.answer("POST").status == 201


def test_the_content_type_is_never_looked_at(world):
    for n, kind in enumerate(("text/plain", "application/xml", "", "application/json; charset=utf-16")):
        answer = world.raw("POST", "/projects", {**KEY, "Content-Type": kind}, {**GOOD_PROJECT, "name": str(n)})
        assert answer.status == 201


@pytest.mark.parametrize("value", ["é", "\x01", "a" * 5000, "' OR '1'='1", "%61pi-key"])
def test_odd_credentials(world, value):
    headers = {**KEY, "X-API-Key": value}
    answer = world.raw("GET", "/projects", {name: text.encode("latin-1") for name, text in headers.items()})
    assert answer.status in (400, 401)


def test_writes_at_the_same_time_are_all_kept(world):
    import concurrent.futures

    def create(n):
        return world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": f"project {n}"})

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(create, range(64)))
    assert {answer.status for answer in answers} == {201}
    assert sorted(answer.data["id"] for answer in answers) == list(range(PROJECT + 1, PROJECT + 65))
    assert world.api.list_projects(limit=1)["data"]["total"] == 65


def test_the_same_name_at_the_same_time_is_made_once(world):
    import concurrent.futures

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: world.raw("POST", "/projects", body=GOOD_PROJECT), range(16)))
    assert sorted(answer.status for answer in answers) == [201] + [400] * 15
    assert ids(world.api.list_executors()["data"]["executors"]) == [EXECUTOR]
