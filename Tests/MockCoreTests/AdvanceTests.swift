import CivilTime
import MockCore
import Testing
import WireJSON

/// The law of time and the bounds of an advance. Documented: product decisions, Time.
@Suite struct AdvanceTests {
    /// A busy world: retries, slow outcomes, aggregation, quota, one-time jobs, zones, a task on the clock.
    private func busyWorld() throws -> TestWorld {
        let test = try TestWorld()
        let flaky = test.webhook(["name": "flaky"])
        _ = test.control(
            "PUT", "executors/\(flaky)/outcomes",
            [
                "outcomes": [
                    ["result": "failure", "times": 3], ["result": "success", "delay": "PT7S"], ["result": "timeout"],
                ], "then": "failure",
            ])
        let shared = test.webhook(["name": "shared", "payloadAggregation": true])
        test.job(["spec": "*/7 * * * *", "executorId": .int(flaky), "retryMax": 3])
        for _ in 0..<3 { test.job(["spec": "0 */5 * * * *", "executorId": .int(shared), "retryMax": 1]) }
        test.job(["spec": "30 2 * * *", "timezone": "Europe/Berlin"])
        test.job(["spec": "@every 13m"])
        test.job(["startDate": "2026-01-01T03:33:33Z"])
        test.job(["spec": "0 * * * *", "endDate": "2026-01-01T05:00:00Z"])
        _ = test.control("PUT", "tasks", ["mode": "after", "delay": "PT40M"])
        test.call("POST", "/jobs", [["projectId": 123, "timezone": "UTC", "spec": "*/11 * * * *"]])
        return test
    }

    private func outcome(_ delivery: Delivery) -> Bool { delivery.body.count % 3 != 0 }

    /// advance(a) then advance(b) leaves the same state as advance(a + b), to the byte.
    @Test(arguments: 1...8)
    func stepsDoNotMatter(_ seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let total: Int64 = 8 * 3600
        let whole = try busyWorld()
        try whole.advance(by: "PT\(total)S", outcome: outcome)
        let stepped = try busyWorld()
        var left = total
        while left > 0 {
            let step = min(left, Int64.random(in: 0...3000, using: &numbers))
            try stepped.advance(by: "PT\(step)S", outcome: outcome)
            left -= step
        }
        let expected = whole.control("GET", "state").text
        #expect(expected.count > 10_000)
        #expect(stepped.control("GET", "state").text == expected)
    }

    @Test func theSameCallsGiveTheSameBytes() throws {
        let one = try busyWorld()
        let other = try busyWorld()
        #expect(one.control("GET", "state").text == other.control("GET", "state").text)
        #expect(one.call("GET", "/jobs").text == other.call("GET", "/jobs").text)
    }

    @Test(arguments: [
        (#"{"by":"1h"}"#, 400), (#"{"by":"-PT1H"}"#, 400), (#"{"by":"P99999999999D"}"#, 400),
        (#"{"to":"tomorrow"}"#, 400),
        (#"{"to":"2025-12-31T23:59:59Z"}"#, 400), (#"{"to":"9999-12-31T23:59:59+23:59"}"#, 200), ("{}", 400),
        ("x", 400),
        (#"{"to":"10000-01-01T00:00:00Z"}"#, 400),
    ])
    func aWrongAdvanceMovesNothing(_ body: String, _ status: Int) throws {
        let test = try TestWorld { $0.seed = .empty }
        let before = test.control("GET", "clock").text
        do {
            try test.world.beginAdvance(Array(body.utf8), wall: test.wall)
            #expect(status == 200)
        } catch {
            #expect(error.status == status)
            #expect(!error.hint.isEmpty)
            #expect(test.control("GET", "clock").text == before)
        }
    }

    @Test func tooLongAnAdvanceIsRefusedWithTheNumber() throws {
        let test = try TestWorld { $0.maxEvents = 100 }
        test.job(["spec": "* * * * *"])
        #expect(throws: ControlError.self) { try test.advance(by: "PT2H") }
        do { try test.advance(by: "PT2H") } catch let error as ControlError {
            #expect(error.error == "this advance would run more than 100 events (101 counted)")
            #expect(error.hint.contains("--max-events"))
        }
        #expect(test.control("GET", "clock").json["now"] == "2026-01-01T00:00:00Z")
        #expect(try test.advance(by: "PT1H")["fired"] == 60)
    }

    @Test func aRealClockCannotBeAdvanced() throws {
        let test = try TestWorld { $0.clock = .real }
        #expect(throws: ControlError.self) { try test.advance(by: "PT1H") }
    }

    @Test func aClockSetBackRunsNothingTwice() throws {
        let test = try TestWorld()
        let job = test.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z"])
        try test.advance(by: "PT2H30M")
        let before = test.log(job)
        #expect(test.control("PUT", "clock", ["mode": "frozen", "now": "2026-01-01T00:00:00Z"]).status == 200)
        try test.advance(by: "PT2H30M")
        #expect(test.log(job) == before)
        try test.advance(by: "PT1H")
        #expect(test.log(job).count == before.count + 2)
    }

    /// A clock frozen in the past keeps house in that past.
    @Test func afterTheClockWasSetTheNextMidnightIsThatOfTheNewTime() throws {
        let test = try TestWorld { $0.clock = .real }
        let clock = test.control("PUT", "clock", ["mode": "frozen", "now": "2020-05-05T05:05:05Z"]).json
        #expect(clock["nextDue"] == "2020-05-06T00:00:00Z")
    }

    @Test func theClockCanBeSetAndShown() throws {
        let test = try TestWorld { $0.seed = .empty }
        #expect(test.control("PUT", "clock", ["mode": "frozen", "now": "2030-05-05T05:05:05Z"]).status == 200)
        #expect(test.control("GET", "clock").json["now"] == "2030-05-05T05:05:05Z")
        #expect(test.control("PUT", "clock", ["mode": "slow"]).status == 400)
        #expect(test.control("PUT", "clock", ["mode": "frozen", "now": "soon"]).status == 400)
        #expect(test.control("PUT", "clock", ["mode": "real"]).json["mode"] == "real")
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
