/// Reads a prompt from left to right: at every place the first rule that applies takes its words; the rest is object.
struct Parser {
    let reader: Reader
    private(set) var fragments: [Fragment] = []
    private var at = 0
    private var openers: Openers

    private init(_ reader: Reader) {
        self.reader = reader
        openers = Openers(reader)
    }

    /// All that rules could read in the tokens, in their order.
    static func fragments(_ reader: Reader) throws(Refusal) -> [Fragment] {
        var parser = Parser(reader)
        while parser.at < reader.count {
            let start = parser.at
            try parser.step()
            // Every step takes at least one token, so that parsing ends.
            if parser.at <= start { parser.at = start + 1 }
        }
        return parser.fragments
    }

    private mutating func step() throws(Refusal) {
        let start = at
        guard reader.mayBegin(start) else {
            at = start + 1
            return
        }
        if let next = reader.distractor(start) {
            at = next
            return
        }
        guard let (kinds, next) = try read(start), next > start else {
            at = start + 1
            return
        }
        at = next
        let range = start..<next
        for kind in kinds {
            let isWeak =
                reader.isAttributive(kind, range) || isBehindComplement(start, kind)
                || (kind.isClock && isBehindAim(start))
            fragments.append(Fragment(kind: kind, range: range, isWeak: isWeak))
        }
    }

    /// "Remind me at 9 that the invoice is due on Friday": what is said behind a complete schedule is its object, and so
    /// is a second day: "every 1st that rent is due by the 5th".
    private func isBehindComplement(_ index: Int, _ kind: Fragment.Kind) -> Bool {
        guard let opener = openers.complement, opener < index || opener == index && reader.word(index) == "if",
            !hasNewSchedule(behind: opener)
        else { return false }
        if kind.isDay, index > opener, reader.isJoint(index - 1) { return false }
        let before = fragments.filter { !$0.isWeak && $0.range.upperBound <= opener }
        let hasTime = before.contains { $0.kind.isTime }
        let hasDay = before.contains { $0.kind.isDay }
        let isTimeless = before.contains { if case .elapsed = $0.kind { true } else { false } }
        return hasDay && (hasTime || kind.isDay) || isTimeless || kind.isRefusal && isOfSecondDeed(opener, before)
    }

    /// "Poll it every 3 minutes and ping me if it is down": the condition is that of the second deed alone.
    private func isOfSecondDeed(_ opener: Int, _ before: [Fragment]) -> Bool {
        guard let step = before.last(where: { if case .step = $0.kind { true } else { false } }) else { return false }
        return (step.range.upperBound..<opener).contains {
            reader.isWord($0, "and then") && Verbs.all.contains(reader.word($0 + 1))
        }
    }

    /// "… to swim and every Sunday at 5pm to cook": another schedule has begun.
    private func hasNewSchedule(behind place: Int) -> Bool {
        fragments.contains { fragment in
            !fragment.isWeak && fragment.kind.isDay && fragment.range.lowerBound > place
                && reader.isJoint(fragment.range.lowerBound - 1)
        }
    }

    /// "Remind me at 4pm to leave by 5pm": behind "to" a second time belongs to what is to be done; "and at 9pm" does not.
    private func isBehindAim(_ index: Int) -> Bool {
        guard !reader.isWord(index - 1, "and then again"), !reader.isMark(index - 1, ",") else { return false }
        let aim = openers.aims.first { $0 < index && !isRead($0) }
        guard let aim, !hasNewSchedule(behind: aim) else { return false }
        return fragments.contains { !$0.isWeak && $0.kind.isClock && $0.range.upperBound <= aim }
    }

    private func isRead(_ index: Int) -> Bool { fragments.contains { $0.range.contains(index) } }

    /// The rules in the order in which they are tried: the more specific first.
    private func read(_ i: Int) throws(Refusal) -> (kinds: [Fragment.Kind], next: Int)? {
        switch reader.kind(i) {
        case .timestamp(let stamp): return ([.stamp(stamp)], i + 1)
        case .mark: return try readBehindMark(i)
        default: break
        }
        if let next = reader.filler(i) { return ([.filler], next) }
        if let found = try reader.except(i) { return ([.except(found.exception)], found.next) }
        if let found = reader.minutesOfHour(i) { return ([.minutes(found.minutes)], found.next) }
        if let found = reader.parityDays(i) { return ([found.kind], found.next) }
        if let found = reader.parityHours(i) {
            return ([.step(Amount(count: 1, unit: .day)), found.kind], found.next)
        }
        if let found = try reader.step(i) { return (found.fragments, found.next) }
        if let found = try reader.window(i) { return ([.window(found.window)], found.next) }
        if let found = try rangeOfDays(i) { return found }
        if let found = try reader.bound(i) { return (found.kinds, found.next) }
        return try readDays(i).or(try readTimes(i))
    }

    /// A mark begins only an exception or a zone: ", except Mondays", "(UTC)".
    private func readBehindMark(_ i: Int) throws(Refusal) -> (kinds: [Fragment.Kind], next: Int)? {
        if let found = try reader.except(i) { return ([.except(found.exception)], found.next) }
        return try reader.zone(i, followsTime: followsTime(i)).map { ([.zone($0.identifier)], $0.next) }
    }

    /// "from Monday to Friday", "from June to August", "between the 1st and the 7th of each month" repeat; only ranges
    /// of dates begin and end a schedule.
    private func rangeOfDays(_ i: Int) throws(Refusal) -> (kinds: [Fragment.Kind], next: Int)? {
        guard reader.isWord(i, "from between") else { return nil }
        if let found = reader.namedDays(i) { return (found.kinds, found.next) }
        if let found = reader.monthRange(i) { return ([.months(found.names)], found.next) }
        if let found = try reader.monthDays(i), found.days.scope != .unsaid || reader.endsWithLast(found.next) {
            return ([monthDayKind(found.days)], found.next)
        }
        return nil
    }

    private func readDays(_ i: Int) throws(Refusal) -> (kinds: [Fragment.Kind], next: Int)? {
        if let found = try reader.dates(i) {
            // "March 1 next year"
            if found.days.count == 1, let ahead = reader.yearsAhead(found.next) {
                return ([.moments([.inYear(found.days[0], ahead: ahead.years)])], ahead.next)
            }
            return ([.dates(found.days, isYearly: found.isYearly)], found.next)
        }
        if let found = try momentList(i) { return ([.moments(found.days)], found.next) }
        if let found = try reader.monthDays(i) { return ([monthDayKind(found.days)], found.next) }
        if let found = reader.namedDays(i) { return (found.kinds, found.next) }
        if let found = reader.monthNames(i) { return ([.months(found.names)], found.next) }
        if let found = reader.dayPart(i) { return (found.kinds, found.next) }
        return nil
    }

    private func readTimes(_ i: Int) throws(Refusal) -> (kinds: [Fragment.Kind], next: Int)? {
        if let found = try reader.elapsed(i) { return ([.elapsed(seconds: found.seconds)], found.next) }
        if let found = try reader.openWindow(i) { return ([.window(found.window)], found.next) }
        if let found = try reader.times(i) { return ([.times(found.clocks)], found.next) }
        if let found = try reader.zone(i, followsTime: followsTime(i)) {
            return ([.zone(found.identifier)], found.next)
        }
        if let found = reader.unclear(i) { return ([.refusal(found.refusal)], found.next) }
        return nil
    }

    private func followsTime(_ index: Int) -> Bool {
        guard let last = fragments.last,
            last.range.upperBound == index || (reader.isMark(index - 1, ",") && last.range.upperBound == index - 1)
        else { return false }
        switch last.kind {
        case .times, .window, .end, .start, .stamp: return true
        default: return false
        }
    }

    /// "the last day of next month" is a day of a certain month: a moment.
    private func monthDayKind(_ days: MonthDays) -> Fragment.Kind {
        if case .ahead(let months) = days.scope { return .moments(days.days.map { .inMonth($0, ahead: months) }) }
        return .monthDays(days)
    }

    /// "tomorrow and Friday", "today and tomorrow", "next Monday and Tuesday".
    private func momentList(_ start: Int) throws(Refusal) -> (days: [DayReference], next: Int)? {
        guard let first = try reader.moment(start) else { return nil }
        var days = [first.day]
        var next = first.next
        while days.count < 12, let separated = reader.listSeparator(next),
            let item = try reader.moment(separated, allowsBareWeekday: true)
        {
            if case .coming(let weekday) = item.day, case .inWeek(_, let ahead) = first.day {
                days.append(.inWeek(weekday: weekday, ahead: ahead))
            } else {
                days.append(item.day)
            }
            next = item.next
        }
        return (days, next)
    }
}

extension Fragment.Kind {
    /// Says on which days.
    var isDay: Bool {
        switch self {
        case .days, .monthDays, .months, .dates, .moments, .stamp: true
        case .step(let amount): amount.unit >= .day
        case .perUnit(_, let unit): unit >= .day
        default: false
        }
    }

    /// A time of day.
    var isClock: Bool { if case .times = self { true } else { false } }

    /// Says when within a day.
    var isTime: Bool {
        switch self {
        case .times, .minutes, .elapsed, .stamp: true
        case .step(let amount): amount.unit < .day
        case .perUnit(_, let unit): unit < .day
        default: false
        }
    }
}
