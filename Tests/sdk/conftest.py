"""One server for the whole run, one world for each test."""

import importlib.metadata
import os
import re
import zlib

import pytest

from support import watch
from support.server import Server, ServerFailed, binary
from support.world import World

watch.install()


def pytest_configure(config):
    if not os.access(binary(), os.X_OK):
        pytest.exit(f"no server to test: {binary()} is missing; build it, or name one in SCHEDULER0_MOCK", returncode=2)


def pytest_collection_modifyitems(items):
    """The test that counts the called methods comes last, whatever its file is called."""
    items.sort(key=lambda item: item.path.name == "test_every_method.py")


@pytest.fixture(scope="session")
def sdk_version():
    return importlib.metadata.version("scheduler0")


@pytest.fixture(scope="session")
def api_level(sdk_version):
    """The level that has the contract this SDK was released for."""
    return "1.0" if sdk_version.startswith("1.0") else "1.2"


@pytest.fixture(scope="session")
def server(api_level, tmp_path_factory):
    backups = tmp_path_factory.mktemp("backups")
    started = Server("--api-level", api_level, "--backup-dir", backups, "--strict-contract")
    try:
        started.start()
    except ServerFailed as failure:
        pytest.exit(f"the server does not start: {failure}", returncode=2)
    started.backups = backups
    yield started
    code = started.stop()
    assert code == 0, f"exit code {code} after SIGTERM: {started.log()}"
    assert not started.contract_violations(), "\n".join(started.contract_violations())


@pytest.fixture
def world_name(request):
    """A valid world name that no other test has."""
    unique = format(zlib.crc32(request.node.nodeid.encode()), "08x")
    return re.sub(r"[^A-Za-z0-9._-]+", "-", request.node.name)[:50] + "-" + unique


@pytest.fixture
def world(server, world_name):
    return World(server, world_name)


def pytest_terminal_summary(terminalreporter, config):
    if config.getoption("collectonly"):
        return
    terminalreporter.write_line(
        f"methods of scheduler0 {importlib.metadata.version('scheduler0')}: called / refused with"
    )
    for name, calls in watch.calls.items():
        refusals = " ".join(f"{status}x{count}" for status, count in sorted(calls.refusals.items()))
        terminalreporter.write_line(f"  {name:35} {calls.successes:5}  {refusals or '-'}")
