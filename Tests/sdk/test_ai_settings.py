"""Model settings of an account: keys go in, only a mark that they are set comes out."""

import pytest
from scheduler0 import types as t

from support.world import ACCOUNT, OTHER_ACCOUNT, refused

MASK = "•"


def settings(provider="anthropic", model="claude-sonnet-4-5", **keys):
    """One model, said the way the installed SDK says it."""
    if hasattr(t, "ActiveModel"):
        return t.AccountAISettings(active_models=[t.ActiveModel(provider=provider, model=model)], **keys)
    return t.AccountAISettings(provider=provider, model=model, **keys)


def chosen(data):
    """(provider, model) of the primary model, at either place."""
    models = data.get("active_models")
    if models:
        return models[0]["provider"], models[0]["model"]
    return data["provider"], data["model"]


def test_settings_of_an_account_that_has_none(world):
    data = world.api.get_account_ai_settings(ACCOUNT)["data"]
    assert data["account_id"] == 123
    assert not data.get("anthropic_api_key")
    assert not data.get("active_models")


def test_upsert_account_ai_settings(world):
    saved = world.api.upsert_account_ai_settings(ACCOUNT, settings(anthropic_api_key="sk-ant-12345"))
    assert saved["data"] == {"message": "AI settings saved"}
    data = world.api.get_account_ai_settings(ACCOUNT)["data"]
    assert chosen(data) == ("anthropic", "claude-sonnet-4-5")
    assert data["anthropic_api_key"] == MASK
    assert not data.get("openai_api_key")


def test_keys_never_come_back(world):
    world.api.upsert_account_ai_settings(
        ACCOUNT,
        settings(anthropic_api_key="sk-ant-12345", bedrock_secret_key="bedrock-secret", bedrock_region="us-east-1"),
    )
    for path in ("/account/ai-settings", "/ai/settings"):
        answer = world.raw("GET", path)
        assert answer.status == 200
        assert b"sk-ant-12345" not in answer.body
        assert b"bedrock-secret" not in answer.body
        assert answer.data["bedrock_region"] == "us-east-1"


def test_a_key_once_set_stays(world):
    world.api.upsert_account_ai_settings(ACCOUNT, settings(anthropic_api_key="sk-ant-12345"))
    world.api.upsert_account_ai_settings(ACCOUNT, settings(model="claude-opus-4-5"))
    data = world.api.get_account_ai_settings(ACCOUNT)["data"]
    assert chosen(data) == ("anthropic", "claude-opus-4-5")
    assert data["anthropic_api_key"] == MASK


def test_snake_case_and_camel_case_mean_the_same(world):
    snake = {"active_models": [{"provider": "openai", "model": "gpt-4o"}], "openai_api_key": "sk-1"}
    camel = {"activeModels": [{"provider": "openai", "model": "gpt-4o"}], "openaiApiKey": "sk-1"}
    for path in ("/account/ai-settings", "/ai/settings"):
        for body in (snake, camel):
            world.admin("POST", "/reset")
            assert world.raw("PUT", path, body=body).status == 200
            data = world.raw("GET", path).data
            assert data["active_models"] == [{"provider": "openai", "model": "gpt-4o"}]
            assert data["openai_api_key"] == MASK


def test_a_model_needs_its_key(world):
    with refused(422, 'no API key set for provider "openai"'):
        world.api.upsert_account_ai_settings(ACCOUNT, settings(provider="openai", model="gpt-4o"))
    assert not world.api.get_account_ai_settings(ACCOUNT)["data"].get("active_models")


def test_a_model_must_be_approved(world):
    with refused(422, 'model "claude-99" is not approved for provider "anthropic"'):
        world.api.upsert_account_ai_settings(ACCOUNT, settings(model="claude-99", anthropic_api_key="sk-ant-1"))
    with refused(422):
        world.api.upsert_account_ai_settings(ACCOUNT, settings(provider="oracle", model="delphi", openai_api_key="k"))


@pytest.mark.parametrize(
    "models, message",
    [
        ([{"model": "gpt-4o"}], "active_models[0]: provider is required"),
        (
            [{"provider": "anthropic", "model": "claude-sonnet-5"}, {"provider": "openai"}],
            "active_models[1]: model is required",
        ),
        ([{"provider": "openai", "model": ""}], "active_models[0]: model is required"),
        (
            [{"provider": "openai", "model": "gpt-1"}],
            'active_models[0]: model "gpt-1" is not approved for provider "openai"; '
            "use GET /api/v1/ai/models for the approved list",
        ),
        (
            [
                {"provider": "anthropic", "model": "claude-sonnet-5"},
                {"provider": "openrouter", "model": "z-ai/glm-5.2"},
            ],
            'active_models[1]: no API key set for provider "openrouter"; '
            "supply the key in the same request or set it first",
        ),
    ],
)
def test_wrong_active_models_are_named_by_their_place(world, models, message):
    answer = world.raw("PUT", "/ai/settings", body={"active_models": models, "anthropic_api_key": "sk-ant-1"})
    assert answer.status == 422
    assert message in answer.text


def test_accounts_do_not_share_settings(world):
    world.api.upsert_account_ai_settings(OTHER_ACCOUNT, settings(anthropic_api_key="sk-ant-1"))
    assert not world.api.get_account_ai_settings(ACCOUNT)["data"].get("anthropic_api_key")
    assert world.api.get_account_ai_settings(OTHER_ACCOUNT)["data"]["account_id"] == 456


def test_who_may(world):
    with refused(403, exactly="credential missing required scope: write"):
        world.scoped("read").upsert_account_ai_settings(ACCOUNT, settings(anthropic_api_key="sk-ant-1"))
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("write").get_account_ai_settings(ACCOUNT)
    with refused(401):
        world.anonymous().get_account_ai_settings(ACCOUNT)


def test_the_placeholder_of_the_readme_is_400(world):
    with refused(400, exactly="invalid x-account-id header"):
        world.api.get_account_ai_settings("account-id")
    with refused(400, exactly="invalid x-account-id header"):
        world.api.upsert_account_ai_settings("account-id", settings(anthropic_api_key="sk-ant-..."))


MODELS = {
    "anthropic": (10, "claude-sonnet-5"),
    "bedrock": (9, "global.anthropic.claude-sonnet-5"),
    "openai": (21, "gpt-4.1-mini"),
    "openrouter": (22, "openai/gpt-4.1-mini"),
    "platform": (1, "global.anthropic.claude-sonnet-4-5-20250929-v1:0"),
}


def check_catalogue(catalogue):
    assert list(catalogue) == sorted(MODELS)
    for provider, (count, default) in MODELS.items():
        assert len(catalogue[provider]) == count, provider
        assert [entry["id"] for entry in catalogue[provider] if entry.get("default")] == [default]
        assert all(entry["id"] and entry["display_name"] for entry in catalogue[provider])
    assert {"id": "gpt-4o", "display_name": "GPT-4o"} in catalogue["openai"]


def test_the_catalogue_of_models(world, sdk_version):
    check_catalogue(world.raw("GET", "/ai/models").data)
    if sdk_version == "1.0.0":
        return  # This release has no method for it.
    check_catalogue(world.api.get_ai_models()["data"])
    with refused(403, exactly="credential missing required scope: read"):
        world.scoped("write").get_ai_models()
    with refused(401):
        world.anonymous().get_ai_models()
