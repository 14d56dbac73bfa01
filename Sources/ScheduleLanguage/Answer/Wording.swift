internal import CivilTime

/// The fields of a job that come from the words around the schedule.
///
/// Documented: schedule-language 1: lists restrict the values; delivery email, channel "primary" and the kinds by
/// default.
struct Wording {
    let request: ScheduleRequest
    let reader: Reader
    let fragments: [Fragment]
    let utterance: Utterance

    /// A job with everything but its schedule.
    var job: JobConfiguration {
        JobConfiguration(
            kind: kind, purpose: purpose, subject: subject, nextRunAt: nil, recurrence: .none, event: event,
            delivery: delivery, cronExpression: nil, channel: channel, recipients: recipients, startDate: nil,
            endDate: nil, timezone: request.zone.identifier, metadata: request.explain ? explanation : [])
    }

    private func has(_ words: [String]) -> Bool {
        reader.tokens.contains { $0.kind == .word && words.contains($0.text) }
    }

    private func has(_ words: WordSet) -> Bool {
        reader.tokens.contains { $0.kind == .word && words.contains($0.text) }
    }

    // MARK: Kind

    var kind: JobConfiguration.Kind {
        if utterance.verb == .reminder, !isFollowUp(at: utterance.verbIndex) { return .reminder }
        if isFollowUp(at: utterance.verbIndex) || isFollowUp(at: 0) { return .followUp }
        if has(["reminder", "reminders"]) { return .reminder }
        if has(Self.digests) { return .digest }
        if has(["webhook", "webhooks", "endpoint", "hook"]) || has(["followup"]) || isAnyFollowUp { return .followUp }
        return utterance.verb == .job ? .followUp : .reminder
    }

    private func isFollowUp(at index: Int?) -> Bool {
        guard let index else { return false }
        return reader.word(index) == "followup"
            || (reader.word(index) == "follow" && (reader.word(index + 1) == "up" || reader.word(index + 2) == "up"))
            || (reader.word(index) == "check" && ["back", "in"].contains(reader.word(index + 1)))
            || (reader.word(index) == "circle" && reader.word(index + 1) == "back")
    }

    private var isAnyFollowUp: Bool { (0..<reader.count).contains { isFollowUp(at: $0) } }

    private static let digests = WordSet(
        """
        digest digests report reports summary summaries newsletter newsletters recap recaps roundup overview \
        briefing rundown stats statistics metrics analytics kpis dashboard
        """)

    // MARK: Delivery and channel

    var delivery: JobConfiguration.Delivery {
        if let said = saidDelivery { return said }
        if request.channels.count == 1, let only = Self.delivery(named: request.channels[0]) { return only }
        return .email
    }

    private var saidDelivery: JobConfiguration.Delivery? {
        for index in 0..<reader.count {
            let isMeans =
                reader.isWord(index - 1, "by via through over on in to as an a using")
                || index == utterance.verbIndex
            if isMeans, let found = Self.delivery(named: reader.word(index)) { return found }
        }
        if reader.tokens.contains(where: { $0.kind == .link }) || has(["webhook", "webhooks", "endpoint"]) {
            return .webhook
        }
        if reader.tokens.contains(where: { $0.kind == .channel }) || has(["slack"]) { return .slack }
        if has(["sms"]) { return .sms }
        if reader.tokens.contains(where: { $0.kind == .email }) || has(["email"]) { return .email }
        return nil
    }

    private static func delivery(named name: String) -> JobConfiguration.Delivery? {
        switch name.lowercased() {
        case "email", "emails", "mail", "e-mail", "gmail", "outlook", "inbox": .email
        case "sms", "text", "texts", "txt", "phone", "texting": .sms
        case "slack": .slack
        case "webhook", "webhooks", "hook", "http", "endpoint", "api", "url": .webhook
        default: nil
        }
    }

    var channel: String {
        let written = reader.tokens.first { $0.kind == .channel }
        guard !request.channels.isEmpty else { return written.map { String($0.text) } ?? "primary" }
        if let written, let found = request.channels.first(where: { Self.bare($0) == Self.bare(written.text) }) {
            return found
        }
        if let found = best(of: request.channels) { return found }
        return request.channels.first { Self.delivery(named: Self.bare($0)) == delivery } ?? request.channels[0]
    }

    private static func bare(_ name: String) -> String {
        (name.hasPrefix("#") ? String(name.dropFirst()) : name).lowercased()
    }

    // MARK: Recipients, purpose, event

    /// Addresses and names that are in the prompt; with none of them, all that the request allows.
    var recipients: [String] {
        let written = reader.tokens.filter { $0.kind == .email }.map(\.text)
        guard !request.recipients.isEmpty else { return written }
        let named = request.recipients.filter { recipient in
            written.contains(recipient.lowercased()) || isNamed(recipient)
        }
        return named.isEmpty ? request.recipients : named
    }

    /// "anna@acme.com" is meant by "Anna" or "anna"; "the-team@acme.com" by "the team".
    private func isNamed(_ recipient: String) -> Bool {
        let local = recipient.lowercased().split(separator: "@").first.map(String.init) ?? ""
        let parts = local.split(whereSeparator: { !$0.isLetter }).map(String.init).filter { $0.count > 1 }
        guard let first = parts.first else { return false }
        return (0..<reader.count).contains { index in
            reader.word(index) == first
                && (parts.count == 1
                    || parts.dropFirst().allSatisfy { part in reader.tokens.contains { $0.text == part } }
                    || parts.count > 1 && recipient.contains("@"))
        }
    }

    var purpose: String? {
        guard !request.purposes.isEmpty else {
            switch kind {
            case .reminder: return "reminder"
            case .digest: return "digest"
            case .followUp: return "follow-up"
            }
        }
        return best(of: request.purposes) ?? request.purposes[0]
    }

    var event: String? { best(of: request.events) ?? (request.events.count == 1 ? request.events[0] : nil) }

    /// The name that shares the most words, by their stems, with the prompt; the first of equals.
    private func best(of names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let stems = Set(reader.tokens.filter { $0.kind == .word }.map { Self.stem($0.text) })
        var best: (score: Int, name: String)?
        for name in names {
            let words = name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map {
                Self.stem(String($0))
            }
            let score = words.filter(stems.contains).count
            if score > 0, best.map({ score > $0.score }) ?? true { best = (score, name) }
        }
        return best?.name
    }

    /// Enough to match "reporting" with "reports" and "payment" with "payments".
    private static func stem(_ word: String) -> String {
        for suffix in ["ings", "ing", "ers", "ies", "ed", "er", "es", "ly", "s"]
        where word.hasSuffix(suffix) && word.count - suffix.count >= 4 {
            return String(word.dropLast(suffix.count))
        }
        return word
    }
}
