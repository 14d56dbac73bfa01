internal import CivilTime
internal import WireJSON

extension AnalyzerRequest {
    /// Reads a request.
    ///
    /// Documented (10.4): types first, then that there are messages, then the locale, then what the analyzer itself
    /// asks of them.
    init(_ body: JSON) throws(AnalyzerProblem) {
        let raw: RawConversation
        do { raw = try RawConversation(body) } catch { throw AnalyzerProblem(error) }
        guard !raw.messages.isEmpty else { throw .noMessages }
        if let locale = raw.options.locale, !locale.lowercased().hasPrefix("en"), !locale.isEmpty {
            throw .unsupportedLocale(locale)
        }
        try raw.checkLimits()
        let options = try AnalyzerOptions(raw.options)
        var roster = Roster()
        for (index, person) in raw.participants.enumerated() {
            _ = roster.add(try person.participant(field: "participants[\(index)]"))
        }
        roster.closeParticipants()
        var messages: [CheckedMessage] = []
        messages.reserveCapacity(raw.messages.count)
        for (index, message) in raw.messages.enumerated() {
            messages.append(try message.checked(index: index, roster, defaultZone: options.zone))
        }
        messages.sort { ($0.sentAt.instant, $0.index) < ($1.sentAt.instant, $1.index) }
        conversationID = raw.conversationID
        self.options = options
        self.messages = messages.map { message in
            ConversationMessage(
                id: message.id, speaker: roster.add(message.speaker), zone: message.zone, sentAt: message.sentAt,
                text: message.text)
        }
        if raw.participants.isEmpty { roster.closeParticipants() }
        guard roster.participantCount <= AnalyzerLimits.participants else {
            throw .limitExceeded(field: "messages", limit: AnalyzerLimits.participants, unit: "different speakers")
        }
        self.roster = roster
    }
}

/// A message that is right in itself, not yet in its place.
private struct CheckedMessage {
    /// Its place in the request.
    let index: Int
    let id: String
    let speaker: Participant
    let zone: Zone
    let sentAt: ISOTimestamp
    let text: String
}

extension AnalyzerOptions {
    fileprivate init(_ raw: RawConversation.Options) throws(AnalyzerProblem) {
        let name = raw.defaultZone ?? "America/Toronto"
        guard let zone = Zone(identifier: name) else {
            throw .unknownTimeZone(field: "options.default_timezone", name: name)
        }
        self.init(zone: zone)
        if let text = raw.dueTime { dueTime = try Self.time(text, "options.default_due_time") }
        if let text = raw.deadlineTime { deadlineTime = try Self.time(text, "options.default_deadline_time") }
        if let confidence = raw.minimumConfidence {
            guard (0...1).contains(confidence) else { throw .confidenceOutOfRange(confidence) }
            // Confidences have two decimals; a hair is taken off so that 0.55 does not become 56.
            minimumConfidence = Int((confidence * 100 - 1e-9).rounded(.up))
        }
        includesLowConfidence = raw.includesLowConfidence
        includesResolved = raw.includesResolved
    }

    private static func time(_ text: String, _ field: String) throws(AnalyzerProblem) -> TimeOfDay {
        guard let time = TimeOfDay(text), time.hour < 24 else { throw .invalidTimeOfDay(field: field, text: text) }
        return time
    }
}

extension RawConversation {
    fileprivate func checkLimits() throws(AnalyzerProblem) {
        if messages.count > AnalyzerLimits.messages {
            throw .limitExceeded(field: "messages", limit: AnalyzerLimits.messages, unit: "messages")
        }
        if participants.count > AnalyzerLimits.participants {
            throw .limitExceeded(field: "participants", limit: AnalyzerLimits.participants, unit: "participants")
        }
        var total = 0
        for (index, message) in messages.enumerated() {
            let count = message.text.utf8.count
            if count > AnalyzerLimits.messageBytes {
                throw .limitExceeded(
                    field: "messages[\(index)].message", limit: AnalyzerLimits.messageBytes, unit: "bytes")
            }
            total += count
        }
        if total > AnalyzerLimits.conversationBytes {
            throw .limitExceeded(
                field: "messages", limit: AnalyzerLimits.conversationBytes, unit: "bytes of text together")
        }
    }
}

extension RawConversation.Message {
    fileprivate func checked(
        index: Int, _ roster: Roster, defaultZone: Zone
    ) throws(AnalyzerProblem) -> CheckedMessage {
        let path = "messages[\(index)]"
        guard let speaker else { throw .missingField("\(path).speaker") }
        let person = try speaker.participant(field: "\(path).speaker")
        let zone = person.zone ?? roster.place(of: person).flatMap { roster.people[$0].zone } ?? defaultZone
        guard let timestamp else { throw .missingField("\(path).timestamp") }
        guard let sentAt = ISOTimestamp(timestamp, in: zone) else {
            throw .invalidTimestamp(field: "\(path).timestamp", text: timestamp)
        }
        return CheckedMessage(
            index: index, id: id ?? "msg_\(zeroPadded(index + 1))", speaker: person, zone: zone, sentAt: sentAt,
            text: text)
    }
}

extension RawConversation.Person {
    fileprivate func participant(field: String) throws(AnalyzerProblem) -> Participant {
        let id = id.flatMap { $0.isEmpty ? nil : $0 }
        guard let name = name.flatMap({ $0.isEmpty ? nil : $0 }) ?? id else {
            throw .missingField("\(field).display_name")
        }
        for (text, member) in [(id ?? "", "id"), (name, "display_name")]
        where text.utf8.count > AnalyzerLimits.nameBytes {
            throw .limitExceeded(field: "\(field).\(member)", limit: AnalyzerLimits.nameBytes, unit: "bytes")
        }
        guard let zoneName = timezone.flatMap({ $0.isEmpty ? nil : $0 }) else {
            return Participant(id: id, displayName: name, zone: nil)
        }
        guard let zone = Zone(identifier: zoneName) else {
            throw .unknownTimeZone(field: "\(field).timezone", name: zoneName)
        }
        return Participant(id: id, displayName: name, zone: zone)
    }
}
