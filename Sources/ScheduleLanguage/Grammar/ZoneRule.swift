internal import CivilTime

/// Time zones: "UTC", "UTC+2", "Pacific time", "EST", "London time", "Asia/Tokyo".
///
/// Documented: schedule-language 4, point 10.
extension Reader {
    typealias ZoneFound = (identifier: String, next: Int)

    /// A zone at that place. `followsTime`: a time stands right before it, so that a mere place name means its clock.
    func zone(_ start: Int, followsTime: Bool) throws(Refusal) -> ZoneFound? {
        let isBracketed = isMark(start, "(")
        let place = skipping(isBracketed ? start + 1 : start, "in on")
        let hasPreposition = place > start
        let index = skipping(place, "the")
        guard let found = try zoneCore(index, followsTime: followsTime, hasPreposition: hasPreposition) else {
            return nil
        }
        return (found.identifier, isMark(found.next, ")") && isBracketed ? found.next + 1 : found.next)
    }

    private func zoneCore(_ index: Int, followsTime: Bool, hasPreposition: Bool) throws(Refusal) -> ZoneFound? {
        guard index < count else { return nil }
        if tokens[index].kind == .zoneName { return (tokens[index].text, afterZoneNoun(index + 1)) }
        if let found = try offsetZone(index) { return found }
        if isWord(index + 1, "european"), let found = place(index, followsTime: followsTime) { return found }
        if let found = abbreviation(index, followsTime: followsTime || hasPreposition) { return found }
        return place(index, followsTime: followsTime)
    }

    /// "UTC+2", "GMT-5", "UTC+05:30", "UTC"
    private func offsetZone(_ index: Int) throws(Refusal) -> ZoneFound? {
        guard isWord(index, "utc gmt z zulu") else { return nil }
        if word(index) == "z" { return tokens[index].isSpaced ? nil : ("UTC", index + 1) }
        guard isMark(index + 1, "+") || isMark(index + 1, "-"), let offset = offsetMinutes(index + 2) else {
            return ("UTC", afterZoneNoun(index + 1))
        }
        // "UTC-friendly" and "GMT - 5 items" are no offsets; those stand close together.
        let minutes = isMark(index + 1, "-") ? -offset.minutes : offset.minutes
        guard let identifier = ZoneNames.fixed(offsetMinutes: minutes) else {
            throw .clarify("unknown_zone", "No zone is always that far from UTC; name a city or an IANA zone.")
        }
        return (identifier, offset.next)
    }

    private func offsetMinutes(_ index: Int) -> (minutes: Int, next: Int)? {
        if case .clock(let clock)? = kind(index), clock.hour <= 14, clock.minute < 60 {
            return (clock.minuteOfDay, index + 1)
        }
        guard let value = number(index) else { return nil }
        if tokens[index].text.utf8.count == 4 { return (value / 100 * 60 + value % 100, index + 1) }
        return value <= 14 ? (value * 60, index + 1) : nil
    }

    private func abbreviation(_ index: Int, followsTime: Bool) -> ZoneFound? {
        guard let identifier = ZoneNames.abbreviation(word(index)) else { return nil }
        let next = afterZoneNoun(index + 1)
        let isLong = ["eastern", "central", "mountain", "pacific", "zulu"].contains(word(index))
        // "est", "ct", "art", "eat" and "west" are words too: they need a time before them or "time" behind them.
        guard followsTime || next > index + 1 || (!isLong && isAllCapitals(index)) else { return nil }
        if isLong, !followsTime, next == index + 1 { return nil }
        if ["eat", "art", "west", "wet", "mt", "ct", "et", "pt"].contains(word(index)), !isAllCapitals(index),
            !followsTime
        {
            return nil
        }
        return (identifier, next)
    }

    private func isAllCapitals(_ index: Int) -> Bool { tokens[index].isCapitalised && word(index).utf8.count <= 4 }

    /// "time", "standard time", "daylight time", "timezone" behind a zone.
    private func afterZoneNoun(_ start: Int) -> Int {
        let index = skipping(start, "standard daylight local summer winter")
        if isWord(index, "time timezone tz zone") { return skipping(index + 1, "zone") }
        return start
    }

    /// "London time", "New York time"; a place alone only right behind a time: "9am Tokyo", "9am in Tokyo".
    private func place(_ index: Int, followsTime: Bool) -> ZoneFound? {
        for length in [3, 2, 1] where index + length <= count {
            let words = (index..<index + length).map { word($0) }
            guard !words.contains("") else { continue }
            var name = words.joined(separator: " ")
            if name.hasSuffix("'s") { name.removeLast(2) }
            guard let identifier = ZoneNames.place(name) else { continue }
            let next = afterZoneNoun(index + length)
            if next > index + length || (followsTime && tokens[index].isCapitalised && endsPhrase(index + length)) {
                return (identifier, next)
            }
        }
        return nil
    }
}
