"""Why we and croniter differ: each rule of the table in README.md is checked, not assumed.

A difference of reading is explained when croniter gives our answer for a spec that says the same in other words; a
difference of runs when each single run that only one side has is of the kind that the rule describes.
"""

import dataclasses
import datetime
import re

from reference import RefusedByCroniter, every_hour, names_clock_time, reference_runs, zone

DESCRIPTORS = "@yearly @annually @monthly @weekly @daily @midnight @hourly".split()


def parse_runs(lines):
    """Our answer as aware datetimes; None when it is no list of instants."""
    if lines == ["never"]:
        return []
    try:
        return [datetime.datetime.fromisoformat(line) for line in lines]
    except ValueError:
        return None


def differences(question, ours, theirs):
    """The rules that explain every difference between the runs; None stands for one that nothing explains."""
    if [run.timestamp() for run in ours] == [run.timestamp() for run in theirs] and len(ours) == len(theirs):
        return []
    for name, rewritten in rewritings(question.spec):
        if rewritten != question.spec:
            again = dataclasses.replace(question, spec=rewritten)
            return [name] + differences(again, ours, reference_runs(again))
    local = zone(question.zone)
    if any(run.utcoffset() != run.astimezone(local).utcoffset() for run in ours):
        return [None]
    known_ours = {run.timestamp() for run in ours}
    known_theirs = {run.timestamp() for run in theirs}
    # Beyond the last run of one side nothing can be compared.
    end = min(answer[-1].timestamp() if answer else float("inf") for answer in (ours, theirs))
    rules = []
    for run in theirs:
        if run.timestamp() <= end and run.timestamp() not in known_ours:
            rules.append(only_theirs(question.spec, run))
    for run in ours:
        if run.timestamp() <= end and run.timestamp() not in known_theirs:
            rules.append(only_ours(question.spec, run.astimezone(local)))
    return rules or [None]


def only_theirs(spec, run):
    if every_hour(spec):
        return None
    if put_forward_in_minute_before(run) and not names_clock_time(spec, run):
        return "skipped-time"
    if is_second_pass(run) and names_clock_time(spec, run):
        return "repeated-time"
    return None


def only_ours(spec, run):
    if every_hour(spec) and is_second_pass(run) and overlap(run) % datetime.timedelta(hours=1):
        return "half-hour-overlap"
    return None


def put_forward_in_minute_before(run):
    before = (run.astimezone(datetime.timezone.utc) - datetime.timedelta(minutes=1)).astimezone(run.tzinfo)
    return before.utcoffset() < run.utcoffset()


def overlap(run):
    """By how much the clocks are put back around that local time; zero or less where they are not."""
    return run.replace(fold=0).utcoffset() - run.replace(fold=1).utcoffset()


def is_second_pass(run):
    return run.fold == 1 and overlap(run) > datetime.timedelta(0)


def rewritings(spec):
    """Other words for the same spec in our reading, with the name of the rule."""
    fields = spec.split()
    if len(fields) not in (5, 6):
        return
    # A star counts wherever it stands in a list: croniter looks at the first character only.
    days = [len(fields) - 3, len(fields) - 1]
    yield "star-in-list", " ".join(
        ",".join(sorted(field.split(","), key=lambda item: item[0] != "*")) if place in days else field
        for place, field in enumerate(fields)
    )
    # An equal range is one number: croniter takes it for the whole field.
    yield "equal-range", " ".join(re.sub(r"(?<![^,])(\w+)-\1(/\d+)?(?![^,])", r"\1", field, flags=re.I) for field in fields)


def refused_by_croniter_alone(question, answer):
    if question.spec == "@every 1h":
        hours = [question.start + 3600 * (number + 1) for number in range(question.count)]
        return "every" if [run.timestamp() for run in parse_runs(answer) or []] == hours else None
    if "?" in question.spec:
        rewritten = " ".join(rewritten_question_marks(field) for field in question.spec.split())
        again = dataclasses.replace(question, spec=rewritten)
        try:
            rest = differences(again, parse_runs(answer), reference_runs(again))
        except RefusedByCroniter:
            return None
        return None if None in rest else "question-mark"
    return None


def rewritten_question_marks(field):
    """`*` for `?`; a list that has a bare one allows everything."""
    items = field.replace("?", "*").split(",")
    return "*" if "*" in items else ",".join(items)


def refused_by_us_alone(question, refusal):
    spec = question.spec
    if spec.startswith("@"):
        known = spec not in DESCRIPTORS and spec.lower() in DESCRIPTORS
        return "descriptor-case" if known and "no such descriptor" in refusal else None
    if len(spec.split()) == 7 and "it has 7 fields" in refusal:
        return "seven-fields"
    if refusal.startswith("error: day of week") and "7 is above 6" in refusal:
        return "sunday-is-0"
    if "the range begins beyond its end" in refusal:
        return "reversed-range"
    if re.search(r'"[LRHW#0-9A-Z/()-]+" is no number', refusal, re.I) and re.search(r"[LRHW#]", spec, re.I):
        return "special-letters"
    return None
