"""Measures what the validating proxy adds to an exchange, and how many exchanges it lets through.

    make bench

One client with a connection kept alive to the server and one to the proxy asks both in turns, so that whatever else the
machine does falls on both alike.
"""

import http.client
import json
import statistics
import sys
import time
import urllib.parse

import run
from run import BUILD, HEADERS, JOB, Server, fill, report, serve

EXCHANGES = 2_000
JSON_HEADERS = HEADERS | {"Content-Type": "application/json"}


class Connection:
    """A connection kept alive."""

    def __init__(self, url: str):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)

    def milliseconds(self, method: str, path: str, body: bytes | None) -> float:
        started = time.perf_counter()
        self.connection.request(method, path, body, JSON_HEADERS)
        answer = self.connection.getresponse()
        answer.read()
        took = (time.perf_counter() - started) * 1000
        assert answer.status < 300, (method, path, answer.status)
        assert answer.headers.get("X-Contract-Violations", "0") == "0", answer.headers
        return took


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)]


def compare(name: str, direct: Connection, proxied: Connection, method: str, path: str, body: bytes | None = None):
    pairs = []
    for _ in range(EXCHANGES):
        pairs.append((direct.milliseconds(method, path, body), proxied.milliseconds(method, path, body)))
    ours, theirs = [list(column[100:]) for column in zip(*pairs)][::-1]
    medians = statistics.median(ours), statistics.median(theirs)
    label = f"proxy, {name}: added ({medians[0]:.2f} for {medians[1]:.2f} ms)"
    report(label, medians[0] - medians[1], "ms", 1, at_most=True)
    tails = percentile(ours, 0.99), percentile(theirs, 0.99)
    label = f"proxy, {name}: 99 of 100 add less than ({tails[0]:.2f} for {tails[1]:.2f} ms)"
    # The tails of both hold what else the machine did meanwhile.
    report(label, tails[0] - tails[1], "ms", 3, at_most=True)


def main():
    with serve() as server:
        fill(server, 100)
        command = [str(BUILD / "scheduler0-mock"), "proxy", "--target", server.url, "--listen", "127.0.0.1:0"]
        with Server(*command) as proxy:
            direct, proxied = Connection(server.url), Connection(proxy.url)
            compare("one project", direct, proxied, "GET", "/api/v1/projects/123")
            compare("a list of 100 jobs", direct, proxied, "GET", "/api/v1/jobs?limit=100")
            compare("POST of a job", direct, proxied, "POST", "/api/v1/jobs", json.dumps([JOB]).encode())
            seen = json.loads(proxy.send("GET", "/__proxy/report"))["counts"]
            assert (seen["exchanges"], seen["breaches"]) == (3 * EXCHANGES, 0), seen
            rate = run.rate(f"{proxy.url}/api/v1/projects/123", None)
            report("proxy, exchanges a second (16 connections)", rate, "/s", 1_000, at_most=False)
    sys.exit(1 if run.failed else 0)


if __name__ == "__main__":
    main()
