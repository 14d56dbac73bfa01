"""Bodies that are no JSON, or not what was asked for: the right status, clear words, nothing changed."""

import pytest

from support.bad_input import GOOD_PROJECT, raw_job, refused_clearly, server_lives_on  # noqa: F401 (the fixture runs for every test of this file)
from support.world import PROJECT

NOT_JSON = [
    b"{",
    b"[",
    b"]",
    b"nul",
    b"{]",
    b"[1,]",
    b'{"a":}',
    b"'a'",
    b'"',
    b"[{}]x",
    b"\xff\xfe",
    b"\x00",
    b"01",
    b"[+1]",
    b"[1.]",
    b'["\t"]',
    b'["\\x"]',
    b'["\\u12"]',
    b"[NaN]",
    b"[Infinity]",
    b"// no\n[]",
    b"\xef\xbb\xbf[]",
    b'["\xff"]',
]


@pytest.mark.parametrize("body", NOT_JSON, ids=repr)
@pytest.mark.parametrize("method, path", [("POST", "/jobs"), ("POST", "/projects"), ("PUT", "/executors/456")])
def test_wrong_json(world, method, path, body):
    refused_clearly(world.raw(method, path, body=body))
    assert world.api.list_jobs()["data"]["total"] == 0


@pytest.mark.parametrize(
    "method, path",
    [
        ("POST", "/jobs"),
        ("PUT", "/jobs/1"),
        ("DELETE", "/jobs/1"),
        ("POST", "/projects"),
        ("PUT", "/projects/123"),
        ("DELETE", "/projects/123"),
        ("POST", "/executors"),
        ("PUT", "/executors/456"),
        ("POST", "/credentials"),
        ("POST", "/local-executors"),
        ("POST", "/executions/cleanup-old-logs"),
        ("POST", "/cluster/restore"),
        ("POST", "/prompt"),
        ("PUT", "/ai/settings"),
    ],
)
@pytest.mark.parametrize("body", [b"", b"null", b"   ", b"7", b'"text"', b"true"])
def test_a_body_of_the_wrong_kind(world, method, path, body):
    """Also the empty body and `null`, as the Go clients send them: one JSON document comes back."""
    refused_clearly(world.raw(method, path, body=body))


def test_an_empty_body_is_named(world):
    for path in ("/jobs", "/projects", "/executors", "/credentials", "/local-executors", "/prompt"):
        answer = world.raw("POST", path, body=b"")
        assert (answer.status, answer.text) == (400, "request body required")


def test_syntax_errors_speak_as_go_does(world):
    said = lambda body: (lambda answer: (answer.status, answer.text))(world.raw("POST", "/jobs", body=body))
    assert said(b"[") == (422, "unexpected end of JSON input")
    assert said(b"x") == (422, "invalid character 'x' looking for beginning of value")
    assert said(b"[] x") == (422, "invalid character 'x' after top-level value")


@pytest.mark.parametrize("depth", [600, 20_000, 1_000_000])
@pytest.mark.parametrize("opening, closing", [(b"[", b"]"), (b'{"a":', b"}")])
def test_deep_nesting(world, depth, opening, closing):
    refused_clearly(world.raw("POST", "/jobs", body=opening * depth + closing * depth))
    refused_clearly(world.raw("POST", "/projects", body=b'{"name":' + opening * depth))


@pytest.mark.parametrize(
    "name, value",
    [
        ("projectId", '"123"'),
        ("projectId", "1.5"),
        ("projectId", "-1"),
        ("projectId", "[]"),
        ("projectId", "true"),
        ("projectId", "1e400"),
        ("projectId", "99999999999999999999"),
        ("projectId", "1" * 5000),
        ("timezone", "5"),
        ("timezone", "{}"),
        ("spec", "5"),
        ("spec", "[]"),
        ("data", "{}"),
        ("data", "7"),
        ("retryMax", '"3"'),
        ("retryMax", "2147483648000000000000"),
        ("retryMax", "0.5"),
        ("status", "1"),
        ("startDate", "5"),
        ("startDate", '"soon"'),
        ("endDate", "false"),
        ("createdBy", "7"),
        ("timezoneOffset", '"x"'),
    ],
)
def test_values_of_the_wrong_type(world, name, value):
    refused_clearly(world.raw("POST", "/jobs", body=raw_job(**{name: value})))
    assert world.api.list_jobs()["data"]["total"] == 0


def test_a_wrong_type_is_named_in_gos_words(world):
    answer = world.raw("POST", "/jobs", body=raw_job(spec="5"))
    assert answer.status == 422
    assert answer.text == "json: cannot unmarshal number into Go struct field Job.spec of type string"


def test_unknown_fields_are_ignored_and_names_have_no_case(world):
    body = {"NAME": "Loud", "Description": "d", "createdby": "me", "colour": "blue", "id": 7, "accountId": 456}
    answer = world.raw("POST", "/projects", body=body)
    assert answer.status == 201
    assert (answer.data["name"], answer.data["id"], answer.data["accountId"]) == ("Loud", PROJECT + 1, 123)


def test_of_two_equal_names_the_last_counts(world):
    answer = world.raw("POST", "/projects", body=b'{"name":"first","name":"last","description":"d","createdBy":"me"}')
    assert (answer.status, answer.data["name"]) == (201, "last")


@pytest.mark.parametrize("name", ["\\ud800", "\\udc00", "\\ud800\\ud800", "a\\ud83dz", "\\udc00\\ud800"])
def test_lone_surrogates(world, name):
    """They stand for no character: replaced or refused, and what comes back is valid UTF-8 in any case."""
    body = ('{"name":"' + name + '","description":"d","createdBy":"me"}').encode()
    answer = world.raw("POST", "/projects", body=body)
    if answer.status == 201:
        assert "\ufffd" in answer.data["name"]
        assert world.api.get_project(answer.data["id"])["data"]["name"] == answer.data["name"]
    else:
        refused_clearly(answer)
    world.raw("GET", "/projects").body.decode("utf-8")


TEXTS = [
    "'; DROP TABLE projects; --",
    '" OR 1=1 --',
    "%27",
    "\\",
    "<script>&",
    "a\u2028b\u2029c",
    "🦊",
    "é",
    "e\u0301",
    "%s%n{}",
    "a\r\nX-Injected: 1",
    "\x7f\x1b[31m",
    "a" * 10_000,
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:20])
def test_text_comes_back_as_it_went_in(world, text):
    made = world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": text})
    assert made.status == 201
    assert world.api.get_project(made.data["id"])["data"]["name"] == text
    job = world.new_job(data=text[:3000], project_id=made.data["id"])
    assert world.api.get_job(job["id"])["data"]["data"] == text[:3000]


def test_html_is_escaped_as_go_does(world):
    assert b"\\u003cb\\u003e\\u0026" in world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": "<b>&"}).body


def test_a_nul_character_is_refused_not_cut_off(world):
    answer = world.raw("POST", "/projects", body={**GOOD_PROJECT, "name": "a\x00b"})
    assert answer.status == 422
    assert answer.text == "Project.name may not contain the character U+0000"
