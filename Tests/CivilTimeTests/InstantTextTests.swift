import CivilTime
import Testing

@Suite("Instants as text")
struct InstantTextTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-11-21T09:30:00Z", 1_795_253_400_000),
        ("2026-11-21t09:30:00z", 1_795_253_400_000),
        ("2026-11-21T10:30:00+01:00", 1_795_253_400_000),
        ("2026-11-21T00:00:00-09:30", 1_795_253_400_000),
        ("1969-12-31T23:59:59.999Z", -1),
        ("1969-12-31T23:59:59.9999Z", -1),
        ("1970-01-01T00:00:00.001999999Z", 1),
        ("1970-01-01T00:00:00.5Z", 500),
        ("2000-02-29T00:00:00-00:00", 951_782_400_000),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("1970-01-01T00:00:00+23:59", -86_340_000),
    ])
    func `reads RFC 3339`(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-11-21", "2026-11-21T09:30:00", "2026-11-21 09:30:00Z", "2026-11-21T09:30Z",
        "2026-11-21T09:30:00.Z", "2026-11-21T09:30:00.1234567890Z", "2026-11-21T09:30:00,5Z", "2026-11-21T24:00:00Z",
        "2026-11-21T09:60:00Z", "2026-12-31T23:59:60Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z",
        "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-11-21T09:30:00+1:00", "2026-11-21T09:30:00+0100", "2026-11-21T09:30:00+24:00",
        "2026-11-21T09:30:00+01:60", "2026-11-21T09:30:00Zx", " 2026-11-21T09:30:00Z", "2026-11-21T09:30:00Z ",
        "12026-11-21T09:30:00Z", "-026-11-21T09:30:00Z", "２０２６-11-21T09:30:00Z", "2026-11-21T09:30:00\u{0}Z",
        "2026-11-21T09:30:00." + String(repeating: "9", count: 100_000) + "Z",
    ])
    func `refuses what is not RFC 3339`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00Z"),
        (1, 0, "1970-01-01T00:00:00.001Z"),
        (120, 0, "1970-01-01T00:00:00.12Z"),
        (-500, 0, "1969-12-31T23:59:59.5Z"),
        (1_795_253_400_000, 19_800, "2026-11-21T15:00:00+05:30"),
        (1_795_253_400_000, -34_200, "2026-11-21T00:00:00-09:30"),
        // Paris before 1911 was 9 minutes and 21 seconds ahead: the text keeps the instant.
        (-2_000_000_000_000, 561, "1906-08-16T20:35:40+00:09"),
        (-62_167_219_200_001, 0, "-0001-12-31T23:59:59.999Z"),
        (253_402_300_800_000, 0, "+10000-01-01T00:00:00Z"),
        (.max, 0, "+292278994-08-17T07:12:55.807Z"),
        (.min, 0, "-292275055-05-16T16:47:04.192Z"),
    ])
    func `writes RFC 3339`(milliseconds: Int64, offsetSeconds: Int, text: String) {
        #expect(Instant(milliseconds: milliseconds).rfc3339(offsetSeconds: offsetSeconds) == text)
    }

    @Test func `what is written reads back`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let instant = Instant(milliseconds: .random(in: -62_167_000_000_000...253_402_000_000_000, using: &random))
            let offset = Int.random(in: -50_000...50_000, using: &random)
            #expect(Instant(rfc3339: instant.rfc3339(offsetSeconds: offset)) == instant)
        }
    }

    @Test(arguments: [
        ("2026-07-01", "2026-06-30T22:00:00Z"),
        ("2026-07-01 09:30:00", "2026-07-01T07:30:00Z"),
        ("2026-07-01T09:30:00", "2026-07-01T07:30:00Z"),
        ("2026-07-01T09:30:00.25", "2026-07-01T07:30:00.25Z"),
        ("2026-01-01T09:30:00", "2026-01-01T08:30:00Z"),
        ("2026-07-01T09:30:00Z", "2026-07-01T09:30:00Z"),
        ("2026-07-01T09:30:00-05:00", "2026-07-01T14:30:00Z"),
        // Skipped on the night of 29 March: the instant at which clocks go from 02:00 to 03:00.
        ("2026-03-29T02:30:00", "2026-03-29T01:00:00Z"),
        // Twice on the night of 25 October: the first pass, still summer time.
        ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
    ])
    func `reads dates of requests in a zone`(text: String, instant: String) throws {
        let paris = try #require(Zone(identifier: "Europe/Paris"))
        #expect(Instant(text: text, in: paris)?.rfc3339() == instant)
    }

    @Test(arguments: [
        "", "2026-07", "2026-07-01 ", "2026-07-01T", "2026-07-01 09:30", "2026-07-01T09:30:00 ",
        "2026-07-01 09:30:00Z", "2026-02-30", "2026-07-01 25:00:00", "yesterday", "2026/07/01", "20260701",
    ])
    func `refuses other dates`(text: String) {
        #expect(Instant(text: text, in: .utc) == nil)
    }

    @Test func `arithmetic stops at the ends of the range`() {
        let last = Instant(milliseconds: .max)
        let first = Instant(milliseconds: .min)
        #expect(last + .seconds(1) == last)
        #expect(first - .seconds(1) == first)
        #expect(last.adding(.milliseconds(1)) == nil)
        #expect(first.adding(.milliseconds(-1)) == nil)
        #expect(Instant.epoch.adding(.seconds(90)) == Instant(milliseconds: 90_000))
        #expect(last - first == Span(milliseconds: .max))
        #expect(Instant(seconds: .max) == last)
        #expect(Span.days(.min) == Span(milliseconds: .min))
    }
}
