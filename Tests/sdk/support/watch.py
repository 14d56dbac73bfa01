"""Watches the installed SDK: which methods are called, and what every answer looks like.

Every public method of `scheduler0.Client` is wrapped, so that a method without a test is a failing test. Every answer
any client receives is checked for the envelope that all released SDKs rely on.
"""

import functools
import json
from collections import Counter

import requests
from scheduler0 import Client

YEAR_ONE = "0001-01-01"


class Calls:
    """How often a method came back, and with which statuses it was refused."""

    def __init__(self):
        self.successes = 0
        self.refusals = Counter()


public_methods = sorted(name for name in dir(Client) if not name.startswith("_") and callable(getattr(Client, name)))
calls = {name: Calls() for name in public_methods}
_inside = False


def _recorded(name, method):
    @functools.wraps(method)
    def call(*arguments, **keywords):
        global _inside
        if _inside:  # A method built on another one (create_job) does not count as a call of the other.
            return method(*arguments, **keywords)
        _inside = True
        try:
            result = method(*arguments, **keywords)
        except requests.HTTPError as error:
            calls[name].refusals[error.response.status_code] += 1
            raise
        finally:
            _inside = False
        calls[name].successes += 1
        return result

    return call


def check_envelope(response, *_, **__):
    """What holds for every answer, whatever was asked."""
    where = f"{response.request.method} {response.request.url} -> {response.status_code} {response.text[:300]!r}"
    assert response.status_code < 500, f"server error: {where}"
    assert not response.is_redirect, f"a redirect turns a POST into a GET: {where}"
    if response.status_code == 204:
        assert response.content == b"", f"204 with a body: {where}"
        return
    assert response.headers.get("Content-Type", "").startswith("application/json"), f"not JSON: {where}"
    assert response.headers.get("Access-Control-Allow-Origin") == "*", f"no CORS header: {where}"
    pairs = json.loads(response.text, object_pairs_hook=list)
    assert [name for name, _ in pairs] == ["data", "success"], f"not the envelope: {where}"
    assert response.json()["success"] is (response.status_code < 400), f"success does not match: {where}"
    assert YEAR_ONE not in response.text, f"an unset date went out as year 1: {where}"
    if response.status_code >= 400:
        assert response.json()["data"], f"an error without words: {where}"


def install():
    for name in public_methods:
        setattr(Client, name, _recorded(name, getattr(Client, name)))
    initialise = Client.__init__

    @functools.wraps(initialise)
    def checked(self, *arguments, **keywords):
        initialise(self, *arguments, **keywords)
        self.session.trust_env = False  # No proxy and no .netrc of the machine.
        self.session.hooks["response"].append(check_envelope)

    Client.__init__ = checked
