/// Turns clocks as written into times of day: am and pm, parts of the day, lists that share a suffix.
enum ClockReading {
    /// The clock with am or pm applied; impossible ones keep an hour that is none, for the message.
    static func applying(isAfternoon: Bool, to clock: WrittenClock) -> WrittenClock {
        var result = clock
        result.reading = .exact
        result.hasMeridiem = true
        switch clock.hour {
        case 12: result.hour = isAfternoon ? 12 : 0
        case 1...11: result.hour = clock.hour + (isAfternoon ? 12 : 0)
        // "15:00 pm" says the same thing twice; "13pm" and "0am" are slips that cannot be guessed at.
        case 13...23 where isAfternoon && clock.reading != .face: break
        case 0 where !isAfternoon && clock.reading != .face: break
        default: result.hour = 100 + clock.hour
        }
        return result
    }

    /// Checks that there is such a time; 24:00 is midnight.
    static func checked(_ clock: WrittenClock, written: String) throws(Refusal) -> WrittenClock {
        var result = clock
        if clock.hour == 24, clock.minute == 0, clock.second == 0 {
            result.hour = 0
            result.reading = .exact
        }
        guard (0...23).contains(result.hour), (0...59).contains(result.minute), (0...59).contains(result.second) else {
            throw .impossibleTime(written)
        }
        if result.reading == .face, result.hour == 0 || result.hour > 12 { result.reading = .exact }
        return result
    }

    /// The clock as it is meant in that part of the day.
    static func applying(_ part: DayPart, to clock: WrittenClock) throws(Refusal) -> WrittenClock {
        if clock.reading == .exact { return try confirmed(clock, in: part) }
        let isAfternoon =
            switch part {
            case .morning: false
            case .afternoon: true
            case .evening: clock.hour != 12
            case .night: (6...11).contains(clock.hour)
            }
        return try confirmed(
            applying(isAfternoon: isAfternoon && !(part == .evening && clock.hour == 12), to: clock), in: part)
    }

    private static func confirmed(_ clock: WrittenClock, in part: DayPart) throws(Refusal) -> WrittenClock {
        let fits =
            switch part {
            case .morning: clock.hour < 12
            case .afternoon: (12...18).contains(clock.hour)
            case .evening: clock.hour >= 15 || clock.hour == 0
            case .night: clock.hour >= 17 || clock.hour < 6
            }
        guard fits else { throw .contradictoryTimes }
        return clock
    }

    /// Shares am and pm over a list: "6, 7 and 8 am", "1 and 4 pm", "9, 12 and 3pm", "8am and 5".
    static func distributed(_ clocks: [WrittenClock]) throws(Refusal) -> [WrittenClock] {
        guard clocks.contains(where: \.hasMeridiem) else { return try ascending(wholeDay(clocks)) }
        var result = clocks
        for index in result.indices.dropLast().reversed()
        where result[index].reading != .exact && result[index + 1].reading == .exact {
            result[index] = before(result[index + 1], result[index])
        }
        for index in result.indices.dropFirst()
        where result[index].reading != .exact && result[index - 1].hasMeridiem {
            result[index] = try behind(result[index - 1], result[index])
        }
        return result
    }

    /// "6, 12 and 18": one hour of 24 tells that all are.
    private static func wholeDay(_ clocks: [WrittenClock]) -> [WrittenClock] {
        guard clocks.count > 2, clocks.contains(where: { $0.hour > 12 }),
            zip(clocks, clocks.dropFirst()).allSatisfy({ $0.minuteOfDay < $1.minuteOfDay })
        else { return clocks }
        return clocks.map { clock in
            var exact = clock
            exact.reading = .exact
            return exact
        }
    }

    /// "8:30, 12:30 and 5:30": a time that goes back is meant for the afternoon, or is it?
    private static func ascending(_ clocks: [WrittenClock]) throws(Refusal) -> [WrittenClock] {
        for (before, clock) in zip(clocks, clocks.dropFirst())
        where before.reading == .asWritten && clock.reading == .asWritten && (1...6).contains(clock.hour)
            && clock.minuteOfDay < before.minuteOfDay
        {
            throw .ambiguousHour(clock.hour)
        }
        return clocks
    }

    /// The reading that comes before a known time, in the same half of the day if that does.
    private static func before(_ known: WrittenClock, _ clock: WrittenClock) -> WrittenClock {
        let same = applying(isAfternoon: known.hour >= 12, to: clock)
        let other = applying(isAfternoon: known.hour < 12, to: clock)
        return same.minuteOfDay < known.minuteOfDay || other.minuteOfDay > known.minuteOfDay ? same : other
    }

    /// The reading that comes after a known time; refused where a listener could take either.
    private static func behind(_ known: WrittenClock, _ clock: WrittenClock) throws(Refusal) -> WrittenClock {
        let morning = applying(isAfternoon: false, to: clock)
        let afternoon = applying(isAfternoon: true, to: clock)
        if known.hour < 12 { return morning.minuteOfDay > known.minuteOfDay ? morning : afternoon }
        guard clock.hour < 7 || clock.hour == 12, afternoon.minuteOfDay > known.minuteOfDay else {
            throw .ambiguousHour(clock.hour)
        }
        return afternoon
    }

    /// The time of day where nothing else decides.
    ///
    /// Documented: schedule-language 3: 7 to 11 as said, 12 = noon, 1 to 6 to be clarified; `3:15` is as it stands.
    static func alone(_ clock: WrittenClock) throws(Refusal) -> WrittenClock {
        var result = clock
        if clock.reading == .face, (1...6).contains(clock.hour) { throw .ambiguousHour(clock.hour) }
        result.reading = .exact
        return result
    }

    /// Decides am and pm for the two ends: "9 to 5" is 9:00 to 17:00, "8 to 10 pm" is 20:00 to 22:00.
    static func completed(_ from: WrittenClock, _ to: WrittenClock) throws(Refusal) -> (
        from: WrittenClock, to: WrittenClock
    ) {
        var (first, last) = (from, to)
        if first.reading == .face || (first.reading == .asWritten && last.hasMeridiem) {
            if last.hasMeridiem {
                let candidate = applying(isAfternoon: last.hour >= 12 || last.minuteOfDay == 0, to: first)
                let other = applying(isAfternoon: false, to: first)
                first = candidate.minuteOfDay < last.minuteOfDay || last.minuteOfDay == 0 ? candidate : other
            } else {
                first = (1...6).contains(first.hour) && last.reading == .face ? first : try alone(first)
                if first.reading == .face { throw .ambiguousHour(first.hour) }
            }
        }
        if last.reading == .face || (last.reading == .asWritten && first.hasMeridiem) {
            let morning = applying(isAfternoon: false, to: last)
            let afternoon = applying(isAfternoon: true, to: last)
            last =
                morning.minuteOfDay > first.minuteOfDay
                ? morning : afternoon.minuteOfDay > first.minuteOfDay ? afternoon : morning
        }
        first.reading = .exact
        last.reading = .exact
        return (first, last)
    }
}
