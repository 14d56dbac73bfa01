internal import CivilTime

/// The times of day of a schedule.
extension Interpreter {
    /// The minute of the day that stands for an unsaid time.
    ///
    /// Documented: schedule-language 3: no time said, day grain: 09:00.
    static let defaultMinute = 9 * 60

    /// The clocks of a schedule with am and pm settled, as minutes since midnight.
    mutating func clockMinutes(defaultMinute: Int? = Interpreter.defaultMinute) throws(Refusal) -> [Int] {
        if frame.times.isEmpty { return try dayPartMinutes(defaultMinute: defaultMinute) }
        guard let part = frame.dayParts.first else {
            var result: [Int] = []
            for clock in frame.times { result.append(try settled(clock).minuteOfDay) }
            return result
        }
        if frame.dayParts.count > 1 { return try matchedParts() }
        var result: [Int] = []
        for clock in frame.times { result.append(try ClockReading.applying(part, to: clock).minuteOfDay) }
        return result
    }

    /// "today at 5" can only be the afternoon when the morning has passed.
    private func settled(_ clock: WrittenClock) throws(Refusal) -> WrittenClock {
        if clock.reading == .face, (1...6).contains(clock.hour), frame.moments == [.daysAhead(0)] {
            let morning = ClockReading.applying(isAfternoon: false, to: clock)
            let afternoon = ClockReading.applying(isAfternoon: true, to: clock)
            if morning.minuteOfDay <= asker.minuteOfDay, afternoon.minuteOfDay > asker.minuteOfDay { return afternoon }
        }
        return try ClockReading.alone(clock)
    }

    /// "morning and evening at 8 and 9": one clock for each part.
    private func matchedParts() throws(Refusal) -> [Int] {
        var result: [Int] = []
        if frame.times.count == 1, frame.times[0].reading != .exact {
            for part in frame.dayParts {
                result.append(try ClockReading.applying(part, to: frame.times[0]).minuteOfDay)
            }
            return result
        }
        guard frame.times.count == frame.dayParts.count else { throw .contradictoryTimes }
        for (clock, part) in zip(frame.times, frame.dayParts) {
            result.append(try ClockReading.applying(part, to: clock).minuteOfDay)
        }
        return result
    }

    private mutating func dayPartMinutes(defaultMinute: Int?) throws(Refusal) -> [Int] {
        if frame.isVaguePart { throw .clarify("time_not_said", "At what hour? Say for example 'at 7am'.") }
        guard !frame.dayParts.isEmpty else {
            guard let defaultMinute else { throw .clarify("time_not_said", "At what time? Say for example 'at 9am'.") }
            notes.append("no time was said: 09:00 is assumed")
            return [defaultMinute]
        }
        notes.append("no hour was said for that part of the day")
        return frame.dayParts.map { part in
            // Jobs run at night at midnight; people are reminded before they go to bed.
            if part == .night, frame.moments.isEmpty, utterance.verb != .reminder { return 0 }
            if part == .night, frame.moments == [.daysAhead(0)] { return 20 * 60 }
            return part.defaultHour * 60
        }
    }

    // MARK: Repeating within a day

    /// The minutes of every day on which the schedule runs.
    mutating func minutesOfDay() throws(Refusal) -> MinutesOfDay {
        var minutes = try steppedMinutes()
        for exception in frame.exceptions { try remove(exception, from: &minutes) }
        guard !minutes.isEmpty else {
            throw .clarify("empty_schedule", "Nothing is left of that schedule once the exceptions are taken away.")
        }
        return minutes
    }

    private mutating func steppedMinutes() throws(Refusal) -> MinutesOfDay {
        if let perUnit = frame.perUnit, perUnit.unit < .day, frame.minutes.count != perUnit.count {
            return try perUnitMinutes(perUnit.count, perUnit.unit)
        }
        if let step = frame.timeStep {
            if !frame.times.isEmpty { return try phased(step) }
            let minutes = try step.unit == .hour ? hourly(step.count) : stepped(step)
            return try within(minutes)
        }
        if !frame.minutes.isEmpty {
            return frame.times.isEmpty ? try within(hourly(1)) : MinutesOfDay(try combinedMinutes())
        }
        let clocks = try clockMinutes()
        if let perUnit = frame.perUnit, perUnit.unit == .day,
            clocks.count != perUnit.count || frame.times.isEmpty && frame.dayParts.isEmpty
        {
            throw .clarify("times_not_said", "At which \(perUnit.count) times of the day?")
        }
        // "every day between 9 and 5": nobody said when in between.
        if frame.times.isEmpty, frame.dayParts.isEmpty, !frame.windows.isEmpty {
            throw .clarify("interval_not_said", "How often in that time? Say for example 'every 30 minutes'.")
        }
        if !frame.windows.isEmpty { return try within(MinutesOfDay(clocks)) }
        return MinutesOfDay(clocks)
    }

    /// "every 12 hours at 6am and 6pm", "every 8 hours at 7am": the times say where the steps begin.
    private mutating func phased(_ step: Amount) throws(Refusal) -> MinutesOfDay {
        let clocks = try clockMinutes()
        if clocks.count == 1, frame.start?.day != nil, frame.start?.clock == nil {
            // "every hour starting tomorrow at 9am"
            frame.start?.clock = WrittenClock(hour: clocks[0] / 60, minute: clocks[0] % 60, reading: .exact)
            frame.times = []
            return try steppedMinutes()
        }
        let length = step.count * (step.unit == .hour ? 60 : 1)
        guard step.unit != .second, length > 0, 1440 % length == 0, length >= 120, let first = clocks.first,
            clocks.allSatisfy({ $0 % length == first % length })
        else {
            throw .clarify("two_intervals", "An interval and times were both given; which one is meant?")
        }
        return try within(MinutesOfDay(stride(from: first % length, to: 1440, by: length)))
    }

    /// "at minute 30 at 9am" is 9:30.
    private mutating func combinedMinutes() throws(Refusal) -> [Int] {
        let clocks = try clockMinutes()
        return clocks.flatMap { clock in frame.minutes.map { clock / 60 * 60 + $0 } }
    }

    private func perUnitMinutes(_ count: Int, _ unit: TimeUnit) throws(Refusal) -> MinutesOfDay {
        guard unit == .hour, count > 0, 60 % count == 0 else {
            throw .clarify(
                "times_not_said",
                "\(count) times \(unit == .hour ? "an hour" : "a minute") cannot be spread evenly; name the minutes.")
        }
        return try within(MinutesOfDay(stride(from: 0, to: 1440, by: 60 / count)))
    }

    /// Every N minutes, aligned to the clock; what divides the day but not the hour is still exact as several crons.
    private func stepped(_ step: Amount) throws(Refusal) -> MinutesOfDay {
        let minutes = step.unit == .second ? step.count / 60 : step.count
        guard minutes > 0, minutes <= 1440 else { throw .inexact("every \(minutes) minutes") }
        if minutes % 60 == 0 { return try hourly(minutes / 60) }
        guard 1440 % minutes == 0 else { throw .inexact("every \(minutes) minutes") }
        if minutes < 60, 60 % minutes != 0 || !frame.minutes.isEmpty && minutes > 1, let window = frame.windows.first,
            window.from != nil
        {
            return MinutesOfDay(stride(from: (window.from?.minuteOfDay ?? 0) % minutes, to: 1440, by: minutes))
        }
        let phase = frame.minutes.count == 1 ? frame.minutes[0] % minutes : startPhase(minutes)
        return MinutesOfDay(stride(from: phase, to: 1440, by: minutes))
    }

    /// "every 20 minutes from 9:10": the first run is at the time said.
    private func startPhase(_ minutes: Int) -> Int {
        let clock = frame.windows.first?.from ?? frame.start?.clock
        return (clock?.minuteOfDay ?? 0) % minutes
    }

    /// Every N hours, at the minutes said or on the hour; from the hour said.
    private func hourly(_ hours: Int) throws(Refusal) -> MinutesOfDay {
        guard hours > 0, hours <= 24, 24 % hours == 0 || (hours < 24 && windowStart != nil) else {
            throw .inexact("every \(hours) hours")
        }
        let start = windowStart ?? WrittenClock(hour: 0, minute: 0, reading: .exact)
        let minutes = frame.minutes.isEmpty ? [start.minute] : frame.minutes
        var result = MinutesOfDay()
        let first = hours == 1 ? 0 : start.hour
        // Without an end the steps go on to midnight; from an early hour that covers the whole day.
        let isDated = frame.start?.day != nil && frame.windows.isEmpty
        let length = hours == 1 || isDated ? 24 : windowLength ?? (24 - first)
        for distance in stride(from: 0, to: length, by: hours) {
            for minute in minutes { result.insert((first + distance) % 24 * 60 + minute) }
        }
        return result
    }

    private var windowStart: WrittenClock? { frame.windows.first?.from ?? frame.start?.clock }

    /// Hours around which steps from a window's start may run.
    private var windowLength: Int? {
        guard let window = frame.windows.first, let from = window.from, let to = window.to else { return nil }
        return min(24, (to.minuteOfDay - from.minuteOfDay + 1440) % 1440 / 60 + 1)
    }
}
