internal import CivilTime
internal import WireJSON

/// Writes the result of a search as the real server does, every key in its order.
///
/// Documented: server-behaviour 10.5, "Response 200". Times of the search are in UTC, those of people in their zones.
struct SendTimeWriter {
    let request: SendTimeRequest
    let evaluator: SendTimeEvaluator

    init(_ request: SendTimeRequest) {
        self.request = request
        evaluator = SendTimeEvaluator(request)
    }

    func json(_ result: SendTimeResult, requestID: String) -> JSON {
        let suggestions = result.suggestions.enumerated().map { suggestion($0.element, rank: $0.offset + 1) }
        var members: JSONObject = [
            "request_id": .string(requestID),
            "reference_time": .string(request.referenceTime.rfc3339()),
            "policy": ["id": "default_send_time", "version": "1.0.0"],
            "engine": ["version": "1.0.0", "timezone_database_version": "system"],
            "suggestions": .array(suggestions),
            "search": search(result),
        ]
        if !result.rejections.isEmpty { members.append("rejected_summary", rejectedSummary(result)) }
        if result.suggestions.isEmpty { members.append("no_suggestion", noSuggestion(result)) }
        if let now = result.sendNow { members.append("send_now", sendNow(now)) }
        members.append("warnings", .array(warnings()))
        if let metadata = request.metadata { members.append("metadata", .object(metadata)) }
        return .object(members)
    }

    // MARK: One suggestion

    private func suggestion(_ suggestion: SendTimeResult.Suggestion, rank: Int) -> JSON {
        let evaluation = suggestion.evaluation
        let isImmediate = suggestion.isImmediate
        var members: JSONObject = [
            "id": .string("sts_\(zeroPadded(rank))"),
            "send_at": .string(evaluation.instant.rfc3339()),
            "label": .string(isImmediate ? "Send now" : label(evaluation)),
            "score": Self.decimal(isImmediate ? 100 : evaluation.score.hundredths),
            "rank": .int(Int64(rank)),
            "reason": .string(isImmediate ? Self.urgentReason : reason(evaluation)),
        ]
        if let sender = request.sender, let moment = evaluation.sender {
            members.append("sender_local", .object(local(sender, moment)))
        }
        members.append("recipient_local_times", recipientTimes(evaluation))
        members.append("coverage", coverage(evaluation))
        if request.explainsScores, !isImmediate { members.append("score_breakdown", breakdown(evaluation.score)) }
        let flags = isImmediate ? ["IMMEDIATE_SEND_RECOMMENDED", "URGENT_MESSAGE"] : flags(evaluation)
        if !flags.isEmpty { members.append("flags", .array(flags.map(JSON.string))) }
        return .object(members)
    }

    static let urgentReason = "The message is urgent and should be sent immediately."

    private func label(_ evaluation: SendTimeEvaluation) -> String {
        guard let first = evaluation.recipients.first else { return "" }
        let today = first.zone.civil(at: request.referenceTime).date
        return PartOfDay(first).label(seenFrom: today, dayName: first.dayName)
    }

    /// One sentence: who is at work, who prefers the time, whether the sender is there.
    private func reason(_ evaluation: SendTimeEvaluation) -> String {
        let pairs = Array(zip(request.recipients, evaluation.recipients))
        let working = pairs.count { evaluator.isWorking($0, $1) }
        var parts = [
            working == pairs.count
                ? "Within working hours for all recipients"
                : "Within working hours for \(working) of \(pairs.count) recipients"
        ]
        if pairs.contains(where: { evaluator.isPreferred($0, $1) }) { parts.append("in a preferred window") }
        if senderOverlaps(evaluation) { parts.append("while the sender is working") }
        return parts.joined(separator: ", ") + "."
    }

    func recipientTimes(_ evaluation: SendTimeEvaluation) -> JSON {
        .array(
            zip(request.recipients, evaluation.recipients).map { party, moment in
                var members: JSONObject = ["recipient_id": .string(party.id)]
                for member in local(party, moment) { members.append(member.key, member.value) }
                return .object(members)
            })
    }

    private func local(_ party: MessageParty, _ moment: LocalMoment) -> JSONObject {
        [
            "datetime": .string(moment.text), "timezone": .string(party.zone.identifier),
            "day": .string(moment.dayCode), "time": .string(moment.clock),
            "within_working_hours": .bool(evaluator.isWorking(party, moment)),
            "within_quiet_hours": .bool(party.quietHours?.contains(moment) ?? false),
            "is_weekend": .bool(moment.isWeekend),
            "is_holiday": .bool(party.holidays.contains(moment.dateTime.date)),
        ]
    }

    private func coverage(_ evaluation: SendTimeEvaluation) -> JSON {
        let total = evaluation.recipients.count
        return [
            "valid_recipients": .int(Int64(evaluation.validCount)), "total_recipients": .int(Int64(total)),
            "ratio": .double((Double(evaluation.validCount) / Double(total) * 100).rounded() / 100),
        ]
    }

    private func breakdown(_ score: CandidateScore) -> JSON {
        func rounded(_ value: Double) -> JSON { .double((value * 1000).rounded() / 1000) }
        return [
            "working_hours": rounded(score.workingHours), "preferred_window": rounded(score.preferredWindow),
            "sender_overlap": rounded(score.senderOverlap), "recipient_coverage": rounded(score.coverage),
            "priority": rounded(score.priority), "delay": rounded(score.delay), "day": rounded(score.day),
            "penalties": rounded(score.penalties),
        ]
    }

    private func flags(_ evaluation: SendTimeEvaluation) -> [String] {
        let pairs = Array(zip(request.recipients, evaluation.recipients))
        var flags: [String] = []
        let startsDay = pairs.contains { party, moment in
            evaluator.isWorking(party, moment) && (party.workingHours.minutesSinceStart(moment) ?? 60) < 60
        }
        if startsDay { flags.append("RECIPIENT_WORKDAY_START") }
        if senderOverlaps(evaluation) { flags.append("SENDER_RECIPIENT_OVERLAP") }
        if pairs.contains(where: { evaluator.isPreferred($0, $1) }) { flags.append("PREFERRED_RECIPIENT_WINDOW") }
        return flags
    }

    /// Whether the sender and at least one recipient are at work.
    private func senderOverlaps(_ evaluation: SendTimeEvaluation) -> Bool {
        guard let sender = request.sender, let moment = evaluation.sender, evaluator.isWorking(sender, moment) else {
            return false
        }
        return zip(request.recipients, evaluation.recipients).contains { evaluator.isWorking($0, $1) }
    }

    static func decimal(_ hundredths: Int) -> JSON { .double(Double(hundredths) / 100) }
}
