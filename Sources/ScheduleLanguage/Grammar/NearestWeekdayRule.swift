/// The Monday to Friday nearest to a day of the month.
///
/// Documented: schedule-language 4, point 6.
extension Reader {
    /// "weekday nearest the 15th", "nearest weekday to the 1st"
    func nearestWeekday(_ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        let names: StaticString = "weekday workday"
        var next: Int
        if isWord(index, "nearest closest"), isWord(index + 1, names) {
            next = skipping(index + 2, "to")
        } else if isWord(index, names), isWord(index + 1, "nearest closest") {
            next = skipping(index + 2, "to")
        } else {
            return nil
        }
        next = skipping(skipping(next, "the"), "day")
        guard let value = ordinal(next) ?? number(next) else { return nil }
        guard (1...31).contains(value) else { throw .clarify("impossible_date", "No month has a day \(value).") }
        return ([.nearestWeekday(value)], next + 1)
    }

    /// "the 15th or the nearest weekday"
    func ordinalOrNearest(_ index: Int) throws(Refusal) -> (days: [MonthDay], next: Int)? {
        guard let value = ordinal(index) else { return nil }
        let joint = isMark(index + 1, ",") ? index + 2 : index + 1
        let place = skipping(joint + 1, "the")
        guard word(joint) == "or", isWord(place, "nearest closest"), isWord(place + 1, "weekday workday")
        else { return nil }
        guard (1...31).contains(value) else { throw .clarify("impossible_date", "No month has a day \(value).") }
        return ([.nearestWeekday(value)], place + 2)
    }
}
