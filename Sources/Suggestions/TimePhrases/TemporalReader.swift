import CivilTime

/// Finds the phrases of a sentence that say when: "tomorrow at 3pm", "by Friday", "in two days", "end of the month".
///
/// A phrase is a row of pieces (a day, a clock time, a part of the day), each at most once and in any order, with or
/// without a preposition. Every piece looks at a handful of words, so reading takes time linear in the text.
struct TemporalReader {
    /// The words of one sentence, at their places in the message.
    let words: ArraySlice<Word>
    /// What the clocks show where and when the message was written.
    let now: CivilDateTime

    var today: CivilDate { now.date }

    /// What a grammar function found, and the place after its last word.
    struct Found<Value> {
        let value: Value
        let end: Int
    }

    /// Every mention in the sentence, in its order, not overlapping.
    func mentions() -> [TemporalMention] {
        var found: [TemporalMention] = []
        var index = words.startIndex
        while index < words.endIndex {
            if TemporalStarters.contains(words[index]), let mention = mention(at: index) {
                found.append(mention)
                index = max(mention.words.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    // MARK: Words

    /// The word at `index`, or an empty text beyond the sentence.
    func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

    /// Whether the words from `index` on are these.
    func has(_ expected: String..., at index: Int) -> Bool {
        expected.indices.allSatisfy { text(index + $0) == expected[$0] }
    }

    /// `index`, or the place after an article there.
    func skippingArticle(_ index: Int) -> Int { text(index) == "the" ? index + 1 : index }

    // MARK: One mention

    private struct Pieces {
        var day: Day?
        var time: ClockTime?
        var part: DayPart?
        var isLimit = false
        var zoneIdentifier: String?
        var problem: String?
        var end: Int
    }

    private func mention(at start: Int) -> TemporalMention? {
        if let past = past(at: start) { return simple(.past, start..<past) }
        if let later = later(at: start) { return simple(.later, start..<later) }
        if let elapsed = elapsed(at: start) {
            return simple(elapsed.value, start..<elapsed.end, isLimit: text(start) == "within")
        }
        var pieces = Pieces(end: start)
        // A day, a time and a part of the day: three pieces at most.
        var room = 3
        while room > 0, takePiece(&pieces) { room -= 1 }
        guard pieces.end > start else { return nil }
        return TemporalMention(
            words: start..<pieces.end, value: value(of: pieces), isLimit: pieces.isLimit,
            zoneIdentifier: pieces.zoneIdentifier)
    }

    private func simple(
        _ value: TemporalMention.Value, _ words: Range<Int>, isLimit: Bool = false
    ) -> TemporalMention {
        TemporalMention(words: words, value: value, isLimit: isLimit, zoneIdentifier: nil)
    }

    private func takePiece(_ pieces: inout Pieces) -> Bool {
        let preposition = preposition(at: pieces.end)
        let begin = preposition?.end ?? pieces.end
        if pieces.part == nil, let part = dayPart(at: begin, afterDay: pieces.day != nil, preposition?.value) {
            pieces.part = part.value
            pieces.end = part.end
        } else if pieces.day == nil, let day = day(at: begin, preposition?.value) {
            pieces.day = day.value
            pieces.end = day.end
            if pieces.part == nil { pieces.part = day.value.part }
            pieces.problem = pieces.problem ?? day.value.problem
        } else if pieces.time == nil,
            let time = clockTime(at: begin, preposition?.value, afterDay: pieces.day != nil)
        {
            pieces.time = time.value
            pieces.end = time.end
            pieces.problem = pieces.problem ?? time.value.problem
            if let zone = EnglishCalendar.zones[text(time.end)] {
                pieces.zoneIdentifier = zone
                pieces.end += 1
            }
        } else {
            return false
        }
        if let preposition, preposition.value.isLimit { pieces.isLimit = true }
        return true
    }

    private func value(of pieces: Pieces) -> TemporalMention.Value {
        if let problem = pieces.problem { return .impossible(reason: problem) }
        let day = pieces.day?.date
        if let time = pieces.time { return clock(time.settled(by: pieces.part), on: day, part: pieces.part) }
        if let part = pieces.part {
            guard let first = part.hour, let last = part.lastHour else { return .endOfDay(day ?? today) }
            let hour = day == today && now.hour >= first && now.hour < last ? last : first
            return clock(ClockTime(hour: hour, minute: 0), on: day, part: part)
        }
        guard let read = pieces.day else { return .past }
        if read.date.year > 9999 { return .impossible(reason: "the date lies beyond the year 9999") }
        return read.isEndOfPeriod ? .endOfDay(read.date) : .day(read.date, read.precision)
    }

    /// The clock time on that day; without a day, the next time the clocks show it.
    private func clock(_ time: ClockTime, on day: CivilDate?, part: DayPart?) -> TemporalMention.Value {
        var time = time
        if day == nil, part == nil { time = time.afternoonIfOver(now) }
        var date = day ?? today
        if time.isEndOfDay { date = date.adding(days: 1) }
        guard let moment = CivilDateTime(date: date, hour: time.hour, minute: time.minute, second: time.second),
            date.year <= 9999
        else { return .impossible(reason: "the date lies beyond the year 9999") }
        guard day == nil, moment <= now else { return .clock(moment, time.precision) }
        let next = CivilDateTime(
            date: date.adding(days: 1), hour: time.hour, minute: time.minute, second: time.second)
        return .clock(next ?? moment, time.precision)
    }
}
