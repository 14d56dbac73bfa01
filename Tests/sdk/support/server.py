"""Starts and stops the built server; nothing here knows the API."""

import os
import pathlib
import signal
import subprocess
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
START_LIMIT_SECONDS = 15
STOP_LIMIT_SECONDS = 5


def binary():
    """The server under test: SCHEDULER0_MOCK, or the debug build of this repository."""
    path = os.environ.get("SCHEDULER0_MOCK") or str(REPOSITORY / ".build" / "debug" / "scheduler0-mock")
    return str(pathlib.Path(path).resolve())


def clean_environment():
    """The caller's environment without SCHEDULER0_* variables: they are options of the server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SCHEDULER0_")}


class ServerFailed(Exception):
    """The server did not come up, or went down badly; the text carries what it logged."""


class Server:
    """One `scheduler0-mock serve` process. Use as a context manager, or start() and stop()."""

    def __init__(self, *options, port=0):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="scheduler0-mock-test-"))
        self.ready_file = self.folder / "ready"
        self.output_file = self.folder / "stdout"
        self.log_file = self.folder / "stderr"
        self.arguments = [binary(), "serve"]
        if port is not None:
            self.arguments += ["--port", str(port), "--ready-file", str(self.ready_file)]
        self.arguments += [str(option) for option in options]
        self.process = None
        self.base_url = None

    @classmethod
    def without_options(cls):
        """`serve` and nothing else: port 7070, the quickstart seed, no ready file to wait for."""
        return cls(port=None)

    def start(self):
        self.ready_file.unlink(missing_ok=True)
        with open(self.output_file, "wb") as output, open(self.log_file, "ab") as log:
            self.process = subprocess.Popen(
                self.arguments,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=log,
                cwd=self.folder,
                env=clean_environment(),
            )
        limit = time.monotonic() + START_LIMIT_SECONDS
        while time.monotonic() < limit:
            code = self.process.poll()
            if code is not None:
                raise ServerFailed(f"ended with exit code {code} before it was ready: {self.log()}")
            lines = self.output().splitlines()
            if lines and self.output().endswith("\n"):
                self.base_url = lines[0].rsplit(" ", 1)[-1]
                return self
            time.sleep(0.002)
        self.kill()
        raise ServerFailed(f"not ready within {START_LIMIT_SECONDS} s: {self.log()}")

    def stop(self):
        """SIGTERM, then the exit code. Longer than the promised 5 s is a failure."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=STOP_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise ServerFailed(f"still running {STOP_LIMIT_SECONDS} s after SIGTERM: {self.log()}") from None

    def kill(self):
        """kill -9: no chance to save anything."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=STOP_LIMIT_SECONDS)

    def output(self):
        return self.output_file.read_text() if self.output_file.exists() else ""

    def log(self):
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def contract_violations(self):
        return [line for line in self.log().splitlines() if "contract violation" in line.lower()]

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, error, trace):
        if kind is None and self.process.poll() is None:
            code = self.stop()
            assert code == 0, f"exit code {code} after SIGTERM: {self.log()}"
            assert not self.contract_violations(), "\n".join(self.contract_violations())
        else:
            self.kill()


def run(*arguments, timeout=10):
    """Runs the command to its end: (exit code, standard output, standard error)."""
    done = subprocess.run(
        [binary(), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        env=clean_environment(),
    )
    return done.returncode, done.stdout, done.stderr
