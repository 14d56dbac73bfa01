"""HTTP over a bare socket: sizes, keep-alive, pipelining, dripped bytes, and what is no HTTP at all."""

import concurrent.futures
import json
import time

import pytest

from support import raw
from support.bad_input import GOOD_PROJECT, server_lives_on  # noqa: F401 (the fixture runs for every test of this file)
from support.world import EXECUTOR, KEY, PROJECT, ids

LIMIT_BYTES = 8 * 1024 * 1024


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
            connection.send(
                connection.head("GET", "/api/v1/projects", {**KEY, **{f"X-{n}": "y" for n in range(20_000)}})
            )
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
            + connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": len(body)})
            + body
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
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"HELLO\x00\xff\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET / HTTP/1.1\r\nBad Header: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\r\n",
        b"G\xc3\x84T / HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_http(world, request_bytes):
    """Answered with a 4xx, or the connection is closed; never with a 5xx other than "version not supported"."""
    with raw.Connection(world.base_url, timeout=1) as connection:
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
        head = connection.head(
            "POST", "/api/v1/projects", {**KEY, "Content-Length": len(body), "Expect": "100-continue"}
        )
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


# Many at once


def test_writes_at_the_same_time_are_all_kept(world):
    def create(n):
        return world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": f"project {n}"})

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(create, range(64)))
    assert {answer.status for answer in answers} == {201}
    assert sorted(answer.data["id"] for answer in answers) == list(range(PROJECT + 1, PROJECT + 65))
    assert world.api.list_projects(limit=1)["data"]["total"] == 65


def test_the_same_name_at_the_same_time_is_made_once(world):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: world.raw("POST", "/projects", body=GOOD_PROJECT), range(16)))
    assert sorted(answer.status for answer in answers) == [201] + [400] * 15
    assert ids(world.api.list_executors()["data"]["executors"]) == [EXECUTOR]
