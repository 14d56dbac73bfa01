"""Prompts: a sentence in, job configurations out, one token a time."""

import datetime
import json

import pytest
from scheduler0.types import AccountCreateRequestBody, PromptJobRequest

from support import raw
from support.world import ACCOUNT, KEY, OPERATOR, refused

REPORTS = {
    "prompt": "Send weekly reports every Monday at 9 AM",
    "purposes": ["reporting", "communication"],
    "events": ["weekly_cycle"],
    "recipients": ["team@example.com", "manager@example.com"],
    "channels": ["email"],
    "timezone": "America/New_York",
}
QUESTION = "What is the capital of France?"


def ask(**fields):
    return PromptJobRequest(**{**REPORTS, **fields})


def configurations(result):
    """The job configurations in the names of the wire, from the answer of either release."""
    if isinstance(result, list):
        return result
    names = {
        "cron_expression": "cronExpression",
        "next_run_at": "nextRunAt",
        "start_date": "startDate",
        "end_date": "endDate",
    }
    jobs = [entry for provider in result.providers for entry in provider.jobs]
    return [{names.get(name, name): value for name, value in vars(entry).items()} for entry in jobs]


def tokens(world, account=ACCOUNT):
    return world.operator.get_account_tokens(account)["data"]["tokens"]


def test_a_prompt_becomes_a_job_configuration(world):
    (config,) = configurations(world.api.create_job_from_prompt(ask()))
    assert config["cronExpression"] == "0 9 * * 1"
    assert config["timezone"] == "America/New_York"
    assert config["recurrence"] in ("weekly", "every week")
    assert config["kind"] in ("FOLLOW_UP", "REMINDER", "DIGEST")
    assert set(config["recipients"]) <= {"team@example.com", "manager@example.com"}
    assert config["channel"] == "email"
    assert config["purpose"] in REPORTS["purposes"]
    run = datetime.datetime.fromisoformat(config["nextRunAt"])
    assert (run.weekday(), run.hour, run.minute) == (0, 9, 0)
    assert run.utcoffset() in (datetime.timedelta(hours=-5), datetime.timedelta(hours=-4))
    assert datetime.timedelta() <= run - datetime.datetime.now(datetime.timezone.utc) <= datetime.timedelta(days=7)


def test_without_a_timezone_it_is_utc(world):
    (config,) = configurations(world.api.create_job_from_prompt(ask(timezone=None)))
    assert config["timezone"] == "UTC"
    assert datetime.datetime.fromisoformat(config["nextRunAt"]).utcoffset() == datetime.timedelta()


def test_the_cron_expression_is_a_spec(world):
    (config,) = configurations(world.api.create_job_from_prompt(ask()))
    made = world.new_job(spec=config["cronExpression"], timezone=config["timezone"], start_date=config.get("startDate"))
    assert world.api.get_job(made["id"])["data"]["spec"] == "0 9 * * 1"


def test_the_answer_reads_as_this_release_expects_it(world, sdk_version):
    result = world.api.create_job_from_prompt(ask())
    if sdk_version == "1.0.0":
        assert isinstance(result, list)
        provider = result[0]
        assert [entry["cronExpression"] for entry in provider["jobs"]] == ["0 9 * * 1"]
        names = ("provider", "model", "inputTokens", "outputTokens", "totalTokens", "durationMs")
        name, model, came, went, total, duration = (provider[field] for field in names)
    else:
        (provider,) = result.providers
        name, model, duration = provider.provider, provider.model, provider.duration_ms
        came, went, total = provider.input_tokens, provider.output_tokens, provider.total_tokens
        assert result.classification.decision == "allow"
        assert result.classification.text == REPORTS["prompt"]
    assert name and model
    assert total == came + went and came > 0 and went > 0
    assert isinstance(duration, int)


def test_the_newer_path_always_has_providers(world):
    answer = world.raw("POST", "/ai/prompt", body=REPORTS)
    assert answer.status == 200
    assert answer.data["providers"][0]["jobs"][0]["cronExpression"] == "0 9 * * 1"


def test_the_same_request_gets_the_same_bytes(world):
    headers = {**KEY, "X-Mock-Now": "2026-03-02T12:00:00Z"}
    first, second = (world.raw("POST", "/ai/prompt", headers, REPORTS) for _ in range(2))
    assert first.status == 200
    assert first.body == second.body


def test_a_bare_schedule(world, api_level):
    call = lambda: world.api.create_job_from_prompt(PromptJobRequest(prompt="every Monday at 9am"))
    if api_level == "1.0":
        assert configurations(call())[0]["cronExpression"] == "0 9 * * 1"
    else:
        with refused(422, "prompt skipped (clarify)"):
            call()


def test_every_prompt_takes_a_token(world):
    for left in (999, 998, 997):
        world.api.create_job_from_prompt(ask())
        assert tokens(world) == left
    assert tokens(world, "456") == world.operator.get_account_tokens("456")["data"]["tokens"]


def test_a_refused_prompt_costs_nothing(world):
    with refused(422, "prompt skipped (reject)") as caught:
        world.api.create_job_from_prompt(PromptJobRequest(prompt=QUESTION))
    classification = caught.value.response.json()["data"]["classification"]
    assert classification["text"] == QUESTION
    assert classification["decision"] == "reject"
    assert classification["reason"]
    assert tokens(world) == 1000


def test_without_tokens_it_is_402(world):
    account = str(world.operator.create_account(AccountCreateRequestBody(name="Broke"))["data"]["id"])
    with refused(402):
        world.operator.create_job_from_prompt(ask(), account_id_override=account)
    world.operator.add_account_tokens(account, 1)
    assert world.operator.create_job_from_prompt(ask(), account_id_override=account)
    assert tokens(world, account) == 0
    with refused(402):
        world.operator.create_job_from_prompt(ask(), account_id_override=account)
    assert tokens(world, account) == 0


LIMITS = [
    ({"prompt": ""}, "prompt is required"),
    ({"prompt": "Remind me every day " + "x" * 141}, "prompt must be less than 160 characters"),
    ({"timezone": "Mars/Base"}, 'invalid timezone "Mars/Base": unknown time zone Mars/Base'),
    ({"purposes": ["p"] * 6}, "purposes must have 5 or fewer items"),
    ({"events": ["e"] * 6}, "events must have 5 or fewer items"),
    ({"recipients": ["r"] * 6}, "recipients must have 5 or fewer items"),
    ({"channels": ["c"] * 6}, "channels must have 5 or fewer items"),
    ({"purposes": ["p" * 37]}, "purpose must be less than 36 characters long"),
    ({"events": ["e" * 37]}, "event must be less than 36 characters long"),
    ({"recipients": ["r" * 37]}, "recipient must be less than 36 characters long"),
    ({"channels": ["ok", "c" * 37]}, "channel must be less than 36 characters long"),
]


@pytest.mark.parametrize("fields, message", LIMITS, ids=[message[:40] for _, message in LIMITS])
def test_limits(world, fields, message):
    with refused(400, exactly=message):
        world.api.create_job_from_prompt(ask(**fields))
    assert tokens(world) == 1000


def test_what_just_fits(world):
    prompt = "Remind me every day at 9am to look at the dashboard of the billing service and to write down what is new "
    prompt = (prompt + "for the weekly meeting of all teams that use it").ljust(160, ".")
    assert len(prompt) == 160
    lists = {name: ["i" * 36] * 5 for name in ("purposes", "events", "recipients", "channels")}
    assert configurations(world.api.create_job_from_prompt(PromptJobRequest(prompt=prompt, **lists)))


def test_who_may(world):
    assert world.scoped("execute").create_job_from_prompt(ask())
    with refused(403, exactly="credential missing required scope: execute"):
        world.scoped("read", "write").create_job_from_prompt(ask())
    with refused(401):
        world.anonymous().create_job_from_prompt(ask())


def test_the_quota_of_the_month_counts_down_in_the_headers(world):
    answers = [world.raw("POST", "/prompt", body=REPORTS) for _ in range(2)]
    assert [answer.headers["X-RateLimit-Limit"] for answer in answers] == ["1000", "1000"]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["1000", "999"]
    now = datetime.datetime.now(datetime.timezone.utc).timestamp()
    assert now < int(answers[0].headers["X-RateLimit-Reset"]) < now + 32 * 86400


def test_the_quota_comes_before_the_balance(world):
    """A thousand prompts use up both; what is then answered tells which is looked at first."""
    body = json.dumps(REPORTS).encode()
    with raw.Connection(world.base_url) as connection:
        head = connection.head("POST", "/api/v1/prompt", {**KEY, "Content-Length": len(body)})
        for _ in range(20):
            connection.send((head + body) * 50)
            assert {connection.answer("POST").status for _ in range(50)} == {200}
    assert tokens(world) == 0
    refusal = world.raw("POST", "/prompt", body=REPORTS)
    assert (refusal.status, refusal.text) == (429, "monthly AI prompt request limit reached")
    assert refusal.headers["X-RateLimit-Limit"] == "1000"
    assert refusal.headers["X-RateLimit-Remaining"] == "0"
    with refused(429, exactly="monthly AI prompt request limit reached"):
        world.api.create_job_from_prompt(ask())


def test_a_wrong_prompt_is_told_before_the_quota_and_the_balance(world):
    account = str(world.operator.create_account(AccountCreateRequestBody(name="Broke"))["data"]["id"])
    headers = {**OPERATOR, "X-Account-ID": account}
    assert world.raw("POST", "/prompt", headers, b"{").status == 422
    assert world.raw("POST", "/prompt", headers, {"prompt": ""}).status == 400
    assert world.raw("POST", "/prompt", headers, {"prompt": QUESTION}).status == 402


class TestClassify:
    """POST /prompt/classify, which release 1.2.0 has a method for."""

    @pytest.fixture(autouse=True)
    def newer(self, sdk_version):
        if sdk_version == "1.0.0":
            pytest.skip("release 1.0.0 has no method for it")
        from scheduler0.types import ClassifyPromptRequest

        self.request = ClassifyPromptRequest

    @pytest.mark.parametrize(
        "prompt, decision, reason",
        [
            ("Remind me every day at 9am", "allow", "request_with_temporal_signal"),
            ("every Monday at 9am", "clarify", "temporal_signal_without_clear_request"),
            ("Please send the report", "clarify", "request_without_temporal_signal"),
            (QUESTION, "reject", "informational_question_not_schedule_request"),
        ],
    )
    def test_decisions(self, world, prompt, decision, reason):
        found = world.api.classify_prompt(self.request(prompt=prompt))
        assert (found.text, found.decision, found.reason) == (prompt, decision, reason)

    def test_it_costs_no_tokens(self, world):
        world.api.classify_prompt(self.request(prompt="Remind me every day at 9am", locale="en-GB"))
        assert tokens(world) == 1000

    def test_wrong_requests(self, world):
        with refused(400, exactly="prompt is required"):
            world.api.classify_prompt(self.request(prompt=""))
        unsupported = 'unsupported locale "fr": intent classification currently only supports English (en*)'
        with refused(400, exactly=unsupported):
            world.api.classify_prompt(self.request(prompt="Remind me", locale="fr"))

    def test_who_may(self, world):
        with refused(403, exactly="credential missing required scope: execute"):
            world.scoped("read").classify_prompt(self.request(prompt="Remind me"))
        with refused(401):
            world.anonymous().classify_prompt(self.request(prompt="Remind me"))
