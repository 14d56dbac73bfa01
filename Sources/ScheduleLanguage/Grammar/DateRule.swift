/// Days of a year: "April 9th", "the 9th of April 2026", "2026-02-20", "3/15/2026", lists of them, holidays.
extension Reader {
    typealias DatesFound = (days: [CalendarDay], isYearly: Bool, next: Int)

    func dates(_ start: Int) throws(Refusal) -> DatesFound? {
        var index = skipping(skipping(start, "only"), "on by for")
        let isEvery = isWord(index, "every each")
        if isEvery { index += 1 }
        index = skipping(index, "the")
        guard var found = try dateItem(index) else { return nil }
        var days = found.days
        if isEvery, let span = try yearlySpan(found.days, found.next) {
            return (span.days, true, span.next)
        }
        while days.count < 60, let separated = listSeparator(found.next) {
            let place = skipping(skipping(skipping(separated, "on"), "every each"), "the")
            guard let item = try dateItem(place) else { break }
            days += item.days
            found = item
        }
        return (days, isEvery, found.next)
    }

    /// "every June 1 through June 10", "every Dec 20 to Jan 5"
    private func yearlySpan(_ first: [CalendarDay], _ next: Int) throws(Refusal) -> (days: [CalendarDay], next: Int)? {
        guard first.count == 1, first[0].holiday == nil, let joint = rangeSeparator(next),
            let last = try dateItem(skipping(joint, "the")), last.days.count == 1, last.days[0].holiday == nil
        else { return nil }
        var days = first
        while days.count <= 366, let day = days.last, (day.month, day.day) != (last.days[0].month, last.days[0].day) {
            // A leap year has all the dates there are.
            let isLast = day.day == CivilCalendar.daysInMonth(day.month, year: 2024)
            days.append(
                CalendarDay(month: isLast ? day.month % 12 + 1 : day.month, day: isLast ? 1 : day.day + 1))
        }
        return (days, last.next)
    }

    func dateItem(_ index: Int) throws(Refusal) -> (days: [CalendarDay], next: Int)? {
        switch kind(index) {
        case .date(let year, let month, let day)?: return ([try checked(month: month, day: day, year: year)], index + 1)
        case .slashed(let first, let second, let year)?:
            return try slashedDate(first, second, year).map { ([$0], index + 1) }
        case .word?:
            if let holiday = holiday(index) {
                return ([try withYear(holiday.day, holiday.next).day], try withYear(holiday.day, holiday.next).next)
            }
            return try monthFirst(index)
        case .ordinal?, .number?: return try dayFirst(index)
        default: return nil
        }
    }

    /// "April 9th", "March 1, 10 and 20", "Oct 12, 2026", "March 1-5".
    private func monthFirst(_ index: Int) throws(Refusal) -> (days: [CalendarDay], next: Int)? {
        if word(index) == "second" { return try dayFirst(index) }
        guard let month = month(index) else { return nil }
        let first = skipping(isMark(index + 1, ".") ? index + 2 : index + 1, "the")
        guard let start = dayOfMonth(first) else { return nil }
        var numbers = [start]
        var next = first + 1
        if let separated = rangeSeparator(next), self.month(separated) == nil,
            let last = dayOfMonth(skipping(separated, "the")), last > start, last <= 31
        {
            numbers += (start + 1)...last
            next = skipping(separated, "the") + 1
        }
        while let separated = listSeparator(next), let day = dayOfMonth(skipping(separated, "the")),
            !isTimeList(separated)
        {
            let place = skipping(separated, "the")
            if isWord(place + 1, "of") || self.month(place + 1) != nil { break }
            numbers.append(day)
            next = place + 1
        }
        return try dated(numbers, [month], next)
    }

    /// "the 9th of April", "9 April 2026", "1st and 15th of March", "1st of January, April and July".
    private func dayFirst(_ index: Int) throws(Refusal) -> (days: [CalendarDay], next: Int)? {
        guard index < lastMonth else { return nil }
        var numbers: [Int] = []
        var next = index
        while let day = dayOfMonth(next), numbers.count < 31 {
            numbers.append(day)
            next += 1
            if let separated = rangeSeparator(next), let last = dayOfMonth(skipping(separated, "the")), last > day,
                last <= 31
            {
                numbers += (day + 1)...last
                next = skipping(separated, "the") + 1
            }
            guard let separated = listSeparator(next), dayOfMonth(skipping(separated, "the")) != nil else { break }
            next = skipping(separated, "the")
        }
        guard !numbers.isEmpty else { return nil }
        let isOf = word(next) == "of" || (word(next) == "day" && word(next + 1) == "of")
        if isOf { next += word(next) == "of" ? 1 : 2 }
        guard month(next) != nil else { return nil }
        // "at 5 May 3rd": the number before the month is a time there.
        if !isOf, dayOfMonth(next + 1) != nil, number(index) != nil, endsPhrase(next + 2) { return nil }
        if isOf, let months = monthList(next) { return try dated(numbers, months.months.sorted(), months.next) }
        return try dated(numbers, [month(next) ?? 1], isMark(next + 1, ".") && next + 2 < count ? next + 2 : next + 1)
    }

    /// A day number that is not the start of a time.
    private func dayOfMonth(_ index: Int) -> Int? {
        if let value = ordinal(index) { return value }
        guard let value = number(index),
            tokens[index].text.utf8.count <= 2 || tokens[index].text.utf8.first?.isDigit == false
        else { return nil }
        if meridiem(index + 1) != nil || isWord(index + 1, "o'clock past minutes hours") { return nil }
        return value
    }

    /// "March 5, 10 and 11 am" lists times after the date.
    private func isTimeList(_ index: Int) -> Bool {
        var next = index
        while number(next) != nil {
            if meridiem(next + 1) != nil { return true }
            guard let separated = listSeparator(next + 1) else { return false }
            next = separated
        }
        return false
    }

    private func dated(_ numbers: [Int], _ months: [Int], _ next: Int) throws(Refusal) -> (
        days: [CalendarDay], next: Int
    ) {
        let year = self.year(next)
        var days: [CalendarDay] = []
        for month in months {
            for number in numbers { days.append(try checked(month: month, day: number, year: year?.value)) }
        }
        return (days, year?.next ?? next)
    }

    /// A year behind a date, perhaps after a comma.
    func year(_ index: Int) -> (value: Int, next: Int)? {
        let place = isMark(index, ",") ? index + 1 : index
        let value = skipping(place, "of in")
        guard let year = number(value), tokens[value].text.utf8.count == 4, (1900...2199).contains(year) else {
            return nil
        }
        if isWord(value + 1, "hours hrs") { return nil }
        return (year, value + 1)
    }

    private func withYear(_ day: CalendarDay, _ next: Int) throws(Refusal) -> (day: CalendarDay, next: Int) {
        guard let year = year(next) else { return (day, next) }
        var dated = day
        dated.year = year.value
        return (dated, year.next)
    }

    private func checked(month: Int, day: Int, year: Int?) throws(Refusal) -> CalendarDay {
        // 2024 is a leap year: without a year the 29th of February exists.
        guard (1...12).contains(month), day >= 1, day <= CivilCalendar.daysInMonth(month, year: year ?? 2024) else {
            throw .impossibleDate(year.map { "\($0)-\(month)-\(day)" } ?? "day \(day) of month \(month)")
        }
        return CalendarDay(month: month, day: day, year: year)
    }

    /// `3/15`: month first unless only the other way makes a date; refused where both would.
    private func slashedDate(_ first: Int, _ second: Int, _ year: Int?) throws(Refusal) -> CalendarDay? {
        if first == 24, second == 7 { return nil }
        if year == nil, first == 1, second <= 4, second > 1 { return nil }
        if first > 12 || first == second { return try checked(month: second, day: first, year: year) }
        if second > 12 { return try checked(month: first, day: second, year: year) }
        throw .clarify(
            "ambiguous_date",
            "\(first)/\(second) can be a day of month \(first) or of month \(second); write the month's name.")
    }
}
