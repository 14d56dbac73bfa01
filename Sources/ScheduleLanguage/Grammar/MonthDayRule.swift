/// Days of the month: "the 1st and 15th", "day 5", "last Friday of each month", "first business day".
///
/// Documented: schedule-language 4, point 6.
extension Reader {
    typealias MonthDaysFound = (days: MonthDays, next: Int)

    /// A rank in a month: from its start, or from its end (1 is the last).
    enum Rank: Hashable, Sendable {
        case nth(Int), fromLast(Int)
    }

    func monthDays(_ start: Int) throws(Refusal) -> MonthDaysFound? {
        var index = skipping(skipping(start, "only"), "on at by")
        let isOn = index > start
        let isEvery = isWord(index, "every each")
        if isEvery { index += 1 }
        index = skipping(index, "the")
        if let found = try middleOrEdge(index) {
            return (
                MonthDays(
                    days: found.days, scope: found.scope, isEvery: isEvery, isMonthEnd: found.isEnd,
                    isNamed: isWord(index, "month")), found.next
            )
        }
        if let found = try dayOfMonthField(index) { return found }
        guard var item = try monthDayItem(index) else { return nil }
        var days = item.days
        while let separated = listSeparator(item.next),
            let next = try monthDayItem(skipping(skipping(skipping(separated, "on"), "every each"), "the"))
        {
            days += next.days
            item = (next.days, next.isHeaded && item.isHeaded, next.next)
        }
        var scope = monthScope(item.next)
        // "the 15th or the nearest weekday" is a rule for every month.
        if scope == nil, case .nearestWeekday? = days.first { scope = (.theMonth, item.next) }
        let isMonthly = isMonthly(isMark(start - 1, ",") ? start - 2 : start - 1)
        let isSaid = scope != nil || isEvery || isMonthly
        // "last Monday" alone is over.
        if scope == nil, !isEvery, !isMonthly, isLastWeekday(days) { return nil }
        guard item.isHeaded || isSaid || ((isOn || times(after: item.next)) && endsPhrase(item.next)) else {
            return nil
        }
        if scope == nil, item.isHeaded, isEvery, isStep(days) {
            throw .clarify(
                "every_other_week",
                "'Every second' could be every other week or the second of each month; say 'of each month' for the latter."
            )
        }
        // "of every January" repeats as "every" in front does.
        let isEach =
            scope.map { found in (item.next..<found.next).contains { isWord($0, "every each") } } ?? false
        return (
            MonthDays(days: days, scope: scope?.scope ?? .unsaid, isEvery: isEvery || isEach), scope?.next ?? item.next
        )
    }

    /// "every second Tuesday" may mean every other week; "every first" and "every 1st and 3rd" cannot.
    private func isStep(_ days: [MonthDay]) -> Bool {
        guard days.count == 1 else { return false }
        switch days[0] {
        case .nthWeekday(let rank, _), .businessDay(let rank): return rank > 1
        case .day, .fromEnd, .nearestWeekday: return false
        }
    }

    private func isLastWeekday(_ days: [MonthDay]) -> Bool {
        guard days.count == 1, case .nthWeekday(-1, _) = days[0] else { return false }
        return true
    }

    private func isMonthly(_ index: Int) -> Bool { isWord(index, "monthly month quarterly quarter") }

    private func times(after index: Int) -> Bool {
        index >= count || isWord(index, "at every") || word(index) == "in"
    }

    // MARK: Items

    private func monthDayItem(_ index: Int) throws(Refusal) -> (days: [MonthDay], isHeaded: Bool, next: Int)? {
        if let found = try numberedDays(index) { return (found.days, true, found.next) }
        if let found = try dayRange(index) { return (found.days, false, found.next) }
        if let found = try firstDays(index) { return (found.days, true, found.next) }
        if ordinal(index) == 1, let value = number(index + 1), (2...4).contains(value), let names = dayNames(index + 2),
            !names.names.isGroup
        {
            return (
                (1...value).flatMap { rank in names.names.days.sorted().map { .nthWeekday(rank, weekday: $0) } }, true,
                names.next
            )
        }
        if let found = try nearestWeekday(index).or(try ordinalOrNearest(index)) {
            return (found.days, true, found.next)
        }
        if let found = beforeEnd(index) { return (found.days, true, found.next) }
        guard let ranks = try ranks(index) else { return nil }
        var next = ranks.next
        if isMark(next, "-") { next += 1 }
        if let head = try headed(ranks.ranks, next) { return (head.days, true, head.next) }
        var days: [MonthDay] = []
        for rank in ranks.ranks {
            switch rank {
            case .nth(let value): days.append(try monthDay(value))
            case .fromLast(1) where ranks.ranks.count > 1: days.append(.fromEnd(0))
            case .fromLast: return nil
            }
        }
        return unit(next) == nil ? (days, false, ranks.next) : nil
    }

    func monthDay(_ value: Int) throws(Refusal) -> MonthDay {
        guard (1...31).contains(value) else { throw .clarify("impossible_date", "No month has a day \(value).") }
        return .day(value)
    }

    /// "day 5", "days 1 and 15", "day 1 through 7"
    private func numberedDays(_ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        guard isWord(index, "day days date dates") else { return nil }
        let first = skipping(index + 1, "number")
        guard number(first) != nil else { return nil }
        let found = numbers(first)
        var days: [MonthDay] = []
        for value in found.values { days.append(try monthDay(value)) }
        return (days, found.next)
    }

    /// "day-of-month 1 and 15", as tools that explain crons write it.
    private func dayOfMonthField(_ start: Int) throws(Refusal) -> MonthDaysFound? {
        var index = start
        for word in ["day", "of", "month"] {
            guard self.word(index) == word else { return nil }
            index = isMark(index + 1, "-") ? index + 2 : index + 1
        }
        let found = numbers(index)
        guard !found.values.isEmpty else { return nil }
        var days: [MonthDay] = []
        for value in found.values { days.append(try monthDay(value)) }
        return (MonthDays(days: days, scope: .everyMonth), found.next)
    }

    /// "first 5 days", "last three days"
    private func firstDays(_ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        let isFirst = ordinal(index) == 1
        guard isFirst || word(index) == "last", let value = number(index + 1), word(index + 2) == "days",
            monthScope(index + 3) != nil
        else { return nil }
        guard (1...31).contains(value), isFirst || value <= 28 else {
            throw .clarify("impossible_date", "No month has \(value) days at that end.")
        }
        return (isFirst ? (1...value).map(MonthDay.day) : (0..<value).map(MonthDay.fromEnd), index + 3)
    }

    /// "3 days before the end of the month", "two days before month end"
    private func beforeEnd(_ index: Int) -> (days: [MonthDay], next: Int)? {
        let isSingle = word(index) == "day" && word(index + 1) == "before"
        guard let value = number(index) ?? (word(index) == "a" || isSingle ? 1 : nil), (1...27).contains(value) else {
            return nil
        }
        let place = isSingle ? index : index + 1
        guard isWord(place, "day days"), word(place + 1) == "before" else { return nil }
        let article = skipping(place + 2, "the")
        if let next = after(article, "end of"), isScopeMonth(next) { return ([.fromEnd(value)], article + 1) }
        if after(article, "last day") != nil { return ([.fromEnd(value)], article + 2) }
        return nil
    }

    private func isScopeMonth(_ index: Int) -> Bool {
        isWord(skipping(index, "the every each"), "month quarter year")
            || Lexicon.month(word(index)) != nil
    }

    /// "1st", "first and third", "1st to 5th", "second to last".
    private func ranks(_ start: Int) throws(Refusal) -> (ranks: [Rank], next: Int)? {
        guard var (rank, next) = rank(start) else { return nil }
        var ranks = [rank]
        if case .nth(let from) = rank, let separated = rangeSeparator(next),
            let to = ordinal(skipping(separated, "the"))
        {
            guard to > from, to <= 31 else {
                throw .clarify("impossible_date", "The range of days goes backwards or beyond 31.")
            }
            ranks += ((from + 1)...to).map(Rank.nth)
            next = skipping(separated, "the") + 1
        }
        while ranks.count < 40, let separated = listSeparator(next) {
            let place = skipping(skipping(separated, "the"), "on")
            guard let found = self.rank(skipping(place, "the")), !startsDate(found.next, rank: found.rank) else {
                break
            }
            rank = found.rank
            ranks.append(rank)
            next = found.next
        }
        return (ranks, next)
    }

    /// Whether a month's name follows, so that the ordinal belongs to a date instead.
    private func startsDate(_ next: Int, rank: Rank) -> Bool {
        guard case .nth = rank else { return false }
        return Lexicon.month(word(skipping(next, "of"))) != nil && ordinal(next) == nil && word(next) != "of"
    }

    private func rank(_ index: Int) -> (rank: Rank, next: Int)? {
        if isWord(index, "penultimate") { return (.fromLast(2), index + 1) }
        if isWord(index, "last final") { return (.fromLast(1), index + 1) }
        if word(index) == "next", let next = after(index + 1, "to last") { return (.fromLast(2), next) }
        guard let value = ordinal(index) ?? listedNumber(index) else { return nil }
        var next = index + 1
        if isMark(next, "-") { next += 1 }
        if word(next) == "to" {
            let place = isMark(next + 1, "-") ? next + 2 : next + 1
            if word(place) == "last" { return (.fromLast(value), place + 1) }
        }
        if word(next) == "last" { return (.fromLast(value), next + 1) }
        return (.nth(value), index + 1)
    }

    /// The plain number of "on the 0 and 30th": only right before an ordinal of the same list.
    private func listedNumber(_ index: Int) -> Int? {
        guard let value = number(index), let separated = listSeparator(index + 1), ordinal(separated) != nil,
            word(separated) != "second"
        else { return nil }
        return value
    }

    /// The noun that ranks belong to.
    private func headed(_ ranks: [Rank], _ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        if let weekdays = dayNames(index), !weekdays.names.isGroup {
            return (try ranked(ranks, weekdays.names.days.sorted()), weekdays.next)
        }
        if let group = dayGroup(index), group.names.days == Self.weekdayNumbers {
            return (
                ranks.map {
                    if case .nth(let n) = $0 {
                        .businessDay(n)
                    } else if case .fromLast(let n) = $0 {
                        .businessDay(-n)
                    } else {
                        .businessDay(1)
                    }
                }, group.next
            )
        }
        let head = skipping(index, "calendar")
        guard isWord(head, "day days") else { return nil }
        guard word(head) == "day" || ranks.count > 1 else { return nil }
        if isWord(head + 1, "of in"), word(skipping(head + 2, "the a each every this next")) == "week" {
            throw .clarify("day_not_said", "Which day of the week is that? Name it.")
        }
        var days: [MonthDay] = []
        for rank in ranks {
            switch rank {
            case .nth(let value): days.append(try monthDay(value))
            case .fromLast(let value): days.append(.fromEnd(value - 1))
            }
        }
        return (days, head + 1)
    }

    private func ranked(_ ranks: [Rank], _ weekdays: [Int]) throws(Refusal) -> [MonthDay] {
        var days: [MonthDay] = []
        for rank in ranks {
            for weekday in weekdays {
                switch rank {
                case .nth(let value):
                    guard (1...5).contains(value) else {
                        throw .clarify("impossible_date", "No month has that many of one weekday.")
                    }
                    days.append(.nthWeekday(value, weekday: weekday))
                case .fromLast(let value): days.append(.nthWeekday(-value, weekday: weekday))
                }
            }
        }
        return days
    }
}
