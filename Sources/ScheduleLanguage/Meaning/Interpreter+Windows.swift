internal import CivilTime

/// What windows and exceptions leave of the minutes of a day.
extension Interpreter {
    /// Keeps what lies in the windows.
    ///
    /// Documented: schedule-language 3: steps below the hour end before the window's end; the last hour of an hourly
    /// schedule counts.
    func within(_ minutes: MinutesOfDay) throws(Refusal) -> MinutesOfDay {
        var windows = frame.windows
        if windows.isEmpty, let start = frame.start?.clock, frame.timeStep != nil, frame.start?.day == nil {
            windows = [Window(from: start, to: frame.end?.day == nil ? frame.end?.clock : nil)]
        }
        guard !windows.isEmpty else { return minutes }
        var allowed = MinutesOfDay()
        for window in windows { allowed = allowed.union(try range(window)) }
        let result = minutes.intersection(allowed)
        guard !result.isEmpty else { throw .clarify("empty_window", "No run falls into that time of day.") }
        return result
    }

    /// "every 10 minutes until noon on weekdays" ends every day; "every 10 minutes until noon" ends today.
    mutating func makeWindowOfEnd() {
        guard frame.timeStep != nil, frame.windows.isEmpty, frame.start == nil, frame.moments.isEmpty,
            frame.days.map({ $0.habit != .single }) ?? (frame.dayStep != nil),
            let end = frame.end, end.day == nil, end.stamp == nil, let clock = end.clock
        else { return }
        frame.windows = [Window(from: nil, to: clock)]
        frame.end = nil
    }

    /// Settles am and pm of the windows: by a part of the day that was said, or else by their two ends.
    mutating func settleWindows() throws(Refusal) {
        for index in frame.windows.indices {
            frame.windows[index] = try settled(frame.windows[index], part: frame.dayParts.first)
        }
        for index in frame.exceptions.indices {
            if let window = frame.exceptions[index].window {
                frame.exceptions[index].window = try settled(window, part: nil)
            }
        }
    }

    private func settled(_ window: Window, part: DayPart?) throws(Refusal) -> Window {
        var result = window
        if let part, frame.times.isEmpty {
            if let from = window.from { result.from = try ClockReading.applying(part, to: from) }
            if let to = window.to, to.reading != .exact, let from = result.from {
                let sooner = ClockReading.applying(isAfternoon: from.hour >= 12, to: to)
                result.to =
                    sooner.minuteOfDay > from.minuteOfDay
                    ? sooner : ClockReading.applying(isAfternoon: from.hour < 12, to: to)
            }
        } else if let from = window.from, let to = window.to {
            (result.from, result.to) = try ClockReading.completed(from, to)
        }
        return result
    }

    private var isHourly: Bool {
        guard let step = frame.timeStep else { return true }
        return step.unit == .hour || (step.unit == .minute && step.count % 60 == 0)
    }

    private func range(_ window: Window) throws(Refusal) -> MinutesOfDay {
        let from = window.from?.minuteOfDay ?? 0
        guard let to = window.to else {
            return .range(from: from, to: 0).union(from == 0 ? MinutesOfDay(0..<1440) : MinutesOfDay())
        }
        var end = to.minuteOfDay
        guard from != end else { throw .clarify("empty_window", "A window needs two different ends.") }
        // 16:59 means up to and with that minute, as tools write it.
        if end % 60 == 59 { end = (end + 1) % 1440 } else if isHourly { end = (end + 1) % 1440 }
        if end == 0, from == 0 { return MinutesOfDay(0..<1440) }
        return .range(from: from, to: end)
    }

    /// Takes away hours: "except at noon", "except between 12 and 1".
    func remove(_ exception: Exception, from minutes: inout MinutesOfDay) throws(Refusal) {
        if let window = exception.window, let from = window.from, let to = window.to {
            minutes = minutes.subtracting(.range(from: from.minuteOfDay, to: to.minuteOfDay))
        }
        for clock in exception.times {
            let settled = try ClockReading.alone(clock)
            if frame.timeStep?.unit == .minute, settled.minute == 0 {
                minutes = minutes.subtracting(.range(from: settled.minuteOfDay, to: (settled.minuteOfDay + 60) % 1440))
            } else {
                minutes.remove(settled.minuteOfDay)
            }
        }
    }
}
