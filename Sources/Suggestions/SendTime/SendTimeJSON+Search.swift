internal import CivilTime
internal import WireJSON

extension SendTimeWriter {
    func search(_ result: SendTimeResult) -> JSON {
        [
            "window_start": .string(request.windowStart.rfc3339()),
            "window_end": .string(request.windowEnd.rfc3339()),
            "candidate_interval_minutes": .int(Int64(request.intervalMinutes)),
            "candidates_generated": .int(Int64(result.generatedCount)),
            "candidates_rejected": .int(Int64(result.rejectedCount)),
            "candidates_scored": .int(Int64(result.generatedCount - result.rejectedCount)),
        ]
    }

    /// Counts by code, in the order of the alphabet, as Go writes maps.
    func rejectedSummary(_ result: SendTimeResult) -> JSON {
        let counts = result.rejections.sorted { $0.key.rawValue < $1.key.rawValue }
        return .object(JSONObject(counts.map { (key: $0.key.rawValue, value: JSON.int(Int64($0.value))) }))
    }

    func noSuggestion(_ result: SendTimeResult) -> JSON {
        let advice = SendTimeRejection.allCases.filter { result.rejections[$0] != nil }.map(\.advice)
        let widen = "Widen the search window with search_horizon_days or latest_send_at."
        return [
            "code": "NO_VALID_CANDIDATES",
            "message": "no candidate time satisfies the constraints within the search window",
            "recommendations": .array((advice + [widen]).map(JSON.string)),
        ]
    }

    /// Recommended for an urgent message, and for a good moment that nothing speaks against.
    func sendNow(_ evaluation: SendTimeEvaluation) -> JSON {
        let isUrgent = request.priority == .urgent
        let hundredths = isUrgent ? 100 : evaluation.score.hundredths
        let isRecommended = isUrgent || evaluation.rejection == nil && hundredths >= 70
        return [
            "recommended": .bool(isRecommended),
            "score": Self.decimal(hundredths),
            "reason": .string(sendNowReason(evaluation, isUrgent: isUrgent, isRecommended: isRecommended)),
            "recipient_local_times": recipientTimes(evaluation),
        ]
    }

    private func sendNowReason(_ evaluation: SendTimeEvaluation, isUrgent: Bool, isRecommended: Bool) -> String {
        if isUrgent { return Self.urgentReason }
        if isRecommended { return "The current time is a good time to send." }
        guard let rejection = evaluation.rejection else { return "A better time to send is coming up." }
        return "The current time is ruled out: \(rejection.rawValue)."
    }

    /// A warning for everyone whose working hours were taken for granted, and one if holidays are to be avoided that
    /// nobody named.
    func warnings() -> [JSON] {
        var warnings: [JSON] = []
        if let sender = request.sender, sender.hasDefaultHours {
            warnings.append(Self.defaultedHours("sender", id: nil))
        }
        for recipient in request.recipients where recipient.hasDefaultHours {
            warnings.append(Self.defaultedHours("recipient \(recipient.id)", id: recipient.id))
        }
        if request.avoidsHolidays, request.recipients.allSatisfy(\.holidays.isEmpty) {
            warnings.append([
                "code": "HOLIDAY_POLICY_UNAVAILABLE",
                "message": "holidays cannot be avoided because no recipient has a list of holidays",
            ])
        }
        return warnings
    }

    private static func defaultedHours(_ who: String, id: String?) -> JSON {
        var members: JSONObject = [
            "code": "RECIPIENT_WORKING_HOURS_DEFAULTED",
            "message": .string("\(who) has no working hours; Monday to Friday, 09:00 to 17:00, was used"),
        ]
        if let id { members.append("recipient_id", .string(id)) }
        return .object(members)
    }
}

extension SendTimeRejection {
    /// What would let more times through.
    fileprivate var advice: String {
        switch self {
        case .belowMinimumDelay: "Lower minimum_delay_minutes."
        case .recipientOutsideWorkingHours: "Set working_hours_only to false, or widen the recipients' working hours."
        case .recipientQuietHours: "Set respect_quiet_hours to false, or shorten the recipients' quiet hours."
        case .senderQuietHours: "Set respect_quiet_hours to false, or shorten the sender's quiet hours."
        case .weekend: "Set avoid_weekends to false."
        case .holiday: "Set avoid_holidays to false."
        case .insufficientRecipientCoverage: "Choose a recipient coverage that asks for fewer recipients."
        case .calendarBusy: "Remove busy intervals, or search a longer window."
        }
    }
}
