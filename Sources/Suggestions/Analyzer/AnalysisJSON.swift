internal import CivilTime
internal import WireJSON

/// Writes an analysis as the real server does, every key in its order.
///
/// Documented: server-behaviour 10.4, "Response 200".
struct AnalysisWriter {
    let request: AnalyzerRequest
    let participants: JSON

    init(_ request: AnalyzerRequest) {
        self.request = request
        participants = .array(request.roster.participants.map(Self.person))
    }

    func json(_ analysis: Analysis, requestID: String, analyzedAt: Instant) -> JSON {
        let shown = analysis.suggestions.filter { $0.status == .open || request.options.includesResolved }
        return [
            "request_id": .string(requestID),
            "conversation_id": request.conversationID.map(JSON.string) ?? .null,
            "analyzed_at": .string(analyzedAt.isoText(offsetSeconds: 0)),
            "suggestions": .array(shown.map(suggestion)),
            "obligations": .array(shown.map(obligation)),
            "warnings": .array(analysis.warnings.map(Self.warning)),
            "engine": ["engine_version": "1.0.0", "rule_set_version": "2026-07-01"],
        ]
    }

    // MARK: Suggestions

    private func suggestion(_ suggestion: Suggestion) -> JSON {
        [
            "id": .string(Self.id("sug", suggestion.number)),
            "type": .string(suggestion.rule.type.rawValue),
            "status": .string(suggestion.status.rawValue),
            "actor": actor(suggestion.actor.actor),
            "requested_by": suggestion.actor.requester.map { Self.person(request.roster.people[$0]) } ?? .null,
            "participants": participants,
            "action": action(suggestion.content.action),
            "object": object(suggestion.content.thing),
            "temporal": temporal(suggestion.temporal),
            "recommended_action": [
                "type": "CREATE_REMINDER", "remind_at": .string(suggestion.temporal.dueText),
            ],
            "confidence": .double(Double(suggestion.factors.confidence) / 100),
            "reason": .string(AnalysisReason.text(for: suggestion, request.roster)),
            "evidence": .array(suggestion.evidence.map(evidence)),
            "rule_ids": [
                .string(suggestion.rule.id),
                suggestion.temporal.inference == nil ? "temporal.explicit_date" : "temporal.inferred",
            ],
            "explanation": explanation(suggestion),
            "created_at": .string(suggestion.createdAt.text),
        ]
    }

    private static func person(_ person: Participant) -> JSON {
        ["id": person.id.map(JSON.string) ?? .null, "display_name": .string(person.displayName)]
    }

    private func actor(_ actor: ActorResolution.Actor) -> JSON {
        switch actor {
        case .person(let place): Self.person(request.roster.people[place])
        case .unresolved: ["id": .null, "display_name": "UNRESOLVED"]
        case .nobody: .null
        }
    }

    private func action(_ action: Action?) -> JSON {
        ["lemma": action.map { .string($0.lemma) } ?? .null, "surface": action.map { .string($0.surface) } ?? .null]
    }

    private func object(_ thing: Thing?) -> JSON {
        [
            "text": thing.map { .string($0.text) } ?? .null,
            "normalized": thing.map { .string($0.text.lowercased()) } ?? .null,
            "resolved": .bool(thing.map { !$0.isAmbiguous } ?? false),
        ]
    }

    private func temporal(_ reading: TemporalReading) -> JSON {
        var members: JSONObject = [
            "source_text": reading.sourceText.map(JSON.string) ?? .null,
            "type": .string(reading.kind),
            "due_at": .string(reading.dueText),
            "timezone": .string(reading.zone.identifier),
            "precision": .string(reading.precision.rawValue),
            "is_inferred": .bool(reading.inference != nil),
        ]
        if let inference = reading.inference { members.append("inference_policy", .string(inference.rawValue)) }
        if reading.inference == .laterToday { members.append("ambiguous", true) }
        return .object(members)
    }

    private func evidence(_ evidence: Suggestion.Evidence) -> JSON {
        [
            "message_id": .string(evidence.messageID), "text": .string(evidence.text), "start": 0,
            "end": .int(Int64(evidence.length)),
        ]
    }

    private func explanation(_ suggestion: Suggestion) -> JSON {
        let thing = suggestion.content.thing
        let factors = suggestion.factors.named.map { (key: $0.name, value: JSON.bool($0.applies)) }
        return [
            "actor_resolution": .string(suggestion.actor.method.rawValue),
            "action_resolution": suggestion.content.action == nil ? "none" : "verb",
            "object_resolution": thing.map { $0.isAmbiguous ? "pronoun" : "noun_phrase" } ?? "none",
            "temporal_resolution": .string(suggestion.temporal.inference?.rawValue ?? "explicit"),
            "time_inferred": .bool(suggestion.temporal.inference != nil),
            "confidence_factors": .object(JSONObject(factors)),
        ]
    }

    // MARK: Obligations and warnings

    private func obligation(_ suggestion: Suggestion) -> JSON {
        [
            "id": .string(Self.id("obl", suggestion.number)),
            "status": .string(suggestion.status.rawValue),
            "suggestion_id": .string(Self.id("sug", suggestion.number)),
            "type": .string(suggestion.rule.type.rawValue),
            "due_at": .string(suggestion.temporal.dueText),
        ]
    }

    private static func warning(_ warning: Analysis.Warning) -> JSON {
        var members: JSONObject = ["message_id": .string(warning.messageID), "code": .string(warning.code.rawValue)]
        if let reason = warning.reason { members.append("reason", .string(reason)) }
        return .object(members)
    }

    /// `sug_001`.
    private static func id(_ prefix: String, _ number: Int) -> String { "\(prefix)_\(zeroPadded(number))" }
}
