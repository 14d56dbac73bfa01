"""Suggestions from a conversation, which release 1.2.0 has a method for."""

import pytest

from support.world import refused

suggestions = pytest.importorskip("scheduler0.suggestions", reason="release 1.0.0 has no method for it")

from scheduler0.types import (  # noqa: E402
    AnalyzeSuggestionsRequest,
    SuggestionMessage,
    SuggestionOptions,
    SuggestionParticipant,
)

AVA = SuggestionParticipant(id="u1", display_name="Ava", timezone="America/Toronto")
BEN = SuggestionParticipant(id="u2", display_name="Ben", timezone="America/Toronto")


def say(speaker, text, at="2026-07-06T10:00:00-04:00"):
    return SuggestionMessage(speaker=speaker, timestamp=at, message=text)


def talk(*messages, **options):
    return AnalyzeSuggestionsRequest(
        conversation_id="c-1", messages=list(messages), options=SuggestionOptions(**options) if options else None
    )


def test_a_commitment(world):
    result = world.api.analyze_suggestions(
        talk(say(AVA, "I will send the report tomorrow at 3pm."), say(BEN, "Great."))
    )
    (found,) = result.suggestions
    assert found["type"] == "COMMITMENT"
    assert found["status"] == "OPEN"
    assert found["actor"] == {"id": "u1", "display_name": "Ava"}
    assert found["action"]["lemma"] == "send"
    assert found["temporal"]["due_at"].startswith("2026-07-07T15:00:00")
    assert found["evidence"][0]["message_id"] == "msg_001"
    assert 0.65 <= found["confidence"] <= 1
    assert result.conversation_id == "c-1"
    assert result.request_id.startswith("req_")
    assert result.analyzed_at.endswith("+00:00")
    assert result.engine == {"engine_version": "1.0.0", "rule_set_version": "2026-07-01"}
    assert [entry["suggestion_id"] for entry in result.obligations] == [found["id"]]


def test_what_is_done_is_no_longer_suggested(world):
    messages = [
        say(AVA, "I will send the report tomorrow at 3pm."),
        say(AVA, "I sent the report.", "2026-07-06T11:00:00-04:00"),
    ]
    assert world.api.analyze_suggestions(talk(*messages)).suggestions == []
    shown = world.api.analyze_suggestions(talk(*messages, include_resolved_obligations=True))
    assert [entry["status"] for entry in shown.suggestions] == ["COMPLETED"]


def test_small_talk_suggests_nothing(world):
    result = world.api.analyze_suggestions(talk(say("Ava", "Good morning!"), say("Ben", "Hello Ava.")))
    assert (result.suggestions, result.obligations) == ([], [])


def test_it_costs_no_tokens(world):
    world.api.analyze_suggestions(talk(say("Ava", "Good morning!")))
    assert world.api.get_account_tokens("123")["data"] == {"tokens": 1000}


def test_a_conversation_has_messages(world):
    with refused(400, exactly="at least one message is required"):
        world.api.analyze_suggestions({"messages": []})


def test_english_only(world):
    with refused(400) as caught:
        world.api.analyze_suggestions(talk(say("Ava", "Bonjour"), locale="fr-FR"))
    assert caught.value.response.json()["data"] == {
        "code": "UNSUPPORTED_LOCALE",
        "message": 'unsupported locale "fr-FR": suggestions analysis currently only supports English (en*)',
    }


def test_who_may(world):
    with refused(403, exactly="credential missing required scope: execute"):
        world.scoped("read").analyze_suggestions(talk(say("Ava", "Hi")))
    with refused(401):
        world.anonymous().analyze_suggestions(talk(say("Ava", "Hi")))
