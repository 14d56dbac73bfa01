"""Random questions, the same in every run with the same seed."""

import dataclasses
import datetime
import zoneinfo

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
DAYS = "SUN MON TUE WED THU FRI SAT".split()
FIELDS = {  # name: (first, last, names)
    "second": (0, 59, None),
    "minute": (0, 59, None),
    "hour": (0, 23, None),
    "day": (1, 31, None),
    "month": (1, 12, MONTHS),
    "weekday": (0, 6, DAYS),
}
# Clocks that change in odd ways, more often than others.
ODD_ZONES = """
    America/Sao_Paulo Asia/Beirut Africa/Cairo Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Apia
    Asia/Kathmandu Europe/Paris America/New_York America/St_Johns Europe/Dublin Antarctica/Troll Africa/Casablanca
    Asia/Tehran America/Santiago Asia/Gaza Europe/London America/Caracas UTC
""".split()


@dataclasses.dataclass(frozen=True)
class Question:
    spec: str
    zone: str
    start: int  # seconds since the epoch
    count: int
    seconds_first: bool = False  # asked without the last field, which is a star, in the server's dialect

    @property
    def asked_spec(self):
        return self.spec.removesuffix(" *") if self.seconds_first else self.spec

    @property
    def start_text(self):
        return datetime.datetime.fromtimestamp(self.start, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def __str__(self):
        return f"{self.spec!r} in {self.zone} after {self.start_text}"


def number(rng, field, value):
    names = FIELDS[field][2]
    if names and rng.random() < 0.4:
        name = names[value - FIELDS[field][0]]
        return rng.choice([name, name.lower(), name.title()])
    return f"{value:02}" if rng.random() < 0.1 else str(value)


def item(rng, field):
    first, last, _ = FIELDS[field]
    low, high = sorted(rng.sample(range(first, last + 1), 2))
    span = max(1, (last - first) // 2)
    match rng.randrange(7):
        case 0 | 1 | 2:
            return number(rng, field, low)
        case 3:
            return f"{number(rng, field, low)}-{number(rng, field, high)}"
        case 4:
            return f"*/{rng.randint(1, span)}"
        case 5:
            return f"{number(rng, field, low)}-{number(rng, field, high)}/{rng.randint(1, span)}"
        case _:
            return f"{number(rng, field, low)}/{rng.randint(1, span)}"


def field_text(rng, field, star):
    if rng.random() < star:
        return "?" if field in ("day", "weekday") and rng.random() < 0.2 else "*"
    return ",".join(item(rng, field) for _ in range(rng.choice([1, 1, 1, 2, 3])))


def spec(rng):
    if rng.random() < 0.02:
        return rng.choice("@yearly @annually @monthly @weekly @daily @midnight @hourly".split())
    stars = {"second": 0.3, "minute": 0.25, "hour": 0.4, "day": 0.6, "month": 0.7, "weekday": 0.6}
    fields = list(FIELDS) if rng.random() < 0.25 else list(FIELDS)[1:]
    return " ".join(field_text(rng, field, stars[field]) for field in fields)


def changes(name, years):
    """The instants at which the clocks of the zone change in those years, found by sampling, to the second."""
    zone = zoneinfo.ZoneInfo(name)

    def offset(second):
        return datetime.datetime.fromtimestamp(second, zone).utcoffset()

    found = []
    start = int(datetime.datetime(years[0], 1, 1, tzinfo=datetime.timezone.utc).timestamp())
    end = int(datetime.datetime(years[-1] + 1, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
    for low in range(start, end, 3 * 86400):
        high = low + 3 * 86400
        if offset(low) == offset(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
        found.append(high)
    return found


# Specs that one side refuses or reads in its own way; the explained ones are in explain.py.
STRANGE_ITEMS = """
    60 24 32 13 7 0 00 1-7 5-7 FRI-SUN SAT-SUN 22-2 30-10 5-5 MON-MON L LW 15W W15 5L MON#2 2#1 L5 H R H/5 H(1-5) ? ?/5 *,? *-5
    1,,2 ,1 1, , - 1- -1 1-2-3 / /5 */ */0 */x 5/ 1/2/3 */99 */1000 99999999999 +5 1.5 0x5 ** * */1 */7 5/1 59/15 23/5 31/2
    12/4 6/2 MON JAN MONDAY JANUARY mon-fri JAN-jan x %5 5% 1_0 1~5 !5 $ 1;2 1-5/2/3 1-5-2 */5-10 5/5-10
""".split()
STRANGE_SPECS = [
    "", " ", "*", "* *", "* * *", "* * * *", "* * * * * * *", "0 0 1 1 * 2026 2027", "* * * * * * * *", "@reboot",
    "@every", "@every 1h", "@YEARLY", "@Daily", "@daily 5", "@hourl", "@", "@@daily", "TZ=UTC * * * * *",
    "CRON_TZ=UTC * * * *", "\u00a0* * * * *", "５ * * * *", "0 0 30 2 *", "0 0 31 2,4,6 *", "0 0 31 2 MON", "0 0 29 2 *",
    "0 0 29 2 0-6", "0 0 1-31 * FRI", "0 0 5,*/2 * FRI", "0 0 * * 1,*/2", "0 0 1 * 1,*", "0 0 */1 * MON",
]


# One question at least for each rule of the table.
FIXED = [
    ("30 2 * * *", "Europe/Paris", "2026-03-28T12:00:00Z"), ("30 2 * * *", "Europe/Paris", "2026-10-24T12:00:00Z"),
    ("0 0 * * *", "America/Sao_Paulo", "2018-11-03T12:00:00Z"), ("0 0 * * *", "Asia/Beirut", "2026-03-27T12:00:00Z"),
    ("5/20 0-23 * * *", "Australia/Lord_Howe", "2030-04-06T14:50:08Z"),
    ("0 12 30 12 *", "Pacific/Apia", "2010-01-01T00:00:00Z"), ("0 0 29 2 *", "UTC", "2096-02-29T00:00:00Z"),
]


def fixed_questions():
    for text, zone, start in FIXED:
        yield Question(text, zone, int(datetime.datetime.fromisoformat(start).timestamp()), 6)


def usual_questions(rng, count):
    """Specs in all zones at any time from 1970 to 2037."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and name[0].isupper())
    for _ in range(count):
        zone = rng.choice(names)
        yield Question(spec(rng), zone, rng.randint(0, 2_145_916_800), 8)


def questions_around_changes(rng, count):
    """Specs in odd zones, from two days before a change of clocks to half a day after it."""
    moments = {name: changes(name, range(1985, 2031)) for name in ODD_ZONES}
    for _ in range(count):
        zone = rng.choice([name for name in ODD_ZONES if moments[name]])
        yield Question(spec(rng), zone, rng.choice(moments[zone]) + rng.randint(-2 * 86400, 43200), 12)


def questions_in_the_night(rng, count):
    """Specs for the hours at which clocks change, from a day before a change."""
    moments = {name: changes(name, range(1985, 2031)) for name in ODD_ZONES}
    for _ in range(count):
        zone = rng.choice([name for name in ODD_ZONES if moments[name]])
        minute = rng.choice(["0", "15", "30", "45", "*/30", "*/15", "0,59", "5/20", "1-3"])
        hour = rng.choice(["0", "1", "2", "3", "23", "0-3", "1,2", "*/2", "*", "0-23", "*/3", "1-4/2", "22-23,0-1"])
        yield Question(f"{minute} {hour} * * *", zone, rng.choice(moments[zone]) + rng.randint(-86400, 7200), 8)


def questions_seconds_first(rng, count):
    """The server's dialect: 5 fields are second, minute, hour, day of month, month."""
    for _ in range(count):
        fields = [field_text(rng, field, 0.4) for field in list(FIELDS)[:5]]
        yield Question(" ".join(fields) + " *", rng.choice(ODD_ZONES), rng.randint(0, 2_145_916_800), 6, True)


def strange_questions(rng, count):
    """Texts of which many are no specs."""
    for text in STRANGE_SPECS:
        yield Question(text, "Europe/Paris", 1_767_225_600, 4)
    for strange in STRANGE_ITEMS:
        for place in range(5):
            fields = ["0", "0", "*", "*", "*"]
            fields[place] = strange
            yield Question(" ".join(fields), "UTC", 1_767_225_600, 4)
    for _ in range(count // 4):
        fields = spec(rng).split()
        fields[rng.randrange(len(fields))] = rng.choice(STRANGE_ITEMS)
        yield Question(" ".join(fields), "UTC", rng.randint(0, 2_000_000_000), 4)


def all_questions(rng, count):
    yield from fixed_questions()
    yield from usual_questions(rng, count)
    yield from questions_around_changes(rng, count)
    yield from questions_in_the_night(rng, count)
    yield from questions_seconds_first(rng, count // 4)
    yield from strange_questions(rng, count)
