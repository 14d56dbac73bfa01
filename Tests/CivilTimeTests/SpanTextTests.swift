import CivilTime
import Testing

@Suite("Spans as text")
struct SpanTextTests {
    @Test(arguments: [
        ("PT0S", 0), ("PT1H30M", 5_400_000), ("P1D", 86_400_000), ("P1W", 604_800_000), ("PT0.5S", 500),
        ("PT0,25S", 250), ("PT1.5H", 5_400_000), ("P1DT12H", 129_600_000), ("P0.5D", 43_200_000), ("PT90M", 5_400_000),
        ("PT0.0009S", 0), ("PT0.123456789S", 123), ("P1.5W", 907_200_000), ("PT36H0M0S", 129_600_000),
        ("PT9223372036854775S", 9_223_372_036_854_775_000),
    ])
    func `reads ISO 8601`(text: String, milliseconds: Int64) {
        #expect(Span(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "P", "PT", "P1DT", "1D", "p1d", "P1Y", "P1M", "P1M1D", "PT1D", "P1H", "PT1S1M", "PT1M1M", "PT1.5H30M",
        "P1W1D",
        "P1DT1W", "-PT1H", "PT-1H", "+PT1H", "PT.5S", "PT1.S", "PT1", "PT1.0000000001S", "PT1H ", " PT1H",
        "PT9223372036854776S", "P99999999999999999999D", "P106751991168D", "PT１S", "PT1HT1M", "P1D1D",
        "PT" + String(repeating: "1", count: 1000) + "S",
    ])
    func `refuses what is no duration of fixed length`(text: String) {
        #expect(Span(iso8601: text) == nil)
    }

    @Test(arguments: [
        (0, "PT0S"), (500, "PT0.5S"), (1, "PT0.001S"), (5_400_000, "PT1H30M"), (86_400_000, "P1D"),
        (604_800_000, "P7D"), (129_600_000, "P1DT12H"), (61_250, "PT1M1.25S"), (3_600_010, "PT1H0.01S"),
        (-5_400_000, "-PT1H30M"), (.min, "-P106751991167DT7H12M55.808S"), (.max, "P106751991167DT7H12M55.807S"),
    ])
    func `writes ISO 8601`(milliseconds: Int64, text: String) {
        #expect(Span(milliseconds: milliseconds).iso8601 == text)
    }

    @Test func `what is written reads back`() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<20_000 {
            let span = Span(
                milliseconds: Int64.random(in: 0...Int64.max, using: &random)
                    >> Int64.random(in: 0...62, using: &random))
            #expect(Span(iso8601: span.iso8601) == span)
        }
    }

    @Test(arguments: [
        ("0", 0), ("+0", 0), ("1h30m", 5_400_000), ("90s", 90_000), ("1.5h", 5_400_000), ("300ms", 300),
        ("5m", 300_000),
        ("1500us", 1), ("1500µs", 1), ("1500μs", 1), ("2000000ns", 2), ("-2s", -2000), ("+2s", 2000), (".5s", 500),
        ("1.s", 1000), ("1m1m", 120_000), ("1s1h", 3_601_000), ("0s", 0), ("1.0000000000000001h", 3_600_000),
        ("2562047h47m16s", 9_223_372_036_000),
    ])
    func `reads Go durations`(text: String, milliseconds: Int64) {
        #expect(Span(goDuration: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "-", "+", "1", "00", "+-0", "--1s", "1h-30m", "s", ".", ".s", "1x", "1 h", "1h 30m", " 1h", "1h ", "1d",
        "1µ",
        "1H", "2562048h", "9223372036854775808ns", "99999999999999999999s", "1..5s", "1.5.5s", "１s", "µs",
        String(repeating: "1s", count: 1000),
    ])
    func `refuses what Go refuses`(text: String) {
        #expect(Span(goDuration: text) == nil)
    }
}
