internal import CivilTime

/// What a search found.
struct SendTimeResult: Sendable {
    /// One suggested time.
    struct Suggestion: Sendable {
        let evaluation: SendTimeEvaluation
        /// Sent at once because the message is urgent, whatever the hour.
        let isImmediate: Bool
    }

    /// The best first; at most as many as asked for.
    let suggestions: [Suggestion]
    let generatedCount: Int
    let rejections: [SendTimeRejection: Int]
    /// The reference time itself, if it was to be judged.
    let sendNow: SendTimeEvaluation?

    var rejectedCount: Int { rejections.values.reduce(0, +) }
}

/// Looks through the window of a request for the best times.
///
/// Documented: server-behaviour 10.5. Candidates are the multiples of the interval, counted from midnight UTC, from the
/// beginning of the window to its end, both included: 8,641 at most (30 days in steps of five minutes).
struct SendTimeSearch {
    private let evaluator: SendTimeEvaluator

    private struct Candidate {
        let instant: Instant
        /// The score in hundredths.
        let score: Int
    }

    init(_ request: SendTimeRequest) { evaluator = SendTimeEvaluator(request) }

    private var request: SendTimeRequest { evaluator.request }

    func run() -> SendTimeResult {
        var candidates: [Candidate] = []
        var rejections: [SendTimeRejection: Int] = [:]
        let instants = candidateInstants()
        for instant in instants {
            let evaluation = evaluator.evaluate(instant)
            if let rejection = evaluation.rejection {
                rejections[rejection, default: 0] += 1
            } else {
                candidates.append(Candidate(instant: instant, score: evaluation.score.hundredths))
            }
        }
        candidates.sort { ($1.score, $0.instant) < ($0.score, $1.instant) }
        let now = evaluator.evaluate(request.referenceTime)
        return SendTimeResult(
            suggestions: choose(candidates, now), generatedCount: instants.count, rejections: rejections,
            sendNow: request.evaluatesSendNow ? now : nil)
    }

    /// The multiples of the interval in the window.
    private func candidateInstants() -> [Instant] {
        let step = Int64(request.intervalMinutes) * 60_000
        let start = request.windowStart.milliseconds
        let rest = (start % step + step) % step
        let first = request.windowStart + Span(milliseconds: rest == 0 ? 0 : step - rest)
        let room = (request.windowEnd - first).milliseconds
        guard room >= 0 else { return [] }
        return (0...(room / step)).map { first + Span(milliseconds: $0 * step) }
    }

    /// The best candidates, no two closer than the minimum spacing. When they shall differ, each part of a day gives
    /// one, and more only if there are not enough parts.
    private func choose(_ candidates: [Candidate], _ now: SendTimeEvaluation) -> [SendTimeResult.Suggestion] {
        let isUrgent = request.priority == .urgent
        var chosen: [Candidate] = []
        var kept: [Instant] = isUrgent ? [now.instant] : []
        let zone = request.recipients.first?.zone ?? .utc
        var parts: Set<PartOfDay> = isUrgent ? [PartOfDay(now.instant, in: zone)] : []
        for isSecondRound in request.diversifies ? [false, true] : [true] {
            for candidate in candidates {
                guard kept.count < request.suggestionCount else { break }
                guard kept.allSatisfy({ isApart($0, candidate.instant) }) else { continue }
                let part = PartOfDay(candidate.instant, in: zone)
                guard parts.insert(part).inserted || isSecondRound else { continue }
                kept.append(candidate.instant)
                chosen.append(candidate)
            }
        }
        chosen.sort { ($1.score, $0.instant) < ($0.score, $1.instant) }
        let ranked = chosen.map {
            SendTimeResult.Suggestion(evaluation: evaluator.evaluate($0.instant), isImmediate: false)
        }
        return isUrgent ? [SendTimeResult.Suggestion(evaluation: now, isImmediate: true)] + ranked : ranked
    }

    private func isApart(_ one: Instant, _ other: Instant) -> Bool {
        one != other && (one < other ? other - one : one - other) >= request.minimumSpacing
    }
}

/// A morning, afternoon or evening of some day.
struct PartOfDay: Hashable {
    enum Name: String { case morning, afternoon, evening }

    let date: CivilDate
    let name: Name

    init(_ moment: LocalMoment) {
        date = moment.dateTime.date
        name = moment.dateTime.hour < 12 ? .morning : moment.dateTime.hour < 17 ? .afternoon : .evening
    }

    init(_ instant: Instant, in zone: Zone) { self.init(LocalMoment(instant, in: zone)) }

    /// "Today morning", "Tomorrow afternoon", "Monday evening".
    func label(seenFrom today: CivilDate, dayName: String) -> String {
        switch date.daysSinceEpoch - today.daysSinceEpoch {
        case 0: "Today \(name.rawValue)"
        case 1: "Tomorrow \(name.rawValue)"
        default: "\(dayName) \(name.rawValue)"
        }
    }
}
