internal import CivilTime

/// Why a time is no candidate.
enum SendTimeRejection: String, CaseIterable, Hashable, Sendable {
    case belowMinimumDelay = "BELOW_MINIMUM_DELAY"
    case recipientOutsideWorkingHours = "RECIPIENT_OUTSIDE_WORKING_HOURS"
    case recipientQuietHours = "RECIPIENT_QUIET_HOURS"
    case senderQuietHours = "SENDER_QUIET_HOURS"
    case weekend = "WEEKEND"
    case holiday = "HOLIDAY"
    case insufficientRecipientCoverage = "INSUFFICIENT_RECIPIENT_COVERAGE"
    case calendarBusy = "CALENDAR_BUSY"
}

/// What one instant is worth to the parties of a request.
struct SendTimeEvaluation: Sendable {
    let instant: Instant
    /// The sender's moment; nil without a sender.
    let sender: LocalMoment?
    /// The recipients' moments, in their order.
    let recipients: [LocalMoment]
    /// How many recipients nothing speaks against.
    let validCount: Int
    let rejection: SendTimeRejection?
    let score: CandidateScore
}

/// Judges instants by the rules of a request.
struct SendTimeEvaluator: Sendable {
    let request: SendTimeRequest
    /// The zones of the recipients, each once, and for each recipient its place among them.
    private let zones: [Zone]
    private let zonePlaces: [Int]
    private let primaries: [Int]

    init(_ request: SendTimeRequest) {
        self.request = request
        var places: [Zone: Int] = [:]
        var zones: [Zone] = []
        zonePlaces = request.recipients.map { party in
            if let place = places[party.zone] { return place }
            places[party.zone] = zones.count
            zones.append(party.zone)
            return zones.count - 1
        }
        self.zones = zones
        let marked = request.recipients.indices.filter { request.recipients[$0].isPrimary }
        // Where nobody is marked, the first is the one it is for.
        primaries = marked.isEmpty ? [0] : marked
    }

    func evaluate(_ instant: Instant) -> SendTimeEvaluation {
        let moments = zones.map { LocalMoment(instant, in: $0) }
        let recipients = zonePlaces.map { moments[$0] }
        let sender = request.sender.map { LocalMoment(instant, in: $0.zone) }
        let rejections = recipients.indices.map { rejection(request.recipients[$0], recipients[$0]) }
        let validCount = rejections.count { $0 == nil }
        return SendTimeEvaluation(
            instant: instant, sender: sender, recipients: recipients, validCount: validCount,
            rejection: rejection(instant, sender, rejections, validCount),
            score: score(instant, sender, recipients, validCount))
    }

    // MARK: Rejections

    private func rejection(
        _ instant: Instant, _ sender: LocalMoment?, _ recipients: [SendTimeRejection?], _ validCount: Int
    ) -> SendTimeRejection? {
        if instant < request.referenceTime + request.minimumDelay { return .belowMinimumDelay }
        if let party = request.sender, let sender {
            if request.respectsQuietHours, party.quietHours?.contains(sender) == true { return .senderQuietHours }
            if party.busy.contains(instant) { return .calendarBusy }
        }
        switch request.coverage {
        case .allRecipients: return recipients.compactMap(\.self).first
        case .primaryRecipients: return primaries.compactMap { recipients[$0] }.first
        case .majority(let share):
            let ratio = Double(validCount) / Double(recipients.count)
            return ratio < share ? .insufficientRecipientCoverage : nil
        case .bestEffort: return validCount == 0 ? .insufficientRecipientCoverage : nil
        }
    }

    /// What speaks against a moment of one recipient.
    private func rejection(_ party: MessageParty, _ moment: LocalMoment) -> SendTimeRejection? {
        if request.avoidsWeekends, moment.isWeekend { return .weekend }
        if request.avoidsHolidays, party.holidays.contains(moment.dateTime.date) { return .holiday }
        if request.respectsQuietHours, party.quietHours?.contains(moment) == true { return .recipientQuietHours }
        if request.worksOnly, !isWorking(party, moment) { return .recipientOutsideWorkingHours }
        return party.busy.contains(moment.instant) ? .calendarBusy : nil
    }

    /// Nobody works on a holiday of theirs.
    func isWorking(_ party: MessageParty, _ moment: LocalMoment) -> Bool {
        party.workingHours.contains(moment) && !party.holidays.contains(moment.dateTime.date)
    }

    // MARK: Score

    private func score(
        _ instant: Instant, _ sender: LocalMoment?, _ recipients: [LocalMoment], _ validCount: Int
    ) -> CandidateScore {
        var (working, preferred, penalties) = (0.0, 0.0, 0.0)
        for (party, moment) in zip(request.recipients, recipients) {
            let isWorking = isWorking(party, moment)
            if isWorking { working += 1 }
            // Who names no window prefers working hours.
            if party.preferredWindows.isEmpty ? isWorking : isPreferred(party, moment) { preferred += 1 }
            penalties += CandidateScore.penalty(party, moment)
        }
        let count = Double(recipients.count)
        let isLate = instant - request.referenceTime > .hours(48)
        let isPressing = request.priority == .high || request.priority == .urgent
        var score = CandidateScore()
        score.workingHours = CandidateScore.Weight.workingHours * working / count
        score.preferredWindow = CandidateScore.Weight.preferredWindow * preferred / count
        // Without a sender there is nobody to be absent.
        let senderWorks = request.sender.flatMap { party in sender.map { isWorking(party, $0) } } ?? true
        score.senderOverlap = senderWorks ? CandidateScore.Weight.senderOverlap : 0
        score.coverage = CandidateScore.Weight.coverage * Double(validCount) / count
        score.priority = CandidateScore.Weight.priority * request.priority.share
        score.delay = CandidateScore.Weight.delay * promptness(instant)
        score.day = CandidateScore.Weight.day * (recipients.first.map(CandidateScore.dayShare) ?? 0)
        score.penalties = penalties / count + (isLate && isPressing ? CandidateScore.Penalty.lateForPriority : 0)
        return score
    }

    func isPreferred(_ party: MessageParty, _ moment: LocalMoment) -> Bool {
        party.preferredWindows.contains { $0.contains(moment) }
    }

    /// 1 at the beginning of the search window, 0 at its end.
    private func promptness(_ instant: Instant) -> Double {
        let length = (request.windowEnd - request.windowStart).milliseconds
        guard length > 0 else { return 1 }
        let passed = (instant - request.windowStart).milliseconds
        return 1 - min(max(Double(passed) / Double(length), 0), 1)
    }
}
