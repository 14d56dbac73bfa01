"""No public method of the installed SDK goes without a success and a documented failure."""

import pytest

from support import watch

# healthcheck needs no credential and takes no argument: nothing a caller does makes it fail.
CANNOT_FAIL = {"healthcheck"}
DOCUMENTED_REFUSALS = {400, 401, 402, 403, 404, 409, 422, 429}


@pytest.fixture(autouse=True)
def whole_run(request):
    """A part of the tests can say nothing about the methods of the other part."""
    config = request.config
    named = [argument for argument in config.invocation_params.args if ".py" in str(argument)]
    if named or config.getoption("keyword") or config.getoption("lf", False):
        pytest.skip("only counts when every test runs")


def test_the_sdk_has_methods_to_test(sdk_version):
    expected = {"1.0.0": 48, "1.2.0": 51}
    assert len(watch.public_methods) == expected[sdk_version]


@pytest.mark.parametrize("name", watch.public_methods)
def test_method_was_driven_to_success(name):
    assert watch.calls[name].successes > 0, f"no test calls {name} with success"


@pytest.mark.parametrize("name", [name for name in watch.public_methods if name not in CANNOT_FAIL])
def test_method_was_driven_to_a_documented_refusal(name):
    refusals = set(watch.calls[name].refusals)
    assert refusals, f"no test sees {name} refused"
    assert refusals <= DOCUMENTED_REFUSALS, f"{name} was refused with {sorted(refusals - DOCUMENTED_REFUSALS)}"
