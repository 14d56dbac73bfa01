"""The process: its ready line, options, exit codes, and how it stops."""

import json
import re
import subprocess
import threading
import time

import pytest

from support import raw
from support.server import Server, binary, clean_environment, run
from support.world import KEY, World, job


def test_the_ready_line_is_all_that_is_printed():
    with Server() as server:
        World(server).raw("GET", "/projects")
        assert re.match(r"^scheduler0-mock listening on http://127\.0\.0\.1:\d+\n$", server.output())
        assert server.ready_file.read_text().strip() == server.base_url


def test_serve_is_what_it_does_without_asking():
    plain = Server()
    plain.arguments.remove("serve")
    with plain:
        assert World(plain).raw("GET", "/healthcheck", {}).status == 200


def test_options_come_from_the_environment_too(tmp_path):
    environment = {**clean_environment(), "SCHEDULER0_MOCK_PORT": "0", "SCHEDULER0_MOCK_USERNAME": "root"}
    process = subprocess.Popen([binary(), "serve"], stdout=subprocess.PIPE, env=environment, text=True, cwd=tmp_path)
    try:
        line = process.stdout.readline()
        port = int(line.rsplit(":", 1)[1])
        assert port not in (0, 7070)
        basic = {"Authorization": "Basic cm9vdDpwYXNzd29yZA==", "X-Peer": "cmd"}  # root:password
        assert raw.exchange(f"http://127.0.0.1:{port}", "GET", "/api/v1/features", basic).status == 200
    finally:
        process.terminate()
        assert process.wait(timeout=5) == 0


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["serve", "--port", "70000"], ["70000"]),
        (["serve", "--port", "many"], ["many"]),
        (["serve", "--database", "/nonexistent/folder/mock.db"], ["/nonexistent/folder"]),
        (["serve", "--seed-file", "/nonexistent/seed.json"], ["/nonexistent/seed.json"]),
        (["serve", "--api-level", "9.9"], ["9.9"]),
        (["serve", "--no-such-option"], ["no-such-option"]),
        (["no-such-command"], ["no-such-command"]),
    ],
)
def test_what_cannot_start_says_why_and_exits_with_2(arguments, words):
    extra = ["--port", "0"] if "--port" not in arguments and arguments[0] == "serve" else []
    code, output, errors = run(*arguments, *extra)
    assert code == 2
    assert output == ""
    for word in words:
        assert word in errors.splitlines()[0]


def test_a_port_in_use():
    with Server() as server:
        port = server.base_url.rsplit(":", 1)[1]
        code, output, errors = run("serve", "--port", port)
    assert (code, output) == (2, "")
    assert len(errors.strip().splitlines()) == 1
    assert port in errors


@pytest.mark.parametrize(
    "content, words",
    [
        ("{", []),
        ("[]", []),
        ('{"accounts": 5}', ["/accounts"]),
        ('{"accounts": [{"id": "one", "name": "x"}]}', ["/accounts/0/id"]),
        ('{"acounts": []}', ["acounts"]),
    ],
)
def test_a_bad_seed_file_is_named_with_the_place(tmp_path, content, words):
    seed = tmp_path / "seed.json"
    seed.write_text(content)
    code, output, errors = run("serve", "--port", "0", "--seed-file", seed)
    assert (code, output) == (2, "")
    assert len(errors.strip().splitlines()) == 1
    for word in [str(seed), *words]:
        assert word in errors


@pytest.mark.parametrize(
    "content", [b"this is no database, however long it may be" * 50, b"SQLite format 3\x00" + b"\x01" * 4000]
)
def test_a_file_that_is_no_database_is_left_alone(tmp_path, content):
    path = tmp_path / "data.db"
    path.write_bytes(content)
    code, output, errors = run("serve", "--port", "0", "--database", path)
    assert (code, output) == (2, "")
    assert len(errors.strip().splitlines()) == 1
    assert str(path) in errors
    assert path.read_bytes() == content


def test_sigterm_lets_requests_in_flight_finish():
    """A request of which the head has come is answered, although the signal comes before its body."""
    server = Server().start()
    try:
        world = World(server)
        body = json.dumps({"name": "n", "description": "d", "createdBy": "me"}).encode()
        with raw.Connection(world.base_url) as connection:
            connection.send(connection.head("POST", "/api/v1/projects", {**KEY, "Content-Length": len(body)}))
            connection.send(body[:10])
            time.sleep(0.1)
            codes = []
            stopper = threading.Thread(target=lambda: codes.append(server.stop()))
            stopper.start()
            time.sleep(0.2)
            connection.send(body[10:])
            assert connection.answer("POST").status == 201
            stopper.join(timeout=6)
        assert codes == [0]
    finally:
        server.kill()


def test_sigterm_does_not_wait_for_idle_connections():
    server = Server().start()
    try:
        world = World(server)
        idle = [raw.Connection(world.base_url) for _ in range(5)]
        idle[0].send(idle[0].head("GET", "/api/v1/projects", KEY))
        assert idle[0].answer().status == 200
        idle[1].send(b"GET /api/v1/proj")
        start = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - start < 5
        for connection in idle:
            connection.close()
    finally:
        server.kill()


@pytest.mark.virtual_time
def test_sigterm_ends_a_wait_for_a_task():
    server = Server().start()
    try:
        world = World(server)
        world.admin("PUT", "/tasks", {"mode": "manual"})
        request = world.api.create_job(job())["data"]
        with raw.Connection(world.base_url) as connection:
            connection.send(connection.head("GET", f"/api/v1/async-tasks/{request}", KEY))
            time.sleep(0.1)
            assert server.stop() == 0
    finally:
        server.kill()


def test_an_empty_server_has_the_system_account_and_the_operator():
    with Server("--empty") as server:
        world = World(server)
        assert world.operator.get_account("1")["data"]["name"] == "System"
        assert world.raw("GET", "/projects", KEY).status == 401
