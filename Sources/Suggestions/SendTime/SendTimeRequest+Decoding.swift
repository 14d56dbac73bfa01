internal import CivilTime
internal import WireJSON

extension SendTimeRequest {
    /// How much one search takes.
    enum Limits {
        static let recipients = 100
        static let horizonDays: Int64 = 30
        static let messageCharacters = 10_000
        static let busyIntervals = 1_000
        static let windows = 20
        static let holidays = 400
        static let nameBytes = 200
        static let days30InMinutes = 43_200
    }

    /// The settings that are true or false.
    static let switches = [
        "diversify", "evaluate_send_now", "avoid_weekends", "avoid_holidays", "respect_quiet_hours",
        "working_hours_only", "include_score_breakdown",
    ]

    /// Reads a request: types first, then the rules in the order of the documented table, then this server's own.
    init(_ body: JSON, now: Instant) throws(SendTimeProblem) {
        let raw: RawSendTime
        do { raw = try RawSendTime(body) } catch { throw SendTimeProblem(error) }
        guard !raw.recipients.isEmpty else { throw .missingRecipients }
        guard raw.recipients.count <= Limits.recipients else { throw .tooManyRecipients }
        let zones = try raw.zones()
        let numbers = try Numbers(raw.settings)
        let reference = try raw.reference(now)
        let window = try raw.window(reference, horizonDays: numbers.horizonDays)
        let coverage = try raw.checkedCoverage()
        try raw.checkMessage()
        try raw.checkBusyCount()
        self.init(
            referenceTime: reference, sender: try raw.checkedSender(zones.sender),
            recipients: try raw.checkedRecipients(zones.recipients), windowStart: window.lowerBound,
            windowEnd: window.upperBound)
        intervalMinutes = numbers.interval
        suggestionCount = numbers.count
        minimumSpacing = .minutes(numbers.spacing)
        minimumDelay = .minutes(numbers.delay)
        priority = try raw.checkedPriority()
        self.coverage = coverage
        metadata = raw.metadata
        try readSwitches(raw.settings)
    }

    private mutating func readSwitches(_ settings: SettingsReader) throws(SendTimeProblem) {
        do {
            diversifies = try settings.bool("diversify", default: true)
            evaluatesSendNow = try settings.bool("evaluate_send_now", default: true)
            avoidsWeekends = try settings.bool("avoid_weekends", default: true)
            avoidsHolidays = try settings.bool("avoid_holidays", default: false)
            respectsQuietHours = try settings.bool("respect_quiet_hours", default: true)
            worksOnly = try settings.bool("working_hours_only", default: false)
            explainsScores = try settings.bool("include_score_breakdown", default: true)
        } catch {
            throw SendTimeProblem(error)
        }
    }

    /// The settings that are numbers.
    private struct Numbers {
        var interval = 30
        var count = 3
        var horizonDays: Int64?
        var spacing: Int64 = 120
        var delay: Int64 = 0

        init(_ settings: SettingsReader) throws(SendTimeProblem) {
            if let value = try Self.integer(settings, "candidate_interval_minutes") {
                guard let known = [5, 10, 15, 30, 60].first(where: { Int64($0) == value }) else {
                    throw .unsupportedCandidateInterval(field: settings.field("candidate_interval_minutes"))
                }
                interval = known
            }
            if let value = try Self.integer(settings, "suggestion_count") {
                guard (1...10).contains(value) else {
                    throw .invalidSuggestionCount(field: settings.field("suggestion_count"))
                }
                count = Int(value)
            }
            if let value = try Self.integer(settings, "search_horizon_days") {
                guard value >= 1 else { throw .invalidSearchHorizon(field: settings.field("search_horizon_days")) }
                horizonDays = min(value, Limits.horizonDays)
            }
            spacing = try Self.minutes(settings, "minimum_spacing_minutes") ?? spacing
            delay = try Self.minutes(settings, "minimum_delay_minutes") ?? delay
        }

        private static func integer(_ settings: SettingsReader, _ key: String) throws(SendTimeProblem) -> Int64? {
            do { return try settings.integer(key) } catch { throw SendTimeProblem(error) }
        }

        private static func minutes(_ settings: SettingsReader, _ key: String) throws(SendTimeProblem) -> Int64? {
            guard let value = try integer(settings, key) else { return nil }
            guard (0...Int64(Limits.days30InMinutes)).contains(value) else {
                throw .outOfRange(field: settings.field(key), range: 0...Limits.days30InMinutes)
            }
            return value
        }
    }
}

extension RawSendTime {
    /// The zones of everyone, the sender's checked first.
    fileprivate func zones() throws(SendTimeProblem) -> (sender: Zone?, recipients: [Zone]) {
        var senderZone: Zone?
        if let sender {
            guard let zone = Zone(identifier: sender.timezone ?? "") else { throw .invalidSenderTimeZone }
            senderZone = zone
        }
        var zones: [Zone] = []
        for (index, recipient) in recipients.enumerated() {
            let name = Self.shownName(recipient, index)
            guard let text = recipient.timezone, !text.isEmpty else {
                throw .missingRecipientTimeZone(index: index, name: name)
            }
            guard let zone = Zone(identifier: text) else { throw .invalidRecipientTimeZone(index: index, name: name) }
            zones.append(zone)
        }
        return (senderZone, zones)
    }

    /// What a problem calls a recipient: the id, else the name, else the place.
    private static func shownName(_ party: Party, _ index: Int) -> String {
        [party.id, party.name].compactMap(\.self).first { !$0.isEmpty } ?? "recipient_\(zeroPadded(index + 1))"
    }

    fileprivate func reference(_ now: Instant) throws(SendTimeProblem) -> Instant {
        guard let referenceTime else { return now }
        guard let instant = Self.instant(referenceTime) else { throw .invalidReferenceTime }
        return instant
    }

    /// A time around which a whole search, in any zone, lies in the years that RFC 3339 can write.
    private static func instant(_ text: String) -> Instant? {
        guard let instant = Instant(rfc3339: text), (instant - .days(1)).isWritable,
            (instant + .days(SendTimeRequest.Limits.horizonDays + 1)).isWritable
        else { return nil }
        return instant
    }

    /// From the later of reference and earliest to the end of the horizon or to the latest, whichever comes first;
    /// empty when the latest has passed. Without a horizon of its own, a latest time may lie up to 30 days ahead.
    fileprivate func window(_ reference: Instant, horizonDays: Int64?) throws(SendTimeProblem) -> Range<Instant> {
        let earliest = try bound("earliest_send_at")
        let latest = try bound("latest_send_at")
        if let earliest, let latest, latest <= earliest {
            throw .emptySearchWindow(field: settings.field("latest_send_at"))
        }
        let start = max(reference, earliest ?? reference)
        let days = horizonDays ?? (latest == nil ? 7 : SendTimeRequest.Limits.horizonDays)
        let end = start + .days(days)
        return start..<max(start, min(end, latest ?? end))
    }

    private func bound(_ key: String) throws(SendTimeProblem) -> Instant? {
        let text: String?
        do { text = try settings.string(key) } catch { throw SendTimeProblem(error) }
        guard let text else { return nil }
        guard let instant = Self.instant(text) else { throw .invalidWindowBound(field: settings.field(key)) }
        return instant
    }

    fileprivate func checkedCoverage() throws(SendTimeProblem) -> CoverageStrategy {
        if let ratio = coverage.ratio, !(ratio.value > 0 && ratio.value <= 1) {
            throw .invalidCoverageRatio(field: ratio.field)
        }
        guard let strategy = coverage.strategy else { return .allRecipients }
        switch strategy.text {
        case "all_recipients": return .allRecipients
        case "primary_recipients": return .primaryRecipients
        case "majority": return .majority(coverage.ratio?.value ?? 0.5)
        case "best_effort": return .bestEffort
        default: throw .invalidCoverageStrategy(field: strategy.field, value: strategy.text)
        }
    }

    fileprivate func checkMessage() throws(SendTimeProblem) {
        guard let messageText, messageText.unicodeScalars.count > SendTimeRequest.Limits.messageCharacters else {
            return
        }
        throw .messageTooLong(field: messageField)
    }

    fileprivate func checkBusyCount() throws(SendTimeProblem) {
        var count = 0
        for party in recipients + [sender].compactMap(\.self) {
            count += party.busy.count
            if count > SendTimeRequest.Limits.busyIntervals {
                throw .tooManyBusyIntervals(field: "\(party.field).busy_intervals")
            }
        }
    }

    fileprivate func checkedPriority() throws(SendTimeProblem) -> MessagePriority {
        guard let priority else { return .normal }
        guard let known = MessagePriority(rawValue: priority.text) else {
            throw .invalidPriority(field: priority.field, value: priority.text)
        }
        return known
    }

    fileprivate func checkedSender(_ zone: Zone?) throws(SendTimeProblem) -> MessageParty? {
        guard let sender, let zone else { return nil }
        return try sender.checked(id: "sender", zone)
    }

    fileprivate func checkedRecipients(_ zones: [Zone]) throws(SendTimeProblem) -> [MessageParty] {
        var parties: [MessageParty] = []
        for (index, zone) in zones.enumerated() {
            parties.append(try recipients[index].checked(id: "recipient_\(zeroPadded(index + 1))", zone))
        }
        return parties
    }
}
