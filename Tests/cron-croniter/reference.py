"""The same questions, answered by croniter."""

import datetime
import functools
import zoneinfo

from croniter import croniter, CroniterBadDateError, CroniterError

# The zone database of the tzdata package, whose version is pinned to that of the command: not the system's.
zoneinfo.reset_tzpath(to=[])


class RefusedByCroniter(Exception):
    """croniter does not read the spec, or breaks on it."""


@functools.cache
def zone(name):
    return zoneinfo.ZoneInfo(name)


def reference_runs(question):
    """The next instants as datetimes in the zone; fewer than asked for when croniter finds no more."""
    start = datetime.datetime.fromtimestamp(question.start, zone(question.zone))
    try:
        # implement_cron_bug: a day field that begins with a star needs to match together with the other (Vixie cron).
        schedule = croniter(
            question.spec, start, ret_type=datetime.datetime, second_at_beginning=True, implement_cron_bug=True
        )
    except (CroniterError, ValueError, TypeError) as error:
        raise RefusedByCroniter(error) from error
    runs = []
    try:
        while len(runs) < question.count:
            runs.append(schedule.get_next())
    except (CroniterBadDateError, OverflowError):
        pass
    return runs


@functools.cache
def expanded(spec):
    """croniter's numbers of the fields: minute, hour, day, month, weekday, second."""
    return croniter(spec, 0, second_at_beginning=True).expanded


def allows(numbers, number):
    return numbers == ["*"] or number in numbers


def every_hour(spec):
    """Whether croniter reads a spec that allows each hour of the day."""
    return all(allows(expanded(spec)[1], hour) for hour in range(24))


def names_clock_time(spec, run):
    """Whether the spec names the hour and minute that the clocks show at that run."""
    minutes, hours = expanded(spec)[:2]
    return allows(minutes, run.minute) and allows(hours, run.hour)
