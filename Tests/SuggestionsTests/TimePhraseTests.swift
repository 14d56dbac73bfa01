import Testing
import WireJSON

/// Each phrase follows "I will send the report", written on Wednesday 2026-07-15 at 10:00 in Toronto.
@Suite("Phrases for times")
struct TimePhraseTests {
    private func expectDue(_ phrase: String, _ due: String, _ precision: String, source: String? = nil) throws {
        let temporal = try #require(try suggestion("I will send the report \(phrase).")["temporal"])
        #expect(temporal.string("due_at") == due)
        #expect(temporal.string("precision") == precision)
        #expect(temporal.string("source_text") == source ?? phrase)
        #expect(temporal["is_inferred"] == false)
        let isDate = ["DAY", "WEEK", "MONTH", "YEAR"].contains(precision)
        #expect(temporal.string("type") == (isDate ? "DATE" : "TIME"))
    }

    @Test(
        "a day is due at nine in the morning",
        arguments: [
            ("today", "2026-07-15"), ("tomorrow", "2026-07-16"), ("tmrw", "2026-07-16"),
            ("the day after tomorrow", "2026-07-17"), ("on Friday", "2026-07-17"), ("Friday", "2026-07-17"),
            ("this Friday", "2026-07-17"), ("on Monday", "2026-07-20"), ("on Wednesday", "2026-07-22"),
            ("next Friday", "2026-07-24"), ("next Monday", "2026-07-20"), ("on Friday next week", "2026-07-24"),
            ("next week on Thursday", "2026-07-23"), ("Monday of next week", "2026-07-20"), ("on Fri", "2026-07-17"),
            ("this weekend", "2026-07-18"), ("next weekend", "2026-07-25"), ("in two days", "2026-07-17"),
            ("in 10 days", "2026-07-25"), ("three days from now", "2026-07-18"),
            ("two days from tomorrow", "2026-07-18"),
            ("in a couple of days", "2026-07-17"), ("in a few days", "2026-07-18"),
            ("in 3 business days", "2026-07-20"),
            ("in the next two days", "2026-07-17"), ("on the 15th", "2026-07-15"),
            ("on August 5", "2026-08-05"), ("on Aug 5th", "2026-08-05"), ("on 5 August", "2026-08-05"),
            ("on the 5th of August", "2026-08-05"), ("on August 5, 2027", "2027-08-05"), ("on July 15", "2026-07-15"),
            ("on the 20th", "2026-07-20"), ("on the 1st", "2026-08-01"), ("on Tuesday the 21st", "2026-07-21"),
            ("on Friday, August 7", "2026-08-07"), ("on 2026-09-30", "2026-09-30"), ("on 8/15", "2026-08-15"),
            ("on 25/9/2026", "2026-09-25"), ("on 8/15/26", "2026-08-15"), ("next month on the 5th", "2026-08-05"),
            ("at the beginning of next week", "2026-07-20"), ("first thing tomorrow", "2026-07-16"),
        ])
    func days(phrase: String, date: String) throws {
        try expectDue(phrase, "\(date)T09:00:00-04:00", "DAY")
    }

    @Test(
        "longer periods keep how exact they are",
        arguments: [
            ("next week", "2026-07-20", "WEEK"), ("this week", "2026-07-17", "WEEK"),
            ("in two weeks", "2026-07-29", "WEEK"),
            ("a week from Friday", "2026-07-24", "WEEK"), ("next month", "2026-08-01", "MONTH"),
            ("this month", "2026-07-31", "MONTH"), ("in a month", "2026-08-15", "MONTH"),
            ("in September", "2026-09-01", "MONTH"),
            ("next quarter", "2026-10-01", "MONTH"),
        ])
    func periods(phrase: String, date: String, precision: String) throws {
        try expectDue(phrase, "\(date)T09:00:00-04:00", precision)
    }

    @Test("a year keeps how exact it is, and the zone its winter time")
    func years() throws {
        try expectDue("next year", "2027-01-01T09:00:00-05:00", "YEAR")
        try expectDue("this year", "2026-12-31T09:00:00-05:00", "YEAR")
        try expectDue("in two years", "2028-07-15T09:00:00-04:00", "YEAR")
    }

    @Test(
        "a limit without a clock time ends at five in the afternoon",
        arguments: [
            ("by Friday", "2026-07-17"), ("before Monday", "2026-07-20"), ("by tomorrow", "2026-07-16"),
            ("no later than Friday", "2026-07-17"), ("by next week", "2026-07-20"), ("by August", "2026-08-01"),
            ("by end of day", "2026-07-15"), ("by EOD", "2026-07-15"), ("by close of business", "2026-07-15"),
            ("by EOD Friday", "2026-07-17"), ("by Friday EOD", "2026-07-17"), ("by the end of the week", "2026-07-17"),
            ("by end of next week", "2026-07-24"), ("by EOW", "2026-07-17"), ("by the end of the month", "2026-07-31"),
            ("by end of next month", "2026-08-31"), ("by the end of August", "2026-08-31"), ("by EOM", "2026-07-31"),
            ("by the end of the quarter", "2026-09-30"), ("end of day tomorrow", "2026-07-16"),
            ("end of week", "2026-07-17"),
            ("within two days", "2026-07-17"), ("by the 20th", "2026-07-20"), ("by end of Friday", "2026-07-17"),
            ("by close of business tomorrow", "2026-07-16"), ("until Monday", "2026-07-20"),
        ])
    func limits(phrase: String, date: String) throws {
        try expectDue(phrase, "\(date)T17:00:00-04:00", "DAY")
    }

    @Test(
        "clock times",
        arguments: [
            ("at 3pm", "2026-07-15T15:00:00", "HOUR"), ("at 3 pm", "2026-07-15T15:00:00", "HOUR"),
            ("at 3 p.m. today", "2026-07-15T15:00:00", "HOUR"), ("at 3", "2026-07-15T15:00:00", "HOUR"),
            ("at 8", "2026-07-15T20:00:00", "HOUR"), ("at 11", "2026-07-15T11:00:00", "HOUR"),
            ("at 8am", "2026-07-16T08:00:00", "HOUR"), ("at 3:30pm", "2026-07-15T15:30:00", "MINUTE"),
            ("at 14:45", "2026-07-15T14:45:00", "MINUTE"), ("at 14:45:30", "2026-07-15T14:45:30", "SECOND"),
            ("by 5pm", "2026-07-15T17:00:00", "HOUR"), ("by noon", "2026-07-15T12:00:00", "HOUR"),
            ("at midnight", "2026-07-16T00:00:00", "HOUR"), ("at three o'clock", "2026-07-15T15:00:00", "HOUR"),
            ("at half past four", "2026-07-15T16:30:00", "MINUTE"),
            ("at quarter to five", "2026-07-15T16:45:00", "MINUTE"),
            ("tomorrow at 3pm", "2026-07-16T15:00:00", "HOUR"), ("tomorrow at 8", "2026-07-16T08:00:00", "HOUR"),
            ("at 3pm tomorrow", "2026-07-16T15:00:00", "HOUR"), ("on Friday at 10:15", "2026-07-17T10:15:00", "MINUTE"),
            ("Friday 4pm", "2026-07-17T16:00:00", "HOUR"), ("on August 5 at 5pm", "2026-08-05T17:00:00", "HOUR"),
            ("by Friday at noon", "2026-07-17T12:00:00", "HOUR"),
            ("on 2026-09-30 at 07:30", "2026-09-30T07:30:00", "MINUTE"),
            ("tonight", "2026-07-15T20:00:00", "HOUR"), ("tonight at 9", "2026-07-15T21:00:00", "HOUR"),
            ("at 8 in the evening", "2026-07-15T20:00:00", "HOUR"), ("this afternoon", "2026-07-15T14:00:00", "HOUR"),
            ("this morning", "2026-07-15T12:00:00", "HOUR"), ("in the morning", "2026-07-16T09:00:00", "HOUR"),
            ("tomorrow morning", "2026-07-16T09:00:00", "HOUR"), ("Friday evening", "2026-07-17T18:00:00", "HOUR"),
            ("tomorrow morning at 7:30", "2026-07-16T07:30:00", "MINUTE"),
            ("in 2 hours", "2026-07-15T12:00:00", "HOUR"),
            ("in half an hour", "2026-07-15T10:30:00", "MINUTE"),
            ("in an hour and a half", "2026-07-15T11:30:00", "MINUTE"),
            ("in 45 minutes", "2026-07-15T10:45:00", "MINUTE"),
            ("20 minutes from now", "2026-07-15T10:20:00", "MINUTE"),
            ("in the next hour", "2026-07-15T11:00:00", "HOUR"), ("in 30 seconds", "2026-07-15T10:00:30", "SECOND"),
            ("at 3pm UTC", "2026-07-15T11:00:00", "HOUR"),
            ("at 3pm PT", "2026-07-15T18:00:00", "HOUR"),
        ])
    func clockTimes(phrase: String, due: String, precision: String) throws {
        try expectDue(phrase, "\(due)-04:00", precision)
    }

    @Test(
        "numbers and names that are no times are left alone",
        arguments: [
            "by 5 people", "on the 5th floor", "24/7", "to room 3", "by Monday's standard", "one by one",
            "in March style?",
            "with 2 pills", "at 99", "yesterday", "from last Friday", "from Monday", "since two days ago", "in 1/2",
        ])
    func distractors(phrase: String) throws {
        let temporal = try #require(try suggestion("I will send the report \(phrase)")["temporal"])
        if phrase == "in March style?" {
            #expect(temporal.string("source_text") == "in March")
        } else {
            #expect(temporal["source_text"] == .null, "\(temporal.text)")
            #expect(temporal.string("due_at") == "2026-07-16T09:00:00-04:00")
        }
    }

    @Test(
        "what no calendar or clock shows is told of, and the next business day is taken",
        arguments: [
            ("on February 30", "February 30 is no date"), ("on 2026-13-40", "2026-13-40 is no date"),
            ("at 25:00", "25:00 is no time of day"), ("at 10:75", "10:75 is no time of day"),
            ("by 13/45", nil), ("at 0pm", "0 pm is no time of day"), ("on 2/30/2027", "2/30/2027 is no date"),
            ("in 9999 years", "the date lies beyond the year 9999"),
        ] as [(String, String?)])
    func impossible(phrase: String, reason: String?) throws {
        let answer = try Conversation((speaker: "Victor", text: "I will send the report \(phrase).")).analyzed()
        #expect(answer.warningTexts == reason.map { ["TEMPORAL_PARSE_FAILED:\($0)"] } ?? [])
        #expect(try answer.only().string("temporal", "inference_policy") == "next_business_day")
    }

    @Test("29 February is in the next leap year")
    func leapDay() throws {
        try expectDue("on February 29", "2028-02-29T09:00:00-05:00", "DAY")
    }

    @Test(
        "from a weekend the week that runs is nearly over",
        arguments: [
            ("this week", "2026-07-19T09:00:00-04:00"), ("next week", "2026-07-20T09:00:00-04:00"),
            ("on Monday", "2026-07-20T09:00:00-04:00"), ("next Monday", "2026-07-20T09:00:00-04:00"),
            ("this weekend", "2026-07-18T09:00:00-04:00"), ("in 1 business day", "2026-07-20T09:00:00-04:00"),
            ("after the weekend", "2026-07-20T09:00:00-04:00"),
        ])
    func weekends(phrase: String, due: String) throws {
        var conversation = Conversation()
        conversation.say("Victor", "I will send the report \(phrase).", at: "2026-07-18T10:00:00-04:00")
        #expect(try conversation.analyzed().only().string("temporal", "due_at") == due)
    }

    @Test("times that have passed today are tomorrow's; parts of the day that have begun end later")
    func passedTimes() throws {
        func due(_ phrase: String) throws -> String? {
            var conversation = Conversation()
            conversation.say("Victor", "I will send the report \(phrase).", at: "2026-07-15T16:30:00-04:00")
            return try conversation.analyzed().only().string("temporal", "due_at")
        }
        #expect(try due("at 3pm") == "2026-07-16T15:00:00-04:00")
        #expect(try due("this afternoon") == "2026-07-15T17:00:00-04:00")
        #expect(try due("tonight") == "2026-07-15T20:00:00-04:00")
        #expect(try due("at 5") == "2026-07-15T17:00:00-04:00")
        #expect(try due("at noon") == "2026-07-16T12:00:00-04:00")
    }

    @Test("a due time in the gap of spring is the change of clocks, one that comes twice its first")
    func daylightSaving() throws {
        var spring = Conversation()
        spring.say("Victor", "I will send the report tomorrow at 2:30am.", at: "2026-03-07T10:00:00-05:00")
        #expect(try spring.analyzed().only().string("temporal", "due_at") == "2026-03-08T03:00:00-04:00")
        var autumn = Conversation()
        autumn.say("Victor", "I will send the report tomorrow at 1:30am.", at: "2026-10-31T10:00:00-04:00")
        #expect(try autumn.analyzed().only().string("temporal", "due_at") == "2026-11-01T01:30:00-04:00")
        // Hours are elapsed time: over the gap the clock shows one more.
        var hours = Conversation()
        hours.say("Victor", "I will send the report in 24 hours.", at: "2026-03-07T10:00:00-05:00")
        #expect(try hours.analyzed().only().string("temporal", "due_at") == "2026-03-08T11:00:00-04:00")
    }
}
