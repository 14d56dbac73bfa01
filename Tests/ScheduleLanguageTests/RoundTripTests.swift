import CivilTime
import Cron
import ScheduleLanguage
import Testing

/// A cron is described, the description is read, and the runs are the same.
@Suite struct RoundTripTests {
    static let zones = ["UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"]

    @Test(arguments: [UInt64(1), 2, 3, 4]) func generatedCronsComeBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var compared = 0
        for _ in 0..<500 {
            let cron = Self.cron(using: &generator)
            let zone = try #require(Zone(identifier: Self.zones.randomElement(using: &generator) ?? "UTC"))
            let now = Instant(
                milliseconds: 1_767_000_000_000 + Int64.random(in: 0..<40_000_000, using: &generator) * 1000)
            let sentence = try #require(describe(cron), "\(cron)")
            guard sentence.utf8.count <= ScheduleRequest.maximumPromptBytes else { continue }
            compared += 1
            guard case .jobs(let jobs) = schedule(ScheduleRequest(prompt: sentence, zone: zone, now: now)) else {
                Issue.record("\(cron) is '\(sentence)', which is refused")
                continue
            }
            let spec = try CronSpec(parsing: cron)
            var expected: [Instant] = []
            var next = spec.next(after: now, in: zone)
            while let run = next, expected.count < 50 {
                expected.append(run)
                next = spec.next(after: run, in: zone)
            }
            #expect(Judge.runs(of: jobs, after: now, limit: 50) == expected, "\(cron) is '\(sentence)'")
        }
        #expect(compared > 400)
    }

    /// What cannot be said in a sentence is not said wrongly.
    @Test(arguments: ["0 9 1 * 1", "* * * *", "0 9 L * *", "61 * * * *", "", "0 9 * * 1#1", "@daily"])
    func whatNoSentenceSaysIsNotDescribed(cron: String) {
        #expect(describe(cron) == nil)
    }

    @Test(arguments: [
        ("*/5 * * * *", "every 5 minutes"), ("0 9 * * 1-5", "at 09:00 on weekdays"),
        ("30 18 1,15 * *", "at 18:30 on the 1st and 15th of every month"),
        ("0 * * * *", "every hour"), ("0 8,20 * 6 *", "at 08:00 and 20:00 every day in June"),
        ("*/10 9-16 * * 1", "every 10 minutes between 09:00 and 16:59 on Mondays"),
    ])
    func sentencesReadWell(cron: String, sentence: String) {
        #expect(describe(cron) == sentence)
    }

    private static func cron(using generator: inout SeededGenerator) -> String {
        let minute =
            [
                "*", "*/5", "*/15", "*/30", "0", "\(Int.random(in: 0...59, using: &generator))",
                "\(Int.random(in: 0...29, using: &generator)),\(Int.random(in: 30...59, using: &generator))",
            ].randomElement(using: &generator) ?? "0"
        let start = Int.random(in: 0...20, using: &generator)
        let hour =
            [
                "*", "*/2", "*/6", "\(Int.random(in: 0...23, using: &generator))", "\(start)-\(start + 3)",
                "\(start % 11),\(start % 11 + 12)",
                "9-17",
            ].randomElement(using: &generator) ?? "9"
        let weekday =
            ["*", "*", "1-5", "0,6", "\(Int.random(in: 0...6, using: &generator))", "1,3,5", "2-4"].randomElement(
                using: &generator) ?? "*"
        let day =
            weekday == "*"
            ? ["*", "*", "1", "15", "1,15", "\(Int.random(in: 1...28, using: &generator))", "1-7"].randomElement(
                using: &generator) ?? "*" : "*"
        let month =
            ["*", "*", "*", "\(Int.random(in: 1...12, using: &generator))", "1,4,7,10", "6-8"].randomElement(
                using: &generator) ?? "*"
        return "\(minute) \(hour) \(day) \(month) \(weekday)"
    }
}
