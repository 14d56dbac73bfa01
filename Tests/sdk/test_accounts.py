"""Accounts, their features, their monthly executions and their tokens."""

import datetime

import pytest
from scheduler0.types import AccountCreateRequestBody, FeatureRequest

from support.world import ACCOUNT, MISSING_ID, OTHER_ACCOUNT, assert_utc, refused

FEATURES = {
    1: "increased_retry_max_by_five",
    2: "increased_job_payload_size_to_1mb",
    3: "increased_number_of_job_executions_100_k_per_month",
    4: "increased_execution_logs_90_days_retention",
    5: "team_members",
    6: "increased_number_of_classify_requests_100_k_per_month",
    7: "increased_number_of_prompt_requests_100_k_per_month",
}


def held(world, account):
    return sorted(entry["featureId"] for entry in world.api.get_account(account)["data"]["features"] or [])


def test_create_account(world):
    answer = world.api.create_account(AccountCreateRequestBody(name="My Account"))
    assert answer["success"] is True
    account = answer["data"]
    assert account["name"] == "My Account"
    assert isinstance(account["id"], int)
    assert not account["features"]
    assert_utc(account["dateCreated"])
    assert world.api.get_account(str(account["id"]))["data"] == account


def test_an_operator_creates_accounts_with_ids_that_count_up(world):
    first = world.operator.create_account(AccountCreateRequestBody(name="First"))["data"]["id"]
    second = world.operator.create_account(AccountCreateRequestBody(name="Second"))["data"]["id"]
    assert (first, second) == (457, 458)


def test_a_new_account_has_the_monthly_executions_and_no_tokens(world):
    account = str(world.new_account()["id"])
    count = world.api.get_account_execution_count(account)["data"]
    assert count["accountId"] == int(account)
    assert count["executionCount"] == 1000
    assert count["tokens"] == 0
    assert_utc(count["nextResetDate"])
    assert world.api.get_account_tokens(account)["data"] == {"tokens": 0}


def test_the_executions_are_reset_a_month_after_creation(world):
    account = world.new_account()
    count = world.api.get_account_execution_count(str(account["id"]))["data"]
    created = datetime.datetime.fromisoformat(account["dateCreated"])
    reset = datetime.datetime.fromisoformat(count["nextResetDate"])
    assert 28 <= (reset - created).days <= 31


@pytest.mark.parametrize("name", ["", "   "])
def test_an_account_needs_a_name(world, name):
    with refused(400, exactly="account name is required"):
        world.api.create_account(AccountCreateRequestBody(name=name))


def test_the_seeds_accounts(world):
    first = world.api.get_account(ACCOUNT)["data"]
    second = world.api.get_account(OTHER_ACCOUNT)["data"]
    assert (first["id"], first["name"]) == (123, "Quickstart")
    assert (second["id"], second["name"]) == (456, "Second account")
    assert world.api.get_account_tokens(ACCOUNT)["data"] == {"tokens": 1000}


def test_accounts_need_the_admin_scope(world):
    client = world.scoped("read", "write", "execute")
    needs_admin = "credential missing required scope: admin"
    with refused(403, exactly=needs_admin):
        client.create_account(AccountCreateRequestBody(name="Mine"))
    with refused(403, exactly=needs_admin):
        client.get_account(ACCOUNT)
    with refused(403, exactly=needs_admin):
        client.add_account_tokens(ACCOUNT, 5)
    with refused(403, exactly=needs_admin):
        client.remove_all_features_from_account(ACCOUNT)
    assert world.api.get_account_tokens(ACCOUNT)["data"]["tokens"] == 1000


CALLS = {
    "get_account": lambda c, a: c.get_account(a),
    "add_feature_to_account": lambda c, a: c.add_feature_to_account(a, FeatureRequest(feature_id=1)),
    "remove_feature_from_account": lambda c, a: c.remove_feature_from_account(a, FeatureRequest(feature_id=1)),
    "add_all_features_to_account": lambda c, a: c.add_all_features_to_account(a),
    "remove_all_features_from_account": lambda c, a: c.remove_all_features_from_account(a),
    "get_account_execution_count": lambda c, a: c.get_account_execution_count(a),
    "increase_account_execution_count": lambda c, a: c.increase_account_execution_count(a, 1),
    "get_account_tokens": lambda c, a: c.get_account_tokens(a),
    "add_account_tokens": lambda c, a: c.add_account_tokens(a, 1),
}


@pytest.mark.parametrize("name", CALLS)
def test_an_unknown_account_is_404(world, name):
    with refused(404):
        CALLS[name](world.operator, MISSING_ID)


def test_an_unknown_account_is_named_so(world):
    with refused(404, exactly="account doesn't exist"):
        world.operator.get_account(MISSING_ID)


@pytest.mark.parametrize("name", CALLS)
def test_the_placeholder_of_the_readme_is_400(world, name):
    with refused(400, "account-id"):
        CALLS[name](world.api, "account-id")


@pytest.mark.parametrize("name", CALLS)
def test_accounts_ask_for_a_credential(world, name):
    with refused(401):
        CALLS[name](world.anonymous(), ACCOUNT)


def test_list_features(world):
    features = world.api.list_features()["data"]
    assert {feature["id"]: feature["name"] for feature in features} == FEATURES
    assert [feature["id"] for feature in features] == sorted(FEATURES)


def test_features_need_a_credential_and_the_read_scope_but_no_account(world):
    row, _ = world.credential("read")
    assert len(world.client(row["apiKey"], row["plaintextSecret"], None).list_features()["data"]) == 7
    with refused(401):
        world.anonymous().list_features()
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("write").list_features()


def test_add_and_remove_a_feature(world):
    answer = world.api.add_feature_to_account(OTHER_ACCOUNT, FeatureRequest(feature_id=1))
    assert answer["data"] == {"featureId": 1}
    world.api.add_feature_to_account(OTHER_ACCOUNT, FeatureRequest(feature_id=4))
    entries = world.api.get_account(OTHER_ACCOUNT)["data"]["features"]
    assert {"accountId": 456, "featureId": 1, "feature": FEATURES[1]} in entries
    assert held(world, OTHER_ACCOUNT) == [1, 4]
    assert world.api.remove_feature_from_account(OTHER_ACCOUNT, FeatureRequest(feature_id=1)) is None
    assert held(world, OTHER_ACCOUNT) == [4]
    assert held(world, ACCOUNT) == []


def test_adding_a_feature_twice_keeps_one(world):
    for _ in range(2):
        world.api.add_feature_to_account(ACCOUNT, FeatureRequest(feature_id=5))
    assert held(world, ACCOUNT) == [5]


def test_wrong_features(world):
    with refused(400, exactly="feature id is required"):
        world.api.add_feature_to_account(ACCOUNT, FeatureRequest(feature_id=0))
    with refused(404, exactly="feature not found with id: 99"):
        world.api.add_feature_to_account(ACCOUNT, FeatureRequest(feature_id=99))
    with refused(400):
        world.api.add_feature_to_account(ACCOUNT, FeatureRequest(feature_id="one"))
    assert held(world, ACCOUNT) == []


def test_all_features(world):
    world.api.add_all_features_to_account(ACCOUNT)
    assert held(world, ACCOUNT) == sorted(FEATURES)
    world.api.remove_all_features_from_account(ACCOUNT)
    assert held(world, ACCOUNT) == []


def test_the_answers_of_all_features_say_what_was_done(world):
    added = world.raw("PUT", "/accounts/123/features/all")
    removed = world.raw("DELETE", "/accounts/123/features/all")
    assert (added.status, added.data) == (200, {"message": "All features added successfully"})
    assert (removed.status, removed.data) == (200, {"message": "All features removed successfully"})


def test_the_executions_feature_adds_a_hundred_thousand_and_keeps_them(world):
    before = world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"]
    world.api.add_feature_to_account(ACCOUNT, FeatureRequest(feature_id=3))
    world.api.remove_feature_from_account(ACCOUNT, FeatureRequest(feature_id=3))
    after = world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"]
    assert after == before + 100_000


def test_execution_count(world):
    before = world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"]
    increased = world.api.increase_account_execution_count(ACCOUNT, 10000)
    assert increased["data"] == {"newExecutionCount": before + 10000}
    assert world.api.get_account_execution_count(ACCOUNT)["data"]["executionCount"] == before + 10000


@pytest.mark.parametrize("count", [-1, 1.5, "ten", 2**64])
def test_a_wrong_execution_count_changes_nothing(world, count):
    before = world.api.get_account_execution_count(ACCOUNT)["data"]
    with refused(400):
        world.api.increase_account_execution_count(ACCOUNT, count)
    assert world.api.get_account_execution_count(ACCOUNT)["data"] == before


def test_tokens(world):
    assert world.api.add_account_tokens(ACCOUNT, 1000)["data"] == {"newBalance": 2000}
    assert world.api.add_account_tokens(ACCOUNT, 1)["data"] == {"newBalance": 2001}
    assert world.api.get_account_tokens(ACCOUNT)["data"] == {"tokens": 2001}
    assert world.api.get_account_execution_count(ACCOUNT)["data"]["tokens"] == 2001


def test_no_tokens_is_not_an_amount(world):
    with refused(400, exactly="amount must be greater than zero"):
        world.api.add_account_tokens(ACCOUNT, 0)


@pytest.mark.parametrize("amount", [-1, 0.5, "many", 2**64])
def test_a_wrong_amount_of_tokens_changes_nothing(world, amount):
    with refused(400):
        world.api.add_account_tokens(ACCOUNT, amount)
    assert world.api.get_account_tokens(ACCOUNT)["data"] == {"tokens": 1000}


def test_tokens_never_overflow(world):
    largest = 2**63 - 1
    with refused(400):
        world.api.add_account_tokens(ACCOUNT, largest)
    assert world.api.get_account_tokens(ACCOUNT)["data"] == {"tokens": 1000}
