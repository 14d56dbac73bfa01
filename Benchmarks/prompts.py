"""Measures the CPU a prompt costs, the whole server and its HTTP included.

    make bench

The prompts are those of Fixtures/prompts; the kernel counts the time of every thread of the server in nanoseconds.
"""

import csv
import glob
import http.client
import json
import pathlib
import statistics
import sys
import urllib.parse

import run
from run import HEADERS, REPOSITORY, Server, report, serve

ROUNDS = 3


class Client:
    def __init__(self, server: Server):
        self.threads = f"/proc/{server.process.pid}/task/*/schedstat"
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(server.url).netloc)

    def cpu(self) -> float:
        """Milliseconds of all threads so far. A thread that ends meanwhile spoils one round, not the median."""
        total = 0
        for path in glob.glob(self.threads):
            try:
                total += int(pathlib.Path(path).read_text().split()[0])
            except (FileNotFoundError, ProcessLookupError):
                pass
        return total / 1e6

    def send(self, method: str, path: str, body: object) -> int:
        self.connection.request(method, path, json.dumps(body), HEADERS)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def milliseconds(self, prompt: str) -> float:
        before = self.cpu()
        status = self.send("POST", "/api/v1/prompt", {"prompt": prompt, "timezone": "America/New_York"})
        assert status in (200, 422), (prompt, status)
        return self.cpu() - before


def phrases() -> list[str]:
    found = []
    for path in sorted((REPOSITORY / "Fixtures/prompts").glob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [row["phrase"] for row in rows if (row.get("phrase") or "").strip() and len(row["phrase"]) <= 160]
    return found


def main():
    prompts = phrases()
    with serve() as server:
        client = Client(server)
        assert client.send("PUT", "/api/v1/accounts/123/tokens/add", {"amount": 10**9}) == 200
        assert client.send("PUT", "/api/v1/accounts/123/features/all", {}) == 200
        times = sorted(statistics.median(client.milliseconds(prompt) for _ in range(ROUNDS)) for prompt in prompts)
        report(f"CPU of a prompt, median of {len(times):,}", statistics.median(times), "ms", 1, at_most=True)
        report("CPU of a prompt, 99 of 100 at most", times[int(len(times) * 0.99)], "ms", 1.5, at_most=True)
        for name, text in {"1/2/1/2/…": "1/2/" * 40, "a, a, a, …": "a," * 80}.items():
            cost = statistics.median(client.milliseconds(text) for _ in range(100))
            report(f"CPU of 160 characters of {name}", cost, "ms", 2, at_most=True)
    sys.exit(1 if run.failed else 0)


if __name__ == "__main__":
    main()
