"""The samples of the README, and how one is run."""

import ast
import contextlib
import io
import re

import pytest
import requests
from scheduler0 import NewAPIClientWithAccount

from support import readme
from support.server import REPOSITORY
from support.world import job

README = "shared/seeds/scheduler0-python-client-1.0.0.txt"
PORT = 7070
LAW = f"http://localhost:{PORT}"


def _text():
    for folder in REPOSITORY.parents:
        if (folder / README).is_file():
            return (folder / README).read_text()
    return None


TEXT = _text()
SAMPLES = readme.samples(TEXT) if TEXT else []
needs_readme = pytest.mark.skipif(TEXT is None, reason=f"no {README} in a folder above the repository")


def sample(heading):
    (found,) = [one for one in SAMPLES if one.heading.startswith(heading)]
    return found


# What stands for an id in the samples, and how to make something that has one.
PLACEHOLDERS = {
    "account-id": lambda world: world.new_account()["id"],
    "credential-id": lambda world: world.credential("read")[0]["id"],
    "executor-id": lambda world: world.new_executor()["id"],
    "project-id": lambda world: world.new_project(f"for statement {next_number()}")["id"],
    "job-id": lambda world: world.new_job()["id"],
    "request-id": lambda world: world.api.create_job(job())["data"],
}
_numbers = iter(range(1, 1000))


def next_number():
    return next(_numbers)


class Run:
    """One run of a sample: the names it left, what it printed, and the ids that took the place of placeholders."""

    def __init__(self, world, sample, client=None, job_body=None):
        self.world = world
        self.names = {}
        self.real = {}  # Method called with a placeholder -> the id it was given instead.
        self.sample = sample
        self._output = io.StringIO()
        free = readme.free_names(sample.source)
        if "client" in free:
            self.names["client"] = client or NewAPIClientWithAccount(world.url, "v1", "api-key", "api-secret", "123")
        if "job" in free:
            self.names["job"] = job_body or job()
        tree = ast.parse(sample.source.replace(LAW, world.url))
        for statement in tree.body:
            self._execute(statement)

    @property
    def output(self):
        return self._output.getvalue()

    def data(self, name):
        return self.names[name]["data"]

    def _execute(self, statement):
        placeholders = {node.value for node in ast.walk(statement) if isinstance(node, ast.Constant)} & set(
            PLACEHOLDERS
        )
        if not placeholders:
            self._run(statement, self.names)
            return
        (placeholder,) = placeholders
        with pytest.raises(requests.HTTPError) as caught:
            self._run(statement, dict(self.names))
        assert caught.value.response.status_code in (400, 404), caught.value
        real = PLACEHOLDERS[placeholder](self.world)
        (method,) = re.findall(r"client\.(\w+)\(", ast.unparse(statement))
        self.real[method] = real
        self._run(_Replace(placeholder, str(real)).visit(statement), self.names)

    def _run(self, statement, names):
        module = ast.Module(body=[statement], type_ignores=[])
        with contextlib.redirect_stdout(self._output):
            exec(compile(ast.fix_missing_locations(module), self.sample.heading, "exec"), names)


class _Replace(ast.NodeTransformer):
    def __init__(self, placeholder, real):
        self.placeholder, self.real = placeholder, real

    def visit_Constant(self, node):
        return ast.Constant(self.real) if node.value == self.placeholder else node
