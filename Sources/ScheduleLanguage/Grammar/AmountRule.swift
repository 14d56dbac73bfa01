/// Amounts of time: "5 minutes", "an hour and a half", "2.5 hours", "1 hour and 15 minutes", "a couple of days".
extension Reader {
    typealias AmountFound = (amounts: [Amount], next: Int)

    /// All the parts of an amount; halves come as the next smaller unit.
    func amount(_ start: Int) -> AmountFound? {
        guard var found = amountPart(start) else { return nil }
        // Parts follow from the larger to the smaller: "1 hour and 15 minutes", "1 hour 15 minutes".
        while found.amounts.count < 4, let last = found.amounts.last {
            let place =
                isMark(found.next, ",") || word(found.next) == "and"
                ? skipping(found.next + (isMark(found.next, ",") ? 1 : 0), "and") : found.next
            guard number(place) != nil || word(place) == "a" || kindIsAmount(place), let part = amountPart(place),
                let first = part.amounts.first, first.unit < last.unit
            else { break }
            found = (found.amounts + part.amounts, part.next)
        }
        return found
    }

    private func kindIsAmount(_ index: Int) -> Bool {
        if case .amount? = kind(index) { return true }
        return false
    }

    private func amountPart(_ start: Int) -> AmountFound? {
        if case .amount(let amounts)? = kind(start) { return (amounts, start + 1) }
        if case .slashed(1, let divisor, nil)? = kind(start), divisor == 2 || divisor == 4 {
            let next = skipping(skipping(start + 1, "of"), "a an")
            guard let unit = unit(next) else { return nil }
            return fraction(1000 / divisor, unit).map { ($0, next + 1) }
        }
        if let found = halves(start) { return found }
        var index = start
        var thousandths: Int
        if let value = number(index) {
            thousandths = value * 1000
            index += 1
            if word(index) == "dozen" { (thousandths, index) = (thousandths * 12, index + 1) }
            if let end = after(index, "and a half") { (thousandths, index) = (thousandths + 500, end) }
        } else if case .decimal(let value)? = kind(index) {
            (thousandths, index) = (value, index + 1)
        } else if let end = after(index, "a couple of") ?? after(index, "a couple")
            ?? after(index, "couple of") ?? (unit(index + 1) == nil ? nil : after(index, "couple"))
        {
            (thousandths, index) = (2000, end)
        } else if isWord(index, "a an") {
            (thousandths, index) = (1000, index + 1)
        } else {
            return nil
        }
        if isMark(index, "-"), unit(index + 1) != nil { index += 1 }
        if isWord(index, "fortnight fortnights"), thousandths % 1000 == 0 {
            return ([Amount(count: thousandths / 500, unit: .week)], index + 1)
        }
        guard let unit = unit(index) else { return nil }
        index += 1
        if thousandths == 1000, let end = after(index, "and a half"), self.unit(end) == nil {
            (thousandths, index) = (1500, end)
        }
        return fraction(thousandths, unit).map { ($0, index) }
    }

    /// "half an hour", "half hour", "quarter of an hour", "three quarters of an hour".
    private func halves(_ start: Int) -> AmountFound? {
        let article = skipping(start, "a")
        if word(article) == "half" {
            var next = skipping(article + 1, "a an")
            if isMark(next, "-") { next += 1 }
            guard let unit = unit(next) else { return nil }
            return fraction(500, unit).map { ($0, next + 1) }
        }
        var quarters = 1
        var next = article
        if let value = number(article), word(article + 1) == "quarters" { (quarters, next) = (value, article + 1) }
        guard isWord(next, "quarter quarters") else { return nil }
        next += 1
        if isMark(next, "-") { next += 1 }
        next = skipping(skipping(next, "of"), "an a")
        guard isWord(next, "hour hr") else { return nil }
        return ([Amount(count: 15 * quarters, unit: .minute)], next + 1)
    }

    /// Whole units, or the same in the next smaller one; nil when it does not come out even.
    private func fraction(_ thousandths: Int, _ unit: TimeUnit) -> [Amount]? {
        if thousandths % 1000 == 0 { return [Amount(count: thousandths / 1000, unit: unit)] }
        let (factor, smaller): (Int, TimeUnit)
        switch unit {
        case .minute: (factor, smaller) = (60, .second)
        case .hour: (factor, smaller) = (60, .minute)
        case .day: (factor, smaller) = (24, .hour)
        case .year: (factor, smaller) = (12, .month)
        case .second, .week, .month, .quarter: return nil
        }
        let total = thousandths * factor
        return total % 1000 == 0 ? [Amount(count: total / 1000, unit: smaller)] : nil
    }
}
