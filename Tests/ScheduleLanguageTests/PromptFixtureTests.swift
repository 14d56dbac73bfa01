import CivilTime
import Foundation
import ScheduleLanguage
import Testing

/// The cases of `Fixtures/prompts`: each answer is compared by its next fifty runs.
@Suite struct PromptFixtureTests {
    /// Every case with its verdict, judged once.
    static let judged: Result<[(row: PromptCase, verdict: Judge.Verdict)], any Error> = Result {
        try PromptCase.all().map { ($0, Judge($0).verdict) }
    }

    @Test func everyCaseIsAnsweredRight() throws {
        for (row, verdict) in try Self.judged.get() where verdict != .right {
            Issue.record("\(row.testDescription) [\(row.category)]: \(verdict)")
        }
    }

    @Test func thereAreCasesOfAllCategories() throws {
        let cases = try PromptCase.all()
        #expect(cases.count >= 600)
        #expect(Set(cases.map(\.category)).count >= 33)
    }

    /// A wrong schedule counts twice as bad as a refusal.
    @Test func theSetScoresNinetyFivePercent() throws {
        let cases = try Self.judged.get()
        var score = 0
        for (_, verdict) in cases {
            switch verdict {
            case .right: score += 1
            case .refused: break
            case .wrong: score -= 1
            }
        }
        #expect(Double(score) >= 0.95 * Double(cases.count), "\(score) of \(cases.count)")
    }

    @Test func fieldsFollowTheWords() throws {
        for row in try PromptCase.all() where !row.fields.isEmpty {
            guard case .jobs(let jobs) = Judge(row).answer, let job = jobs.first else {
                Issue.record("\(row.testDescription): no job")
                continue
            }
            let fields = try #require(try JSONSerialization.jsonObject(with: Data(row.fields.utf8)) as? [String: Any])
            for (name, value) in fields {
                let given: String =
                    switch name {
                    case "kind": job.kind.rawValue
                    case "delivery": job.delivery.rawValue
                    case "recurrence": job.recurrence.rawValue
                    case "channel": job.channel.hasPrefix("#") ? String(job.channel.dropFirst()) : job.channel
                    case "recipients": job.recipients.joined(separator: ",")
                    default: ""
                    }
                #expect(
                    given == (value as? String ?? (value as? [String])?.joined(separator: ",")),
                    "\(row.testDescription): \(name)")
            }
        }
    }

    @Test func everyJobKeepsTheContract() throws {
        for row in try PromptCase.all() {
            guard case .jobs(let jobs) = Judge(row).answer else { continue }
            #expect(!jobs.isEmpty)
            for job in jobs { expectContract(job, row) }
        }
    }

    /// Dates carry the zone's offset, crons have five fields, `nextRunAt` is the first run within the bounds.
    private func expectContract(_ job: JobConfiguration, _ row: PromptCase) {
        let zone = Zone(identifier: job.timezone)
        #expect(zone != nil)
        for text in [job.nextRunAt, job.startDate, job.endDate].compactMap(\.self) {
            let instant = Instant(rfc3339: text)
            #expect(instant != nil)
            if let zone, let instant {
                let offset = zone.offsetSeconds(at: instant)
                #expect(text.hasSuffix("Z") == (zone == .utc), "\(row.testDescription): \(text)")
                if offset != 0 { #expect(text.contains(offset < 0 ? "-" : "+")) }
            }
        }
        guard let next = job.nextRunAt.flatMap({ Instant(rfc3339: $0) }) else {
            Issue.record("\(row.testDescription): no nextRunAt")
            return
        }
        #expect(next > row.now, "\(row.testDescription)")
        if let cron = job.cronExpression {
            #expect(cron.split(separator: " ").count == 5, "\(row.testDescription)")
            var repeating = job
            repeating.recurrence = .daily
            #expect(Judge.runs(of: repeating, after: row.now, limit: 1) == [next], "\(row.testDescription): \(cron)")
        } else {
            #expect(job.startDate == job.nextRunAt)
        }
        #expect(Set(job.metadata.map(\.key)).count == job.metadata.count)
    }
}
