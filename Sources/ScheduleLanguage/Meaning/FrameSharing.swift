/// Gives every schedule of a prompt what another one says for all: days, times, zones, bounds.
enum FrameSharing {
    static func shared(_ frames: [Frame]) -> [Frame] {
        guard frames.count > 1 else { return frames }
        var result = frames
        shareDaysAndTimes(&result)
        shareHabits(&result)
        shareMonths(&result)
        shareZones(&result)
        shareBounds(&result)
        return result
    }

    /// "every Monday and on the 1st, at 9am" has one time, "at 8 and in the evening at 9, every Monday" one day.
    private static func shareDaysAndTimes(_ frames: inout [Frame]) {
        for index in frames.indices {
            let isOwnInterval = frames[index].timeStep != nil && frames.allSatisfy { $0.hasDay || $0.timeStep != nil }
            if !frames[index].hasDay, frames[index].elapsed.isEmpty, !isOwnInterval,
                let other = nearest(frames, index, { $0.hasDay })
            {
                frames[index].shareDays(of: other)
            }
            let hasTime = frames[index].hasTime || !frames[index].dayParts.isEmpty
            if !hasTime, let other = nearest(frames, index, { $0.hasTime }) { frames[index].shareTimes(of: other) }
        }
    }

    /// "every Monday at 9am and Friday at 5pm": the first says that the second repeats. "Monday at 9am and Friday at
    /// 3pm every week": the last says that all do.
    private static func shareHabits(_ frames: inout [Frame]) {
        let first = frames.first
        let isHabit =
            first?.days.map { $0.habit != .single } ?? false || first?.dayStep == Amount(count: 1, unit: .day)
        let isTimetable = frames.allSatisfy { $0.days?.habit == .single && $0.moments.isEmpty && $0.dates.isEmpty }
        for index in frames.indices { frames[index].isOneOfSeveral = isTimetable }
        let isWeekly = frames.last?.dayStep == Amount(count: 1, unit: .week)
        for index in frames.indices where frames[index].days?.habit == .single {
            if isHabit, frames[index].moments.isEmpty, frames[index].dates.isEmpty {
                frames[index].days?.habit = .always
            }
            if isWeekly, frames[index].dayStep == nil { frames[index].dayStep = frames.last?.dayStep }
        }
    }

    /// "on the 1st at 9am and on the 15th at 5pm of every month": the last says which months, or else the first.
    private static func shareMonths(_ frames: inout [Frame]) {
        let ends = [frames.last, frames.first].compactMap(\.self)
        let step = ends.lazy.compactMap(\.dayStep).first { $0.unit == .month || $0.unit == .quarter }
        let scope = ends.lazy.compactMap { $0.monthDays?.scope }.first { $0 != .unsaid } ?? .unsaid
        for index in frames.indices where frames[index].monthDays?.scope == .unsaid {
            if frames[index].dayStep == nil { frames[index].dayStep = step }
            frames[index].monthDays?.scope = scope
        }
    }

    private static func shareZones(_ frames: inout [Frame]) {
        guard let zone = frames.compactMap(\.zone).last else { return }
        for index in frames.indices where frames[index].zone == nil { frames[index].zone = zone }
    }

    /// Bounds at the end of a prompt are meant for all of it.
    private static func shareBounds(_ frames: inout [Frame]) {
        guard let last = frames.last else { return }
        for index in frames.indices.dropLast()
        where frames[index].end == nil && frames[index].lasting == nil && frames[index].start == nil {
            frames[index].period = frames[index].period ?? last.period
            (frames[index].start, frames[index].end, frames[index].lasting) = (last.start, last.end, last.lasting)
        }
    }

    /// The schedule before, or else the one behind, that satisfies the condition.
    private static func nearest(_ frames: [Frame], _ index: Int, _ condition: (Frame) -> Bool) -> Frame? {
        frames[..<index].last(where: condition) ?? frames[(index + 1)...].first(where: condition)
    }
}
