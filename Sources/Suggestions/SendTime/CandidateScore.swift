internal import CivilTime

/// How good a time is, part by part.
///
/// Documented: server-behaviour 10.5, "score weights" and "penalties". Where a part looks at recipients, it counts the
/// share of them for whom it holds; the day is the first recipient's.
struct CandidateScore: Hashable, Sendable {
    /// What each part adds, at most its weight.
    var workingHours = 0.0
    var preferredWindow = 0.0
    var senderOverlap = 0.0
    var coverage = 0.0
    var priority = 0.0
    var delay = 0.0
    var day = 0.0
    /// What is taken off, 0 or more.
    var penalties = 0.0

    /// In hundredths, 0 to 100.
    var hundredths: Int {
        let sum = workingHours + preferredWindow + senderOverlap + coverage + priority + delay + day - penalties
        return Int((min(max(sum, 0), 1) * 100).rounded())
    }

    /// The weights of the parts.
    enum Weight {
        static let workingHours = 0.30
        static let preferredWindow = 0.20
        static let senderOverlap = 0.15
        static let coverage = 0.15
        static let priority = 0.10
        static let delay = 0.05
        static let day = 0.05
    }

    /// What speaks against a time.
    enum Penalty {
        static let lunch = 0.10
        static let endOfWork = 0.10
        static let startOfWork = 0.03
        static let nearQuietHours = 0.10
        static let fridayAfternoon = 0.10
        static let lateForPriority = 0.15
        static let avoidedWindow = 0.10
    }

    /// What is taken off for one recipient at a moment of theirs.
    static func penalty(_ party: MessageParty, _ moment: LocalMoment) -> Double {
        var sum = 0.0
        if moment.dateTime.hour == 12 { sum += Penalty.lunch }
        if let left = party.workingHours.minutesUntilEnd(moment), left <= 30 { sum += Penalty.endOfWork }
        if let since = party.workingHours.minutesSinceStart(moment), since < 15 { sum += Penalty.startOfWork }
        if let quiet = party.quietHours, !quiet.contains(moment), quiet.isNearEdge(moment, minutes: 30) {
            sum += Penalty.nearQuietHours
        }
        if moment.weekday == 5, moment.dateTime.hour >= 15 { sum += Penalty.fridayAfternoon }
        if party.avoidedWindows.contains(where: { $0.contains(moment) }) { sum += Penalty.avoidedWindow }
        return sum
    }

    /// Weekends .2, Fridays .5, other days 1.
    static func dayShare(_ moment: LocalMoment) -> Double {
        if moment.isWeekend { return 0.2 }
        return moment.weekday == 5 ? 0.5 : 1
    }
}
