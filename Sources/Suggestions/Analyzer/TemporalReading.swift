internal import CivilTime

/// When something is due, and how that was found out.
struct TemporalReading: Hashable, Sendable {
    /// Why a time was taken that nobody said.
    enum Inference: String, Hashable, Sendable {
        case laterToday = "later_today"
        case nextBusinessDay = "next_business_day"
    }

    /// The words that say when; nil when none do.
    let sourceText: String?
    let due: Instant
    let zone: Zone
    let precision: TemporalPrecision
    let inference: Inference?

    /// DATE for a day or more, TIME for less.
    var kind: String {
        switch precision {
        case .second, .minute, .hour: "TIME"
        case .day, .week, .month, .year: "DATE"
        }
    }

    /// The instant due as ISO 8601 with the zone's offset.
    var dueText: String { due.isoText(in: zone) }
}

/// What a message says of times: read once, used by every rule.
struct TemporalContent {
    let mentions: [TemporalMention]
    /// For each word of the message whether it belongs to a mention.
    let isTemporal: [Bool]

    init(_ message: MessageText, sentAt: Instant, zone: Zone) {
        let now = zone.civil(at: sentAt)
        var mentions: [TemporalMention] = []
        var isTemporal = Array(repeating: false, count: message.words.count)
        for sentence in message.sentences {
            let found = TemporalReader(words: message.words[sentence.words], now: now).mentions()
            for mention in found { for word in mention.words { isTemporal[word] = true } }
            mentions.append(contentsOf: found)
        }
        self.mentions = mentions
        self.isTemporal = isTemporal
    }
}

/// Chooses which of a message's times a match is due at, and works the instant out.
struct TemporalResolver {
    let message: MessageText
    let content: TemporalContent
    let sentAt: Instant
    let zone: Zone
    let options: AnalyzerOptions

    /// The reading for a match, and why a time that was said could not be read.
    ///
    /// The sentence of the match comes first, from the match on, then what stands before it, then the other sentences.
    func reading(for match: RuleMatch) -> (reading: TemporalReading, failure: String?) {
        let sentence = message.words[match.trigger.lowerBound].sentence
        let usable = content.mentions.filter { isMeant($0) }
        let inSentence = usable.filter { message.words[$0.words.lowerBound].sentence == sentence }
        let ordered =
            inSentence.filter { $0.words.lowerBound >= match.trigger.lowerBound }
            + inSentence.filter { $0.words.lowerBound < match.trigger.lowerBound }
        let others = usable.filter { message.words[$0.words.lowerBound].sentence != sentence }
        var failure: String?
        for mention in ordered + others {
            if case .impossible(let reason) = mention.value {
                failure = failure ?? reason
            } else if mention.value != .later, let reading = explicit(mention, match) {
                return (reading, failure)
            }
        }
        if let later = (ordered + others).first(where: { $0.value == .later }) {
            return (laterToday(message.written(later.words)), failure)
        }
        return (nextBusinessDay, failure)
    }

    /// Whether a mention says when, and not when not or since when: "not tomorrow", "instead of Friday", "my mail from
    /// Monday", "move it from Monday to Tuesday".
    private func isMeant(_ mention: TemporalMention) -> Bool {
        let first = mention.words.lowerBound
        guard mention.value != .past, !message.isQuoted(word: first) || message.isWhollyQuoted else {
            return false
        }
        let sentence = message.sentence(ofWord: first).words
        func before(_ count: Int) -> String {
            first - count >= sentence.lowerBound ? message.words[first - count].text : ""
        }
        if before(1) == "of" { return before(2) != "instead" }
        return before(1) != "not" && before(1) != "from"
    }

    /// Documented: 10.4, "temporal". A limit or a deadline without a clock time ends at the deadline time of its day;
    /// any other day is due at the due time.
    private func explicit(_ mention: TemporalMention, _ match: RuleMatch) -> TemporalReading? {
        let source = message.written(mention.words)
        let isDeadline = mention.isLimit || match.rule == .deadline || hasDeadlinePhrase(match)
        let place = mention.zoneIdentifier.flatMap(Zone.init(identifier:)) ?? zone
        func reading(_ due: Instant, _ precision: TemporalPrecision) -> TemporalReading {
            TemporalReading(sourceText: source, due: due, zone: zone, precision: precision, inference: nil)
        }
        switch mention.value {
        case .day(let date, let precision):
            return isDeadline
                ? reading(instant(date, options.deadlineTime), .day)
                : reading(instant(date, options.dueTime), precision)
        case .endOfDay(let date): return reading(instant(date, options.deadlineTime), .day)
        case .clock(let moment, let precision): return reading(place.earliestInstant(of: moment), precision)
        case .elapsed(let span, let precision): return reading(sentAt + span, precision)
        case .later, .past, .impossible: return nil
        }
    }

    private func hasDeadlinePhrase(_ match: RuleMatch) -> Bool {
        let sentence = message.sentence(ofWord: match.trigger.lowerBound).words
        return SuggestionRule.triggers.matches(in: message).contains {
            $0.meaning == .deadline && sentence.contains($0.words.lowerBound)
        }
    }

    private func instant(_ date: CivilDate, _ time: TimeOfDay) -> Instant {
        guard let local = CivilDateTime(date: date, hour: time.hour, minute: time.minute) else { return sentAt }
        return zone.earliestInstant(of: local)
    }

    private func laterToday(_ source: String) -> TemporalReading {
        TemporalReading(
            sourceText: source, due: sentAt + .hours(3), zone: zone, precision: .hour, inference: .laterToday)
    }

    private var nextBusinessDay: TemporalReading {
        let date = TemporalReader.businessDay(1, after: zone.civil(at: sentAt).date)
        return TemporalReading(
            sourceText: nil, due: instant(date, options.dueTime), zone: zone, precision: .day,
            inference: .nextBusinessDay)
    }
}
