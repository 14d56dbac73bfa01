"""Measures the release build and prints one line a figure, each with the limit it is to keep.

    make bench

Rates are ratios to a bare Hummingbird route that answers the same bytes, measured in turns in the same run: absolute
rates say more of the machine than of the program. Ends with 1 when a limit is not kept.
"""

import json
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
BUILD = REPOSITORY / ".build/release"
HEADERS = {"X-API-Key": "api-key", "X-Secret-Key": "api-secret", "X-Account-ID": "123"}
JOB = {"projectId": 123, "timezone": "UTC", "spec": "@every 24h", "executorId": 456, "data": "payload"}
ROUNDS, SECONDS, CONNECTIONS = 3, 2, 16

failed = False


def report(name: str, value: float, unit: str, limit: float, at_most: bool):
    global failed
    kept = value <= limit if at_most else value >= limit
    failed = failed or not kept
    bound = "at most" if at_most else "at least"
    print(f"{name:<58} {value:>9.2f} {unit:<3} ({bound} {limit:g}){'' if kept else '  NOT KEPT'}", flush=True)


class Server:
    """A program that tells in one line where it listens."""

    def __init__(self, *command: str):
        started = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        match = re.search(r"http://\S+", line)
        if not match:
            raise SystemExit(f"{command[0]} did not start: {line!r}")
        self.url = match.group()
        self.started = started

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)

    def send(self, method: str, path: str, body=None, timeout=60) -> bytes:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, HEADERS, method=method)
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return response.read()

    def resident_mebibytes(self) -> float:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def serve() -> Server:
    return Server(str(BUILD / "scheduler0-mock"), "serve", "--port", "0", "--log-level", "error")


def fill(server: Server, count: int):
    """Makes `count` jobs and waits until the last of them is there."""
    made = 0
    while made < count:
        batch = min(100, count - made)
        answer = json.loads(server.send("POST", "/api/v1/jobs", [JOB] * batch))
        task = json.loads(server.send("GET", f"/api/v1/async-tasks/{answer['data']}"))
        assert task["data"]["state"] == 2, task
        made += batch


def rate(url: str, script: pathlib.Path | None) -> float:
    """Requests per second, as wrk counts them."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Connection: keep-alive"]
    for name, value in HEADERS.items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(script)]
    output = subprocess.run(command + [url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"{url} did not answer as it should:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))


def compare(name: str, server: Server, method: str, path: str, folder: pathlib.Path, limit: float, body=None):
    """The rate of one call, as a ratio to that of a bare route."""
    answer = folder / "answer"
    answer.write_bytes(server.send(method, path, body))
    script = None
    if body is not None:
        script = folder / "script.lua"
        text = json.dumps(json.dumps(body))
        script.write_text(f'wrk.method = "{method}"\nwrk.body = {text}\nwrk.headers["Content-Type"] = "application/json"\n')
    route = path.split("?")[0]
    status = "202" if method == "POST" else "200"
    with Server(str(BUILD / "bare-hummingbird"), method, route, status, str(answer)) as bare:
        pairs = [(rate(server.url + path, script), rate(bare.url + path, script)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs))
    report(f"{name} ({ours:,.0f} of {theirs:,.0f} /s)", ours / theirs, "x", limit, at_most=False)


def median_milliseconds(action, count: int) -> float:
    times = []
    for number in range(count):
        started = time.perf_counter()
        action(number)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def measure_start():
    times = []
    for _ in range(10):
        with serve() as server:
            server.send("GET", "/api/v1/healthcheck")
            times.append((time.perf_counter() - server.started) * 1000)
    report("start to first answer", statistics.median(times), "ms", 50, at_most=True)


def main():
    measure_start()
    with tempfile.TemporaryDirectory() as name, serve() as server:
        folder = pathlib.Path(name)
        time.sleep(0.5)
        report("resident memory, idle", server.resident_mebibytes(), "MiB", 40, at_most=True)
        plain = median_milliseconds(lambda _: server.send("GET", "/__admin/health"), 200)
        world = median_milliseconds(lambda n: server.send("GET", f"/worlds/w{n}/api/v1/healthcheck"), 200)
        report("a new world, less a plain request", world - plain, "ms", 2, at_most=True)
        reset = median_milliseconds(lambda _: server.send("POST", "/__admin/reset"), 200)
        report("a reset, less a plain request", reset - plain, "ms", 2, at_most=True)
        compare("GET /projects/{id}", server, "GET", "/api/v1/projects/123", folder, 0.5)
        fill(server, 1_000)
        compare("GET /jobs?limit=10 of 1,000", server, "GET", "/api/v1/jobs?limit=10", folder, 0.3)
        compare("POST /jobs with one job", server, "POST", "/api/v1/jobs", folder, 0.25, [JOB])
    with serve() as server:
        times = []
        for total in (1_000, 100_000):
            fill(server, total - (times and 1_000 or 0))
            times.append(median_milliseconds(lambda _: server.send("GET", "/api/v1/jobs?limit=10"), 300))
        report("list time at 100,000 jobs to that at 1,000", times[1] / times[0], "x", 1.5, at_most=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
