#!/usr/bin/env python3
"""Compares `cron next` with croniter on random specs, zones and instants; fails on any unexplained difference.

Usage: python3 compare.py --command "PATH/scheduler0-mock cron next" [--runs N] [--seed N] [--verbose]

The command is asked once, with `-` as SPEC: one question a line (spec, timezone, from, count; separated by tabs) on
standard input, answers separated by empty lines. Needs the packages of requirements.txt.
The rules that explain differences are those of the table in README.md, by the same names; each of them must occur.
"""

import argparse
import collections
import pathlib
import random
import re
import shlex
import subprocess
import sys

import explain
import questions
from reference import RefusedByCroniter, reference_runs


def ask_command(command, asked, *flags):
    """The command's answer to each question: a list of lines."""
    lines = "".join(f"{q.asked_spec}\t{q.zone}\t{q.start_text}\t{q.count}\n" for q in asked)
    finished = subprocess.run(
        shlex.split(command) + ["-", *flags], input=lines, capture_output=True, text=True, timeout=300, check=False
    )
    if finished.returncode != 0:
        sys.exit(f"the command ended with {finished.returncode}: {finished.stderr}")
    answers = [block.split("\n") for block in finished.stdout.removesuffix("\n\n").split("\n\n")]
    if len(answers) != len(asked):
        sys.exit(f"{len(asked)} questions, {len(answers)} answers")
    return answers


def compare_one(question, answer):
    """The rules that explain the differences of one question; None where nothing does."""
    refusal = answer[0] if answer[0].startswith("error: ") else None
    try:
        theirs = reference_runs(question)
    except RefusedByCroniter:
        return [] if refusal else [explain.refused_by_croniter_alone(question, answer)]
    if refusal:
        return [explain.refused_by_us_alone(question, refusal)]
    ours = explain.parse_runs(answer)
    return [None] if ours is None else explain.differences(question, ours, theirs)


def documented_rules():
    """The names in the first column of the table in README.md."""
    text = (pathlib.Path(__file__).parent / "README.md").read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([a-z0-9-]+)` \|", text, flags=re.M))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True, help="the command up to SPEC")
    parser.add_argument("--runs", type=int, default=6000, help="how many questions of each kind")
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--verbose", action="store_true", help="print an example of each explained difference")
    options = parser.parse_args()

    asked = list(questions.all_questions(random.Random(options.seed), options.runs))
    asked.sort(key=lambda question: question.seconds_first)
    others = sum(not question.seconds_first for question in asked)
    answers = ask_command(options.command, asked[:others])
    answers += ask_command(options.command, asked[others:], "--seconds-first")
    counts, examples, unexplained = collections.Counter(), {}, []
    compared = runs = same = 0
    for question, answer in zip(asked, answers):
        compared += 1
        runs += len(answer)
        found = compare_one(question, answer)
        same += not found
        for rule in set(found):
            if rule is None:
                unexplained.append((question, answer))
            else:
                counts[rule] += 1
                examples.setdefault(rule, (question, answer))
    print(f"{compared} questions, {runs} answer lines, {same} questions answered alike")
    for rule, count in sorted(counts.items()):
        print(f"  {count:6} explained by {rule}")
        if options.verbose:
            question, answer = examples[rule]
            print(f"         {question}: {' '.join(answer[:4])}")
    for question, answer in unexplained[:20]:
        print(f"unexplained: {question}\n  ours      {' '.join(answer)}")
        try:
            print("  croniter  " + " ".join(run.isoformat() for run in reference_runs(question)))
        except RefusedByCroniter as error:
            print(f"  croniter  refuses: {error}")
    stale = documented_rules() ^ set(counts)
    for rule in sorted(stale):
        print(f"the table in README.md and the rules that occurred disagree about {rule}")
    failed = len(unexplained) + len(stale)
    print(f"{compared - len(unexplained)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
