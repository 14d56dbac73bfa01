internal import CivilTime

/// What an analysis found out.
struct Analysis: Sendable {
    /// The contract also names `SPACY_PARSE_FAILED`, for a parser of the real server that has no counterpart here.
    struct Warning: Hashable, Sendable {
        enum Code: String, Hashable, Sendable {
            case suggestionSuppressed = "SUGGESTION_SUPPRESSED"
            case duplicateSuppressed = "DUPLICATE_SUPPRESSED"
            case temporalParseFailed = "TEMPORAL_PARSE_FAILED"
        }

        let messageID: String
        let code: Code
        let reason: String?
    }

    /// In the order of discovery, the ended ones too.
    var suggestions: [Suggestion]
    var warnings: [Warning]
}

/// Reads a conversation message by message and keeps account of what is promised, asked, done and called off.
///
/// Documented: server-behaviour 10.4.
struct ConversationAnalyzer {
    private let request: AnalyzerRequest
    private let actors: ActorResolver
    private var ledger = SuggestionLedger()
    private var warnings: [Analysis.Warning] = []

    init(_ request: AnalyzerRequest) {
        self.request = request
        actors = ActorResolver(request.roster)
    }

    static func analyze(_ request: AnalyzerRequest) -> Analysis {
        var analyzer = ConversationAnalyzer(request)
        for message in request.messages { analyzer.read(message) }
        return Analysis(suggestions: analyzer.ledger.suggestions, warnings: analyzer.warnings)
    }

    private mutating func read(_ message: ConversationMessage) {
        let reading = MessageReading(message, actors)
        guard !reading.text.isBlank else { return }
        if let change = StateChangeReader.ending(in: reading.text, reading.clauses) {
            let status = change.kind == .completed ? Suggestion.Status.completed : .cancelled
            if ledger.end(change, by: message.speaker, as: status) { return }
        }
        guard let match = RuleMatcher.bestMatch(in: reading.text) else { return }
        let found = suggestion(match, reading)
        if let failure = found.temporalFailure { warn(message, .temporalParseFailed, failure) }
        if let reason = suppression(found.suggestion, match, reading) {
            return warn(message, .suggestionSuppressed, reason.rawValue)
        }
        let movesTime = found.suggestion.temporal.inference != .nextBusinessDay
        if movesTime, StateChangeReader.reschedules(reading.text), ledger.reschedule(to: found.suggestion) { return }
        if !ledger.add(found.suggestion) { warn(message, .duplicateSuppressed, nil) }
    }

    private mutating func warn(_ message: ConversationMessage, _ code: Analysis.Warning.Code, _ reason: String?) {
        warnings.append(Analysis.Warning(messageID: message.id, code: code, reason: reason))
    }

    private func suggestion(
        _ match: RuleMatch, _ reading: MessageReading
    ) -> (suggestion: Suggestion, temporalFailure: String?) {
        let message = reading.message
        let content = reading.clauses.content(of: match)
        let actor = actors.resolve(
            match.rule.type, speaker: message.speaker, trigger: match.trigger, mentions: reading.names, in: reading.text
        )
        let time = TemporalResolver(
            message: reading.text, content: reading.times, sentAt: message.sentAt.instant, zone: message.zone,
            options: request.options
        ).reading(for: match)
        let suggestion = Suggestion(
            number: ledger.nextNumber, rule: match.rule, actor: actor, content: content, temporal: time.reading,
            factors: factors(match, content, actor, time.reading, reading),
            evidence: [
                Suggestion.Evidence(messageID: message.id, text: message.text, length: reading.text.scalars.count)
            ],
            createdAt: message.sentAt)
        return (suggestion, time.failure)
    }

    private func factors(
        _ match: RuleMatch, _ content: ClauseContent, _ actor: ActorResolution, _ time: TemporalReading,
        _ reading: MessageReading
    ) -> ConfidenceFactors {
        let markers = ConfidenceMarkers.read(match, in: reading.text)
        return ConfidenceFactors(
            hasActor: actor.method != .none && actor.method != .unresolved,
            hasAction: content.action != nil,
            hasObject: content.thing != nil,
            hasExplicitTime: time.inference == nil,
            // To put something off is a word about the future too.
            hasDirectMarker: markers.isDirect || match.rule == .checkBack,
            hasAmbiguousPronoun: content.thing?.isAmbiguous ?? false,
            isUncertain: markers.isUncertain,
            isHypothetical: reading.text.words.indices.contains { Suppression.isCondition(at: $0, in: reading.text) },
            isActorUnresolved: actor.method == .unresolved)
    }

    /// Documented: 10.4, "suppression", in that order.
    private func suppression(_ suggestion: Suggestion, _ match: RuleMatch, _ reading: MessageReading) -> Suppression? {
        let text = reading.text
        let sentence = text.sentence(ofWord: match.trigger.lowerBound)
        let number = text.words[match.trigger.lowerBound].sentence
        if Suppression.exampleSentences(in: text).contains(number) { return .exampleText }
        if text.isQuoted(word: match.trigger.lowerBound) { return .quotedText }
        if Suppression.isHypothetical(sentence, in: text) { return .hypothetical }
        let isNegated =
            Negation.isNegatedBefore(match.trigger, in: text)
            || Negation.isNegatedAfter(match.trigger, verb: suggestion.content.action?.index, in: text)
        if isNegated { return .negatedAction }
        let isKept = request.options.includesLowConfidence
        return suggestion.factors.confidence < request.options.minimumConfidence && !isKept
            ? .belowConfidenceThreshold : nil
    }
}

/// A message with everything that is read out of its text once.
private struct MessageReading {
    let message: ConversationMessage
    let text: MessageText
    let names: [(words: Range<Int>, place: Int)]
    let times: TemporalContent
    let clauses: ClauseReader

    init(_ message: ConversationMessage, _ actors: ActorResolver) {
        self.message = message
        text = MessageText(message.text)
        names = actors.mentions(in: text)
        times = TemporalContent(text, sentAt: message.sentAt.instant, zone: message.zone)
        var isName = Array(repeating: false, count: text.words.count)
        for name in names { for word in name.words { isName[word] = true } }
        clauses = ClauseReader(message: text, isTemporal: times.isTemporal, isName: isName)
    }
}
