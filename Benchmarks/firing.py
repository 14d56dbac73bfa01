"""Measures how fast time passes: firings a virtual day, deliveries a second, what idle jobs cost.

    make bench
"""

import json
import os
import pathlib
import statistics
import sys
import tempfile
import time

import run
from run import BUILD, Server, report

ACCOUNT = "/api/v1/accounts/123"
MINUTELY = {"projectId": 123, "timezone": "UTC", "spec": "* * * * *"}
YEARLY = {"projectId": 123, "timezone": "UTC", "spec": "0 0 1 7 *"}


def serve(*arguments: str) -> Server:
    server = Server(str(BUILD / "scheduler0-mock"), "serve", "--port", "0", "--log-level", "error", *arguments)
    server.send("PUT", f"{ACCOUNT}/execution-count", {"count": 100_000_000})
    return server


def frozen(*arguments: str) -> Server:
    return serve("--clock", "frozen", "--now", "2026-01-01T00:00:30Z", *arguments)


def fill(server: Server, job: dict, count: int):
    for _ in range(count // 100):
        server.send("POST", "/api/v1/jobs", [job] * 100)


def advance(server: Server, by: str) -> tuple[float, int]:
    """Seconds and firings."""
    started = time.perf_counter()
    answer = json.loads(server.send("POST", "/__admin/clock/advance", {"by": by}, timeout=600))
    return time.perf_counter() - started, answer["fired"]


def measure_day(folder: pathlib.Path):
    with frozen("--deliveries", "simulated", "--database", str(folder / "day.db")) as server:
        fill(server, MINUTELY, 1_000)
        advance(server, "PT1H")
        before = server.resident_mebibytes()
        seconds, fired = advance(server, "P1D")
        assert fired == 1_440_000, fired
        report(f"a day of 1,000 minutely jobs ({fired:,} firings)", seconds, "s", 60, at_most=True)
        growth = server.resident_mebibytes() - before
        report("memory grown by that day", growth, "MiB", 32, at_most=True)


def measure_idle_jobs(folder: pathlib.Path):
    """Both servers in turns, so that whatever else the machine does falls on both alike."""
    flags = ("--deliveries", "simulated", "--database")
    with frozen(*flags, str(folder / "few.db")) as few, frozen(*flags, str(folder / "many.db")) as many:
        fill(many, YEARLY, 100_000)
        for server in (few, many):
            fill(server, MINUTELY, 1_000)
            advance(server, "PT10M")
        rounds = [(advance(few, "PT30M")[0], advance(many, "PT30M")[0]) for _ in range(7)]
    without, beside = (statistics.median(column) for column in zip(*rounds))
    report("cost of a firing beside 100,000 idle jobs", beside / without, "x", 1.1, at_most=True)


def measure_deliveries(folder: pathlib.Path):
    answer = folder / "answer"
    answer.write_bytes(b"{}")
    with Server(str(BUILD / "bare-hummingbird"), "POST", "/hook", "200", str(answer)) as receiver, frozen() as server:
        executor = {
            "name": "hook", "type": "webhook_url", "webhookUrl": f"{receiver.url}/hook", "webhookMethod": "POST",
            "createdBy": "bench",
        }
        made = json.loads(server.send("POST", "/api/v1/executors", executor))["data"]["id"]
        fill(server, MINUTELY | {"executorId": made}, 1_000)
        advance(server, "PT1M")
        seconds, fired = advance(server, "PT20M")
        report(f"live deliveries a second ({fired:,})", fired / seconds, "/s", 2_000, at_most=False)


def measure_idle_server():
    with serve() as server:
        fill(server, YEARLY, 100_000)
        time.sleep(2)
        used, span = cpu_seconds(server.process.pid), 10
        time.sleep(span)
        share = (cpu_seconds(server.process.pid) - used) / span * 100
        report("of a core, idle with 100,000 jobs", share, "%", 1, at_most=True)


def cpu_seconds(process: int) -> float:
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        measure_day(folder)
        measure_idle_jobs(folder)
        measure_deliveries(folder)
    measure_idle_server()
    sys.exit(1 if run.failed else 0)


if __name__ == "__main__":
    main()
