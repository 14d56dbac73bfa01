/// Sorts fragments into schedules: which day goes with which time.
///
/// A schedule ends where another day or time begins that cannot belong to it: "every Tuesday at 9am and every Thursday
/// at 4pm" has two, "every Tuesday and Thursday at 9am" has one.
struct FrameBuilder {
    let reader: Reader
    let items: [Fragment]
    private var frames: [Frame] = []
    private var frame = Frame()
    /// Whether the current schedule's time was said before its day.
    private var isTimeFirst = false

    init(reader: Reader, fragments: [Fragment]) {
        self.reader = reader
        items = fragments
    }

    static func frames(reader: Reader, fragments: [Fragment]) throws(Refusal) -> [Frame] {
        var builder = FrameBuilder(reader: reader, fragments: fragments)
        for index in builder.items.indices { try builder.take(index) }
        return builder.finished()
    }

    private mutating func take(_ index: Int) throws(Refusal) {
        let item = items[index]
        if startsNewFrame(index) {
            frames.append(frame)
            frame = Frame()
            isTimeFirst = false
        }
        if item.kind.isTime, !frame.hasDay { isTimeFirst = true }
        try add(item, at: index)
    }

    // MARK: Where schedules end

    private func startsNewFrame(_ index: Int) -> Bool {
        let kind = items[index].kind
        guard kind.isDay || kind.isTime || kind.isDayPart else { return false }
        if case .elapsed = kind { return !frame.elapsed.isEmpty || frame.hasDay && frame.hasTime }
        if !frame.elapsed.isEmpty || !frame.stamps.isEmpty { return kind.isDay || kind.isTime }
        // "every year on March 1 and every month on the 1st"
        if case .step(let amount) = kind, amount.unit >= .day, frame.dayStep != nil, isJoined(index) {
            if frame.days != nil || frame.monthDays != nil || !frame.dates.isEmpty { return true }
        }
        if kind.isDayPart {
            return !frame.dayParts.isEmpty && frame.hasTime && next(after: index, { $0.isTime }, before: { $0.isDay })
                && isDaySet
        }
        // "in 3 weeks at 11am on Saturday": the weekday tells more of the same day.
        if case .days(let names) = kind, names.habit == .single, frame.days == nil, !frame.moments.isEmpty,
            !isJoined(index), !isGapJoined(index)
        {
            return false
        }
        if kind.isDay, frame.hasDay, frame.hasTime {
            let timeFollows = next(after: index, { $0.isTime }, before: { $0.isDay && !self.belongsTogether($0, kind) })
            if !accepts(kind) { return timeFollows || !canMerge(kind) || isTimeFirst && isJoined(index) }
            if isTimeFirst { return timeFollows && isGapJoined(index) && !isDayBehindNextTime(index) }
            return timeFollows && (isJoined(index) || isGapJoined(index))
        }
        if kind.isDay, frame.hasDay, !frame.hasTime, !accepts(kind), !canMerge(kind) { return true }
        if case .step = kind, kind.isTime, !frame.times.isEmpty, frame.hasDay, isGapJoined(index) { return true }
        if kind.isDay, frame.timeStep != nil, !frame.hasDay, frame.windows.isEmpty, isGapJoined(index) {
            return next(after: index, { $0.isClock }, before: { $0.isDay })
        }
        if case .times = kind, !frame.times.isEmpty, let zone = frame.zone, isInOtherZone(index, than: zone) {
            return true
        }
        if kind.isTime, frame.hasTime, frame.hasDay {
            if case .step = kind, frame.timeStep != nil { return true }
            return isTimeFirst && next(after: index, { $0.isDay }, before: { $0.isTime })
        }
        if kind.isTime, frame.hasTime, case .step = kind { return frame.timeStep != nil }
        return false
    }

    /// "9am ET and 5pm PT": the second time has a zone of its own.
    private func isInOtherZone(_ index: Int, than zone: String) -> Bool {
        guard index + 1 < items.count, case .zone(let other) = items[index + 1].kind else { return false }
        return other != zone
    }

    private var isDaySet: Bool { frame.hasDay || frame.dayParts.count == 1 }

    /// Whether a fragment of one sort comes before one of another.
    private func next(after index: Int, _ wanted: (Fragment.Kind) -> Bool, before other: (Fragment.Kind) -> Bool)
        -> Bool
    {
        for item in items[(index + 1)...] {
            if wanted(item.kind) { return true }
            if other(item.kind) { return false }
        }
        return false
    }

    /// "every week on Monday", "Friday, March 6": two fragments that name one day.
    private func belongsTogether(_ left: Fragment.Kind, _ right: Fragment.Kind) -> Bool {
        if case .step = left { return true }
        if case .step = right { return true }
        if case .months = left { return true }
        if case .months = right { return true }
        return false
    }

    /// Whether "and", a comma or a stop joins a fragment to the one before it.
    private func isJoined(_ index: Int) -> Bool {
        let before = items[index].range.lowerBound - 1
        return reader.isWord(before, "and then plus also or n") || reader.isMark(before, ",")
            || reader.isMark(before, ";")
            || reader.isMark(before, ".") || reader.isMark(before, "/") || reader.isWord(before, "again")
    }

    /// "at 7am every day and to clean up every Saturday at 11am": somewhere before it another part begins.
    private func isGapJoined(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return (items[index - 1].range.upperBound..<items[index].range.lowerBound).contains { reader.isJoint($0) }
    }

    /// Whether the time behind a day has a day of its own behind it: "at 8 on Monday and Friday, at 9 on Sunday".
    private func isDayBehindNextTime(_ index: Int) -> Bool {
        guard let time = items[(index + 1)...].firstIndex(where: { $0.kind.isTime }) else { return false }
        return next(after: time, { $0.isDay }, before: { $0.isTime })
    }

    /// Whether the current schedule has room for another word on its days.
    private func accepts(_ kind: Fragment.Kind) -> Bool {
        let isOnce = !frame.moments.isEmpty || !frame.stamps.isEmpty
        switch kind {
        case .step(let amount): return !isOnce && (frame.dayStep == nil || frame.dayStep == amount)
        case .perUnit: return !isOnce && frame.dayStep == nil
        case .days: return frame.days == nil && !isOnce
        case .monthDays: return frame.monthDays == nil && !isOnce && frame.dates.isEmpty
        case .months: return frame.months == nil && !isOnce && frame.dates.isEmpty
        case .dates: return frame.dates.isEmpty && !isOnce && frame.monthDays == nil
        case .moments: return !frame.hasDay
        case .stamp: return !frame.hasDay
        default: return true
        }
    }

    /// Whether a second fragment of the same sort can join the first.
    private func canMerge(_ kind: Fragment.Kind) -> Bool {
        switch kind {
        case .days: frame.days != nil && frame.moments.isEmpty
        case .monthDays(let days): frame.monthDays?.scope == days.scope || days.scope == .unsaid
        case .months: frame.months != nil
        case .dates: !frame.dates.isEmpty
        case .moments: !frame.moments.isEmpty
        case .step(let amount): frame.dayStep != nil && (amount.count == 1 || frame.dayStep?.count == 1)
        default: false
        }
    }

    // MARK: What a schedule says

    private mutating func add(_ item: Fragment, at index: Int) throws(Refusal) {
        switch item.kind {
        case .step(let amount) where amount.unit < .day: frame.timeStep = amount
        case .step(let amount): try addDayStep(amount)
        case .perUnit(let count, let unit): frame.perUnit = (count, unit)
        case .days(let names): try addDays(names, index)
        case .monthDays(let days): addMonthDays(days)
        case .months(let names):
            var all = names
            all.months.formUnion(frame.months?.months ?? [])
            all.isRecurring = all.isRecurring || frame.months?.isRecurring == true
            all.isEvery = all.isEvery || frame.months?.isEvery == true
            frame.months = all
        case .dates(let days, let isYearly):
            frame.dates += days
            frame.isYearly = frame.isYearly || isYearly
        case .moments(let days): frame.moments += days
        case .elapsed(let seconds): frame.elapsed.append(seconds)
        case .stamp(let stamp): frame.stamps.append(stamp)
        case .times(let clocks): try addTimes(clocks, index)
        case .dayPart(let part): if !frame.dayParts.contains(part) { frame.dayParts.append(part) }
        case .minutes(let minutes): frame.minutes += minutes
        case .window(let window): addWindow(window)
        case .start(let point): frame.start = point
        case .end(let point): frame.end = point
        case .period(let unit, let ahead): frame.period = Frame.Period(unit: unit, ahead: ahead)
        case .vaguePart: frame.isVaguePart = true
        case .lasting(let amount): frame.lasting = amount
        case .runs(let count): frame.runs = count
        case .zone(let identifier): frame.zone = identifier
        case .except(let exception): frame.exceptions.append(exception)
        case .refusal(let refusal): throw refusal
        case .filler: break
        }
    }

    private mutating func addDayStep(_ amount: Amount) throws(Refusal) {
        guard let known = frame.dayStep, known != amount else {
            frame.dayStep = amount
            return
        }
        // "every day of every week": the finer one decides, unless it is "every 2 weeks".
        guard known.count == 1 || amount.count == 1 else {
            throw .clarify("two_intervals", "Two intervals were given; which one is meant?")
        }
        if known.count == 1, amount.count == 1 {
            frame.dayStep = known.unit < amount.unit ? known : amount
        } else {
            let (counted, plain) = known.count > 1 ? (known, amount) : (amount, known)
            frame.dayStep = counted.unit >= plain.unit ? counted : plain
        }
    }

    private mutating func addDays(_ names: DayNames, _ index: Int) throws(Refusal) {
        guard var known = frame.days else {
            frame.days = names
            return
        }
        if !isJoined(index), !isGapJoined(index), names.isEvery != known.isEvery {
            // "watch Friday Night Lights every Sunday"
            guard names.isEvery, known.habit == .single, !names.isGroup else {
                throw .clarify("two_days", "Different days were given; which ones are meant?")
            }
            frame.days = names
            return
        }
        known.days.formUnion(names.days)
        if names.habit != .single { known.habit = .always }
        known.isGroup = known.isGroup || names.isGroup
        frame.days = known
    }

    private mutating func addMonthDays(_ days: MonthDays) {
        guard var known = frame.monthDays else {
            frame.monthDays = days
            return
        }
        known.days += days.days
        known.isEvery = known.isEvery || days.isEvery
        frame.monthDays = known
    }

    private mutating func addTimes(_ clocks: [WrittenClock], _ index: Int) throws(Refusal) {
        if !frame.times.isEmpty {
            let isSame = Set(clocks.map(\.minuteOfDay)) == Set(frame.times.map(\.minuteOfDay))
            guard isSame || isJoined(index) || items[index - 1].kind.isZoneOrTime && !isBracketed(index) else {
                throw .clarify("two_times", "Two times were given; which one is meant?")
            }
            if isSame { return }
        }
        frame.times = try ClockReading.distributed(frame.times + clocks)
    }

    /// "at 9am (10am on weekends)"
    private func isBracketed(_ index: Int) -> Bool { reader.isMark(items[index].range.lowerBound - 1, "(") }

    /// "from 9am ... until 5pm" comes in two parts.
    private mutating func addWindow(_ window: Window) {
        if let last = frame.windows.last, last.to == nil, window.from == nil {
            frame.windows[frame.windows.count - 1].to = window.to
        } else if let last = frame.windows.last, last.from == nil, window.to == nil {
            frame.windows[frame.windows.count - 1].from = window.from
        } else {
            frame.windows.append(window)
        }
    }

    // MARK: The end

    private func finished() -> [Frame] { FrameSharing.shared(frames + [frame]) }
}

extension Fragment.Kind {
    var isDayPart: Bool { if case .dayPart = self { true } else { false } }
    var isZoneOrTime: Bool {
        switch self {
        case .zone, .times: true
        default: false
        }
    }
}
