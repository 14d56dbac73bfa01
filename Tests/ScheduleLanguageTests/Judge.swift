import CivilTime
import Cron
import Foundation
import ScheduleLanguage

/// Tells whether an answer is right for a case: by its runs, not by its text.
struct Judge {
    enum Verdict: Equatable {
        case right
        /// A schedule that is not the one that was meant.
        case wrong(String)
        /// No schedule where one was meant.
        case refused(String)
    }

    static let runs = 50

    let row: PromptCase
    let answer: ScheduleAnswer

    init(_ row: PromptCase) {
        self.row = row
        var request = ScheduleRequest(prompt: row.phrase, zone: row.zone, now: row.now)
        if let lists = try? JSONDecoder().decode([String: [String]].self, from: Data(row.request.utf8)) {
            request.recipients = lists["recipients"] ?? []
            request.channels = lists["channels"] ?? []
            request.purposes = lists["purposes"] ?? []
            request.events = lists["events"] ?? []
        }
        answer = schedule(request)
    }

    var verdict: Verdict {
        switch answer {
        case .refused(let refusal):
            let decision = refusal.decision.rawValue
            if row.expectation == decision || row.alternatives.contains(decision) { return .right }
            return .refused("\(decision) (\(refusal.reason))")
        case .jobs(let jobs):
            if row.expectation == "ok", matches(jobs, row.crons, row.instants) { return .right }
            for alternative in row.alternatives where matches(jobs, alternative: alternative) { return .right }
            return .wrong(
                jobs.map { "\($0.cronExpression ?? "-") \($0.nextRunAt ?? "-")..\($0.endDate ?? "") \($0.timezone)" }
                    .joined(separator: " ; "))
        }
    }

    private func matches(_ jobs: [JobConfiguration], alternative: String) -> Bool {
        if alternative.hasPrefix("cron:") {
            return matches(jobs, PromptCase.list(String(alternative.dropFirst(5))), [])
        }
        if alternative.hasPrefix("at:") { return matches(jobs, [], PromptCase.list(String(alternative.dropFirst(3)))) }
        return false
    }

    private func matches(_ jobs: [JobConfiguration], _ crons: [String], _ instants: [String]) -> Bool {
        let bounds = row.window.components(separatedBy: "~")
        let ends = bounds[0].components(separatedBy: "..")
        let tolerance = bounds.count > 1 ? Int(bounds[1]) ?? 0 : 0
        let isBounded = ends.count == 2 && !ends[1].isEmpty
        let limit = isBounded ? 400 : Self.runs
        var expected: Set<Instant> = Set(instants.compactMap { Instant(rfc3339: $0) })
        for cron in crons {
            expected.formUnion(
                ReferenceCron(cron, zone: row.zone).runs(
                    after: row.now, from: ends.first.flatMap { Instant(rfc3339: $0) },
                    through: isBounded ? Instant(rfc3339: ends[1]) : nil, limit: limit))
        }
        let wanted = Array(expected.sorted().prefix(limit))
        let given = Self.runs(of: jobs, after: row.now, limit: wanted.count < limit ? wanted.count + 5 : limit)
        if wanted == given { return true }
        let shared = min(wanted.count, given.count)
        return tolerance > 0 && shared > 0 && abs(wanted.count - given.count) <= tolerance
            && wanted.prefix(shared) == given.prefix(shared)
    }

    /// The runs of jobs together: crons by the project's own cron engine, to the minute.
    static func runs(of jobs: [JobConfiguration], after now: Instant, limit: Int) -> [Instant] {
        var result: Set<Instant> = []
        for job in jobs { result.formUnion(runs(of: job, after: now, limit: limit)) }
        return Array(result.sorted().prefix(limit))
    }

    static func runs(of job: JobConfiguration, after now: Instant, limit: Int) -> [Instant] {
        guard job.recurrence != .none else {
            return job.nextRunAt.flatMap { Instant(rfc3339: $0) }.map {
                [Instant(milliseconds: $0.milliseconds / 60_000 * 60_000)]
            } ?? []
        }
        guard let text = job.cronExpression, let spec = try? CronSpec(parsing: text),
            let zone = Zone(identifier: job.timezone)
        else { return [] }
        let end = job.endDate.flatMap { Instant(rfc3339: $0) }
        var next = spec.next(
            atOrAfter: max(now + .milliseconds(1), job.startDate.flatMap { Instant(rfc3339: $0) } ?? now), in: zone)
        var result: [Instant] = []
        let horizon = zone.civil(at: now).date.year + ReferenceCron.horizonYears
        while let run = next, result.count < limit, end.map({ run <= $0 }) ?? true,
            zone.civil(at: run).date.year < horizon
        {
            result.append(run)
            next = spec.next(after: run, in: zone)
        }
        return result
    }
}
