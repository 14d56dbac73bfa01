public import CivilTime

/// From the clock on the wall to instants, and what happens when a zone's clocks are changed.
///
/// A spec names clock times; the zone says when its clocks show them. All instants are whole seconds.
/// - **A time that is skipped** (clocks put forward: a gap) is no run: `30 2 * * *` has none on that day.
/// - **A time that comes twice** (clocks put back: an overlap) is one run, at the first pass.
/// - **A spec that allows all 24 hours** (`*`, `0-23`, `*/1` …) goes by elapsed time: it runs whenever the clocks show
///   a matching time, in both passes of an overlap, so that `*/15 * * * *` and `0 * * * *` never pause for an hour.
///   Where clocks move by half an hour, `0 * * * *` still runs at the full hours that the clocks show.
/// - **`@every`** has no clock times: its next run is an interval after the last one, summer time or not.
///
/// Documented: product 6 (summer time). Instants from the year 0 to 9999 are searched: RFC 3339 writes no others.
extension CronSpec {
    /// The first instant of the spec after `instant`; nil when there is none.
    ///
    /// Of `@every`: one interval after `instant`, which is taken as the last run.
    public func next(after instant: Instant, in zone: Zone) -> Instant? {
        switch rule {
        case .every(let interval): Self.withinRange(instant.secondsRoundedDown + interval.milliseconds / 1000)
        case .fields(let fields): fields.first(atOrAfter: instant.secondsRoundedDown + 1, in: zone)
        }
    }

    /// The first instant of the spec that is not before `instant`; nil when there is none.
    ///
    /// Of `@every`: one interval after `instant`, as for `next(after:)`, since it has no times of its own.
    public func next(atOrAfter instant: Instant, in zone: Zone) -> Instant? {
        switch rule {
        case .every: next(after: instant, in: zone)
        case .fields(let fields): fields.first(atOrAfter: instant.secondsRoundedUp, in: zone)
        }
    }

    /// The last instant of the spec before `instant`; nil when there is none.
    ///
    /// Of `@every`: one interval before `instant`.
    public func previous(before instant: Instant, in zone: Zone) -> Instant? {
        switch rule {
        case .every(let interval): Self.withinRange(instant.secondsRoundedUp - interval.milliseconds / 1000)
        case .fields(let fields): fields.last(atOrBefore: instant.secondsRoundedUp - 1, in: zone)
        }
    }

    private static func withinRange(_ second: Int64) -> Instant? {
        CronFields.searchedSeconds.contains(second) ? Instant(seconds: second) : nil
    }
}

extension CronFields {
    /// 0000-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
    static let searchedSeconds: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// The first second since the epoch, from `second` on, at which the zone's clocks show a time of the spec.
    fileprivate func first(atOrAfter second: Int64, in zone: Zone) -> Instant? {
        var second = max(second, Self.searchedSeconds.lowerBound)
        // Each round goes on by a period of the zone at least.
        while second <= Self.searchedSeconds.upperBound {
            let period = zone.period(at: second)
            var clock = second + period.offsetSeconds
            if !allowsEveryHour { clock = max(clock, period.firstNewClock) }
            guard let match = firstMatch(atOrAfter: clock) else { return nil }
            let (found, periodEnd) = (match - period.offsetSeconds, period.end)
            if found < periodEnd {
                return found <= Self.searchedSeconds.upperBound ? Instant(seconds: found) : nil
            }
            // No clock time before the match is in the spec, so the search may leap to it, unless clock times before
            // `clock` could come again.
            let isFarFromChange = clock - period.offsetSeconds < periodEnd - Self.leapMargin
            second = isFarFromChange ? max(periodEnd, found - Self.leapMargin) : periodEnd
        }
        return nil
    }

    /// The last second since the epoch, up to `second`, at which the zone's clocks show a time of the spec.
    fileprivate func last(atOrBefore second: Int64, in zone: Zone) -> Instant? {
        var second = min(second, Self.searchedSeconds.upperBound)
        while second >= Self.searchedSeconds.lowerBound {
            let period = zone.period(at: second)
            let clock = second + period.offsetSeconds
            guard let match = lastMatch(atOrBefore: clock) else { return nil }
            let found = match - period.offsetSeconds
            if found >= period.start, allowsEveryHour || match >= period.firstNewClock {
                return found >= Self.searchedSeconds.lowerBound ? Instant(seconds: found) : nil
            }
            let beforePeriod = period.start - 1
            let isFarFromChange = second > period.start + Self.leapMargin
            second = isFarFromChange ? min(beforePeriod, found + Self.leapMargin) : beforePeriod
        }
        return nil
    }

    /// Two days in seconds: more than a zone's clocks were ever moved at once.
    private static let leapMargin: Int64 = 2 * 86_400
}
