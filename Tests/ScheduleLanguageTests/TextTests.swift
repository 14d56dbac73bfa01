import CivilTime
import Testing

@testable import ScheduleLanguage

/// From characters to tokens: forms of writing, spelling, number words.
@Suite struct TextTests {
    @Test(arguments: [
        ("ｅｖｅｒｙ　ｄａｙ", "every day"), ("“9 – 5”", "\"9 - 5\""), ("naïve café", "naive cafe"), ("2½ h", "2.5 h"),
        ("a\u{00A0}b\tc", "a b c"), ("𝐞𝐯𝐞𝐫𝐲", "every"),
        ("1ˢᵗ", "1st"), ("9am 🎉", "9am  "), ("e\u{0301}", "e"),
    ])
    func formsBecomePlain(written: String, plain: String) {
        #expect(String(decoding: Normaliser.letters(of: written).map(\.byte), as: UTF8.self) == plain)
    }

    @Test func everyLetterKnowsItsSource() {
        let text = "“é–½”"
        let letters = Normaliser.letters(of: text)
        #expect(letters.first?.source == 0..<3 && letters.last?.source.upperBound == text.utf8.count)
    }

    @Test(arguments: [
        ("wednesdey", "wednesday"), ("thrusday", "thursday"), ("evey", "every"), ("tommorow", "tomorrow"),
        ("febuary", "february"), ("minuts", "minutes"), ("betwen", "between"),
        ("monthy", "monthly"), ("weekned", "weekend"),
    ])
    func slipsAreRepaired(written: String, meant: String) {
        #expect(SpellingRepair.repair(written) == meant)
    }

    @Test(arguments: [
        "money", "sunny", "mandy", "very", "our", "staging", "sent", "week", "many", "friend", "mouth", "easter",
        "someday", "data", "jane", "then", "noon", "secret",
    ])
    func wordsAreLeftAlone(word: String) {
        #expect(SpellingRepair.repair(word) == nil)
    }

    @Test(arguments: [("abcd", "abdc", 1), ("kitten", "sitting", 3), ("", "ab", 2), ("same", "same", 0)])
    func distancesCountSwapsOnce(left: String, right: String, distance: Int) {
        #expect(SpellingRepair.editDistance(Array(left.utf8), Array(right.utf8), limit: 3) == distance)
        if distance > 0 {
            #expect(SpellingRepair.editDistance(Array(left.utf8), Array(right.utf8), limit: distance - 1) == nil)
        }
    }

    @Test(arguments: [
        ("9am", Token.Kind.clock(WrittenClock(hour: 9, minute: 0, reading: .exact, hasMeridiem: true))),
        ("5.30pm", .clock(WrittenClock(hour: 17, minute: 30, reading: .exact, hasMeridiem: true))),
        ("17h30", .clock(WrittenClock(hour: 17, minute: 30, reading: .exact))),
        ("3:15", .clock(WrittenClock(hour: 3, minute: 15, reading: .asWritten))),
        ("2026-02-20", .date(year: 2026, month: 2, day: 20)), ("25.12.2026", .date(year: 2026, month: 12, day: 25)),
        ("3/15", .slashed(3, 15, year: nil)),
        ("1h30m", .amount([Amount(count: 1, unit: .hour), Amount(count: 30, unit: .minute)])), ("21st", .ordinal(21)),
        ("2.5", .decimal(thousandths: 2500)),
        (":15", .minuteMark(15)), ("twenty-five", .number(25)), ("thirty-first", .ordinal(31)), ("555-1234", .opaque),
        ("$50", .opaque), ("a@b.co", .email), ("#general", .channel),
        ("https://a.b/c", .link), ("order.created", .opaque), ("Asia/Tokyo", .zoneName),
        (
            "2026-02-01T08:00:00Z",
            .timestamp(WrittenTimestamp(year: 2026, month: 2, day: 1, hour: 8, minute: 0, second: 0, offsetSeconds: 0))
        ),
    ])
    func tokensAreRecognised(text: String, kind: Token.Kind) {
        #expect(Tokenizer.tokens(of: "x " + text).last?.kind == kind, "\(text)")
    }

    @Test func easterFallsOnItsDates() {
        let dates = [2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25), 2000: (4, 23)]
        for (year, date) in dates {
            let easter = FloatingHoliday.easterSunday.date(year: year)
            #expect(easter?.month == date.0 && easter?.day == date.1, "\(year)")
        }
    }

    @Test(arguments: [
        ("0 15 30 45", "*/15"), ("5 20 35 50", "5-59/15"), ("1 2 3", "1-3"), ("1 15", "1,15"), ("0 30", "*/30"),
        ("0 1 2 8", "0-2,8"), ("7", "7"),
    ])
    func fieldsAreShort(values: String, text: String) {
        #expect(CronText.field(Set(values.split(separator: " ").compactMap { Int($0) }), 0...59) == text)
        #expect(CronText.field(Set(0...59), 0...59) == "*")
    }
}
