"""The samples are found in the README, all of them, with nothing but their indentation put back."""

import re

import pytest

from support import readme
from support.samples import SAMPLES, TEXT, needs_readme

pytestmark = needs_readme


def test_the_samples_are_found():
    assert [sample.heading.split(" (")[0] for sample in SAMPLES] == [
        "1. API Key + Secret Authentication",
        "2. Basic Authentication",
        "3. Flexible Options Pattern",
        "Managing Accounts",
        "AI Provider Settings",
        "Managing Features",
        "Managing Credentials",
        "Managing Executions",
        "Managing Executors",
        "Managing Local Executors",
        "Managing Projects",
        "Managing Jobs",
        "AI-Powered Job Creation",
        "Managing Async Tasks",
        "Health Monitoring",
        "Backup and Restore",
        "Error Handling",
        "Per-Request Account ID Override",
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.heading)
def test_a_sample_is_the_text_of_the_file(sample):
    start = sample.first_line - 1
    assert list(sample.lines) == TEXT.splitlines()[start : start + len(sample.lines)]
    assert [line.lstrip() for line in sample.source.splitlines()] == list(sample.lines)
    compile(sample.source, sample.heading, "exec")
    assert readme.free_names(sample.source) <= {"client", "job"}


def test_no_call_of_the_client_is_left_out():
    inside = {n for sample in SAMPLES for n in range(sample.first_line, sample.first_line + len(sample.lines))}
    calls = [n for n, line in enumerate(TEXT.splitlines(), 1) if re.match(r"^(\w+ = )?client\.\w+\(", line)]
    assert len(calls) > 40
    assert set(calls) <= inside
