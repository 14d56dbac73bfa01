/// Which months the days of a month belong to, and the edges of a month.
extension Reader {
    /// "of every month", "of the quarter", "of March and June", "in each month".
    func monthScope(_ start: Int) -> (scope: MonthDays.Scope, next: Int)? {
        var index = isMark(start, ",") ? start + 1 : start
        if word(index) == "monthly" { return (.everyMonth, index + 1) }
        let hasPreposition = isWord(index, "of in for during on")
        if hasPreposition { index += 1 }
        if isWord(index, "every each per all any") { return everyScope(index + 1) }
        guard hasPreposition else { return nil }
        if isWord(index, "next following"), unit(index + 1) == .month { return (.ahead(1), index + 2) }
        if isWord(index, "this current"), unit(index + 1) == .month { return (.ahead(0), index + 2) }
        if word(index) == "the" {
            if isWord(index + 1, "next following"), unit(index + 2) == .month { return (.ahead(1), index + 3) }
            if isWord(index + 1, "current"), unit(index + 2) == .month { return (.ahead(0), index + 3) }
        }
        // "for a year" says how long.
        let isDuration = word(start) == "for" || word(index - 1) == "for"
        let article = skipping(skipping(index, "the a"), "calendar fiscal")
        switch isDuration ? nil : unit(article) {
        case .month: return (.theMonth, article + 1)
        case .quarter: return (.quarter, article + 1)
        case .year: return (.year, article + 1)
        default: break
        }
        guard let months = monthList(index), !isDayNumber(months.next) else { return nil }
        return (.months(months.months), months.next)
    }

    /// What stands behind "of every".
    private func everyScope(_ index: Int) -> (scope: MonthDays.Scope, next: Int)? {
        let single = skipping(skipping(index, "single"), "calendar fiscal financial business")
        switch unit(single) {
        case .month: return (.everyMonth, single + 1)
        case .quarter: return (.quarter, single + 1)
        case .year: return (.year, single + 1)
        default: break
        }
        if let months = monthList(single), !isDayNumber(months.next) { return (.months(months.months), months.next) }
        let isMonth = unit(index + 1) == .month
        if isWord(index, "other second alternate"), isMonth { return (.everyMonths(2), index + 2) }
        if let value = ordinal(index) ?? number(index), value > 1, isMonth { return (.everyMonths(value), index + 2) }
        return nil
    }

    private func isDayNumber(_ index: Int) -> Bool {
        if let value = number(index), (1...31).contains(value), endsPhrase(index + 1) {
            return meridiem(index + 1) == nil
        }
        return false
    }

    /// "end of the month", "month end", "start of each quarter", "middle of the month", "mid-month", "mid-March" is
    /// none.
    func middleOrEdge(_ index: Int) throws(Refusal) -> (
        days: [MonthDay], scope: MonthDays.Scope, isEnd: Bool, next: Int
    )? {
        if word(index) == "midmonth" { return ([.day(15)], .everyMonth, false, index + 1) }
        if isWord(index, "month quarter year") {
            let place = isMark(index + 1, "-") ? index + 2 : index + 1
            guard isWord(place, "end start") else { return nil }
            let scope: MonthDays.Scope = unit(index) == .month ? .theMonth : unit(index) == .quarter ? .quarter : .year
            let isEnd = word(place) == "end"
            return ([isEnd ? .fromEnd(0) : .day(1)], scope, isEnd, place + 1)
        }
        guard isWord(index, "end start beginning middle close") else { return nil }
        let next = word(index + 1) == "of" ? index + 1 : index
        let bare = after(index, "end of") ?? after(index, "start of") ?? after(index, "beginning of")
        let scope: (scope: MonthDays.Scope, next: Int)
        if let found = monthScope(next) {
            scope = found
        } else if let bare, unit(bare) == .month || unit(bare) == .quarter || unit(bare) == .year {
            scope = (unit(bare) == .month ? .theMonth : unit(bare) == .quarter ? .quarter : .year, bare + 1)
        } else {
            return nil
        }
        let day: MonthDay
        switch word(index) {
        case "end", "close": day = .fromEnd(0)
        case "middle":
            guard scope.scope != .quarter, scope.scope != .year else { throw .vague }
            day = .day(15)
        default: day = .day(1)
        }
        return ([day], scope.scope, isWord(index, "end close"), scope.next)
    }

    // MARK: Months by name

    /// A list or range of months: "June and July", "January, April, July and October", "June through August".
    func monthList(_ start: Int) -> (months: Set<Int>, next: Int)? {
        guard let first = month(start) else { return nil }
        var months: Set<Int> = [first]
        var last = first
        var next = afterMonth(start)
        while next < count {
            if let separated = rangeSeparator(next), let to = month(separated), !hasDay(separated) {
                while last != to {
                    last = last % 12 + 1
                    months.insert(last)
                }
                next = afterMonth(separated)
            } else if let separated = listSeparator(next), let found = month(skipping(separated, "in of")),
                !hasDay(skipping(separated, "in of"))
            {
                let place = skipping(separated, "in of")
                last = found
                months.insert(found)
                next = afterMonth(place)
            } else {
                break
            }
        }
        return (months, next)
    }

    private func afterMonth(_ index: Int) -> Int {
        let isAbbreviated = isMark(index + 1, ".") && word(index).utf8.count <= 4 && index + 2 < count
        return isAbbreviated ? index + 2 : index + 1
    }

    /// Whether a day of the month follows: "July 4th".
    private func hasDay(_ index: Int) -> Bool {
        ordinal(index + 1) != nil && word(index + 1) != "second" || isDayNumber(index + 1)
    }

    /// Months that stand by themselves: "in June", "every March", "only in January", "June through August".
    func monthNames(_ start: Int) -> (names: MonthNames, next: Int)? {
        var index = skipping(start, "only")
        let isOnly = index > start
        let isIntroduced = isWord(index, "in during of for throughout within")
        if isIntroduced { index += 1 }
        let isEvery = isWord(index, "every each all")
        if isEvery { index += 1 }
        index = skipping(skipping(index, "the"), "months month")
        if isIntroduced, isWord(index - 1, "month months"), number(index) != nil {
            let found = numbers(index)
            guard found.values.allSatisfy({ (1...12).contains($0) }) else { return nil }
            return (MonthNames(months: Set(found.values), isRecurring: true), found.next)
        }
        if isWord(index, "of") { index += 1 }
        if isIntroduced || isEvery, let quarter = quarterMonths(index) {
            return (MonthNames(months: quarter.months, isRecurring: isEvery), quarter.next)
        }
        if let parity = monthParity(index) {
            return (MonthNames(months: parity.months, isRecurring: true), parity.next)
        }
        guard let found = monthList(index) else { return nil }
        // Names of months are names of people, and "may" and "march" are verbs: alone they need more than that.
        let isPlain = !isIntroduced && !isEvery && !isOnly
        if isPlain, found.months.count == 1 { return nil }
        if isPlain, !endsPhrase(found.next) { return nil }
        let isRecurring = isEvery || isOnly || found.months.count > 1
        return (MonthNames(months: found.months, isRecurring: isRecurring, isEvery: isEvery), found.next)
    }

    /// "from June to August", "between October and March"
    func monthRange(_ start: Int) -> (names: MonthNames, next: Int)? {
        guard let first = month(start + 1), !hasDay(start + 1) else { return nil }
        let joint = word(start) == "between" && word(start + 2) == "and" ? start + 3 : rangeSeparator(start + 2)
        guard let joint, let last = month(joint), !hasDay(joint), year(joint + 1) == nil else { return nil }
        var months: Set<Int> = [first]
        var current = first
        while current != last {
            current = current % 12 + 1
            months.insert(current)
        }
        return (MonthNames(months: months, isRecurring: true), joint + 1)
    }

    /// "Q1", "the second quarter".
    private func quarterMonths(_ index: Int) -> (months: Set<Int>, next: Int)? {
        let names = ["q1": 1, "q2": 2, "q3": 3, "q4": 4]
        var quarter = names[word(index)]
        var next = index + 1
        if quarter == nil, let value = ordinal(index), unit(index + 1) == .quarter {
            quarter = value
            next = index + 2
        }
        guard let quarter, (1...4).contains(quarter) else { return nil }
        return (Set((quarter * 3 - 2)...(quarter * 3)), next)
    }

    /// "odd months", "even-numbered months".
    private func monthParity(_ index: Int) -> (months: Set<Int>, next: Int)? {
        guard let parity = parity(index), isWord(parity.next, "months month") else { return nil }
        return (Set((1...12).filter { $0 % 2 == parity.remainder }), parity.next + 1)
    }

    func parity(_ index: Int) -> (remainder: Int, next: Int)? {
        guard isWord(index, "odd even") else { return nil }
        var next = index + 1
        if isMark(next, "-"), word(next + 1) == "numbered" { next += 2 }
        next = skipping(skipping(next, "numbered"), "calendar")
        return (word(index) == "odd" ? 1 : 0, next)
    }
}
