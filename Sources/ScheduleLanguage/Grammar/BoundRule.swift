/// Where a schedule begins and ends: "starting next Monday", "until March 5", "for 4 weeks", "5 times".
///
/// Documented: schedule-language 4, point 9.
extension Reader {
    typealias BoundFound = (kinds: [Fragment.Kind], next: Int)

    func bound(_ start: Int) throws(Refusal) -> BoundFound? {
        if let found = try dateRange(start) { return found }
        if let found = wholePeriod(start) { return found }
        if let found = try startBound(start) { return found }
        if let found = try endBound(start) { return found }
        if let found = try duration(start) { return found }
        return try repetitions(start)
    }

    // MARK: Points

    /// A day, a time or both, as the start or end of something.
    func boundPoint(_ start: Int, isEnd: Bool) throws(Refusal) -> (point: BoundPoint, next: Int)? {
        var index = skipping(start, "on at")
        var point = BoundPoint()
        if case .timestamp(let stamp)? = kind(index) {
            point.stamp = stamp
            return (point, index + 1)
        }
        if word(index) == "now" || after(index, "right now") != nil {
            point.day = .daysAhead(0)
            return (point, word(index) == "now" ? index + 1 : index + 2)
        }
        var clock: WrittenClock?
        if !startsDate(index), let found = try self.clock(index, allowsBareHour: index > start || isEnd) {
            clock = found.clock
            index = skipping(found.next, "on")
        }
        if let day = try boundDay(index, isEnd: isEnd) {
            point.day = day.day
            index = day.next
            if clock == nil, isWord(index, "at") || isClockToken(index),
                let found = try self.clock(skipping(index, "at"), allowsBareHour: true)
            {
                clock = isEnd ? found.clock : nil
                if isEnd { index = found.next }
            }
        }
        guard point.day != nil || clock != nil else { return nil }
        point.clock = try clock.map { clock throws(Refusal) in try ClockReading.alone(clock) }
        return (point, index)
    }

    func isClockToken(_ index: Int) -> Bool {
        if case .clock? = kind(index) { return true }
        return false
    }

    /// "until 9 April": the number is a day, not an hour.
    private func startsDate(_ index: Int) -> Bool {
        number(index) != nil && month(skipping(index + 1, "of")) != nil
    }

    /// A day as people name it in a bound: also a bare weekday, month or year.
    func boundDay(_ start: Int, isEnd: Bool) throws(Refusal) -> MomentFound? {
        if word(start) == "now" { return (.daysAhead(0), start + 1) }
        if let found = try moment(start, allowsBareWeekday: true) { return found }
        if let found = try dateMoment(start) { return found }
        let index = skipping(start, "the")
        if let found = try monthDays(start).or(try monthDaysBehindThe(index)), found.days.days.count == 1 {
            return monthDayMoment(found.days, found.next)
        }
        if let next = after(index, "next week") { return (.startOf(.week, ahead: 1), next) }
        if let next = after(index, "next month") { return (.startOf(.month, ahead: 1), next) }
        if let next = after(index, "next quarter") { return (.startOf(.quarter, ahead: 1), next) }
        if let next = after(index, "next year") { return (.startOf(.year, ahead: 1), next) }
        if let month = month(index) {
            let year = self.year(index + 1)
            return (.inNamedMonth(.day(1), month: month, year: year?.value), year?.next ?? index + 1)
        }
        if let year = number(index), tokens[index].text.utf8.count == 4, (1900...2199).contains(year) {
            return (.inNamedMonth(.day(1), month: 1, year: year), index + 1)
        }
        return nil
    }

    private func monthDaysBehindThe(_ index: Int) throws(Refusal) -> MonthDaysFound? {
        guard let day = ordinal(index), word(index - 1) == "the" || word(index - 1) == "on", endsPhrase(index + 1)
        else { return nil }
        return (MonthDays(days: [try monthDay(day)], scope: .unsaid), index + 1)
    }

    private func monthDayMoment(_ days: MonthDays, _ next: Int) -> MomentFound? {
        switch days.scope {
        case .unsaid, .theMonth: (.inMonth(days.days[0], ahead: nil), next)
        case .ahead(let months): (.inMonth(days.days[0], ahead: months), next)
        case .months(let months):
            months.first.map {
                (.inNamedMonth(days.days[0], month: $0, year: year(next)?.value), year(next)?.next ?? next)
            }
        case .everyMonth, .everyMonths, .quarter, .year: nil
        }
    }

    // MARK: Start

    private func startBound(_ start: Int) throws(Refusal) -> BoundFound? {
        let index = skipping(start, "and ,")
        var next: Int
        if let found = after(index, "effective immediately") ?? after(index, "starting immediately") ?? after(
            index, "starting now") ?? after(index, "beginning now")
        {
            return ([.filler], found)
        }
        if isWord(
            index, "starting beginning commencing effective starts begins start begin commence")
        {
            if isWord(index, "beginning start"), word(index + 1) == "of" { return nil }
            next = skipping(skipping(index + 1, "from on at in as with"), "of")
            let isAmount = word(index + 1) == "in" && amount(index + 2) != nil
            if isWord(index + 1, "at on") || isAmount { next = index + 1 }
        } else if word(index) == "after", dayBehind(index + 1) {
            next = index + 1
        } else if let found = after(index, "as of") ?? after(index, "as from") {
            next = found
        } else if word(index) == "from" {
            next = index + 1
            if word(next) == "now", word(next + 1) == "on" { return ([.filler], next + 2) }
            if word(next) == "now", isWord(next + 1, "until to through") { return ([.filler], next + 1) }
            if let found = after(next, "here on") { return ([.filler], found) }
        } else {
            return nil
        }
        if let minute = startMinute(next) { return ([.minutes([minute.value])], minute.next) }
        guard var found = try boundPoint(next, isEnd: false) else { return nil }
        found.point.isInclusive = word(index) != "after"
        let end =
            after(found.next, "onwards") ?? after(found.next, "onward") ?? after(found.next, "on out") ?? found.next
        return ([.start(found.point)], end)
    }

    /// "after March 1": a date, not an event.
    private func dayBehind(_ index: Int) -> Bool {
        let place = skipping(index, "the")
        return (month(place) != nil && (ordinal(place + 1) ?? number(place + 1)) != nil)
            || (ordinal(place) != nil && month(skipping(place + 1, "of")) != nil)
            || word(place) == "tomorrow" || { if case .date? = kind(place) { true } else { false } }()
    }

    /// "starting at minute 5"
    private func startMinute(_ start: Int) -> (value: Int, next: Int)? {
        let index = skipping(start, "at")
        if word(index) == "minute", let value = number(index + 1) { return (value, index + 2) }
        if case .minuteMark(let value)? = kind(index) { return (value, index + 1) }
        if let value = number(index), (0...59).contains(value), word(index + 1) == "past", endsPhrase(index + 2) {
            return (value, index + 2)
        }
        if let found = minutesOfHour(index), found.minutes.count == 1 { return (found.minutes[0], found.next) }
        if let value = ordinal(skipping(index, "the")), word(skipping(index, "the") + 1) == "minute" {
            return (value, skipping(index, "the") + 2)
        }
        return nil
    }

    // MARK: End

    private func endBound(_ start: Int) throws(Refusal) -> BoundFound? {
        let index = skipping(skipping(skipping(start, "but"), "only"), "and up right all")
        let dayBehind = word(index) == "before" ? try boundDay(index + 1, isEnd: true) : nil
        let isBeforeDay = dayBehind != nil
        guard
            isWord(index, "until through ending ends stopping stop end finishing")
                || (word(index) == "to" && (word(start) == "up" || isBehindClock(index) && self.dayBehind(index + 1)))
                || isBeforeDay
        else { return nil }
        if let next = after(index + 1, "further notice") ?? after(index + 1, "i say stop")
            ?? after(index + 1, "cancelled")
        {
            return ([.filler], next)
        }
        if isWord(index, "end stop"), !isWord(index + 1, "on at after") { return nil }
        let place = skipping(skipping(index + 1, "on after"), "and including")
        if word(index + 1) == "after", let found = try repetitions(place) { return found }
        if let refusal = unclearEnd(place, isInclusive: word(index) == "through") { throw refusal }
        guard var found = try boundPoint(place, isEnd: true) else {
            if word(index) == "until", isEventLike(place) { throw .eventRelative }
            return nil
        }
        found.point.isInclusive = word(index) != "before"
        if case .inNamedMonth(.day(1), let month, let year)? = found.point.day,
            Lexicon.month(word(found.next - 1)) != nil || year != nil, month > 0, word(index) == "through"
        {
            found.point.day = .inNamedMonth(.fromEnd(0), month: month, year: year)
        }
        return ([.end(found.point)], found.next)
    }

    /// "at 9am to Feb 1"
    private func isBehindClock(_ index: Int) -> Bool {
        isClockToken(index - 1) || meridiem(index - 1) != nil || Lexicon.clockWord(word(index - 1)) != nil
    }

    /// "until March" and "until 2027" leave open whether March is in.
    private func unclearEnd(_ start: Int, isInclusive: Bool) -> Refusal? {
        let index = skipping(start, "the")
        guard !isInclusive, month(index) != nil, ordinal(index + 1) == nil,
            number(index + 1) == nil || year(index + 1) != nil
        else { return nil }
        return .clarify(
            "ambiguous_end",
            "Does it run in that month or end before it? Say 'through' with the month, or give the last day.")
    }

    private func isEventLike(_ index: Int) -> Bool { index < count && !word(index).isEmpty }

    // MARK: Durations and counts

    /// "for 4 weeks", "for the next 10 days", "over the next month"
    private func duration(_ start: Int) throws(Refusal) -> BoundFound? {
        guard isWord(start, "for over during within") else { return nil }
        let index = skipping(start + 1, "a the about")
        let isNext = isWord(index, "next coming following")
        if word(start) != "for", !isNext { return nil }
        let place = isNext ? index + 1 : skipping(start + 1, "the")
        let rest = after(place, "rest of") ?? after(place, "remainder of")
        if let next = rest.map({ skipping($0, "the this") }), let unit = unit(next) {
            // The rest of a week ends on Sunday; "the end of the week" is Friday.
            let last: DayReference = unit == .week ? .inWeek(weekday: 0, ahead: 0) : .endOf(unit, ahead: 0)
            return ([.end(BoundPoint(day: last))], next + 1)
        }
        if let next = after(place, "rest of") ?? after(place, "remainder of"), let month = month(next) {
            return ([.end(BoundPoint(day: .inNamedMonth(.fromEnd(0), month: month, year: nil)))], next + 1)
        }
        if isNext, word(place) == "fortnight" { return ([.lasting(Amount(count: 2, unit: .week))], place + 1) }
        if isNext, let unit = unit(place) { return ([.lasting(Amount(count: 1, unit: unit))], place + 1) }
        if let count = number(place), isWord(place + 1, "times occurrences repetitions runs iterations") {
            return ([.runs(count)], place + 2)
        }
        if isNext, let count = number(place), let days = dayNames(place + 1) {
            return ([.runs(count), .days(always(days.names))], days.next)
        }
        guard let found = amount(place), found.amounts.count == 1 else { return nil }
        // "a call for three days from now" is on that day.
        if after(found.next, "from now") ?? after(found.next, "from today") != nil { return nil }
        return ([.lasting(found.amounts[0])], found.next)
    }

    private func always(_ names: DayNames) -> DayNames {
        DayNames(days: names.days, habit: .always, isGroup: names.isGroup)
    }

    /// "5 times", "10 occurrences", "the next 3 Mondays"
    private func repetitions(_ start: Int) throws(Refusal) -> BoundFound? {
        let index = skipping(skipping(skipping(start, "for on"), "only exactly"), "the")
        if word(index) == "next", let count = number(index + 1), let days = dayNames(index + 2),
            days.names.habit == .always || days.names.isGroup
        {
            return ([.runs(count), .days(always(days.names))], days.next)
        }
        guard let count = number(index),
            isWord(index + 1, "times occurrences repetitions runs iterations")
        else { return nil }
        if isWord(index + 2, "a an per each every daily weekly monthly in") { return nil }
        return ([.runs(count)], skipping(index + 2, "total only"))
    }
}
