import CivilTime
import Cron
import Testing

@Suite("Reading cron specs")
struct CronParsingTests {
    /// The next five instants in UTC from the start of 2026, a Thursday, without year and zone.
    private func firstRuns(_ text: String, _ dialect: CronSpec.Dialect = .documented) throws -> [String] {
        let spec = try CronSpec(parsing: text, dialect: dialect)
        var runs: [String] = []
        var instant = Instant(seconds: 1_767_225_600)
        while runs.count < 5, let next = spec.next(after: instant, in: .utc) {
            runs.append(String(next.rfc3339().dropFirst(5).dropLast()))
            instant = next
        }
        return runs
    }

    @Test(arguments: [
        ("*/20 * * * *", ["01-01T00:20:00", "01-01T00:40:00", "01-01T01:00:00", "01-01T01:20:00", "01-01T01:40:00"]),
        ("5/25 3 * * *", ["01-01T03:05:00", "01-01T03:30:00", "01-01T03:55:00", "01-02T03:05:00", "01-02T03:30:00"]),
        ("1-5/2 3 * * *", ["01-01T03:01:00", "01-01T03:03:00", "01-01T03:05:00", "01-02T03:01:00", "01-02T03:03:00"]),
        (
            "0 9 * * MON-FRI",
            ["01-01T09:00:00", "01-02T09:00:00", "01-05T09:00:00", "01-06T09:00:00", "01-07T09:00:00"]
        ),
        (
            "0 9 * * mon,Wed",
            ["01-05T09:00:00", "01-07T09:00:00", "01-12T09:00:00", "01-14T09:00:00", "01-19T09:00:00"]
        ),
        ("0 9 ? * 0", ["01-04T09:00:00", "01-11T09:00:00", "01-18T09:00:00", "01-25T09:00:00", "02-01T09:00:00"]),
        (
            "0 0 1 FEB-apr/2 *",
            ["02-01T00:00:00", "04-01T00:00:00", "02-01T00:00:00", "04-01T00:00:00", "02-01T00:00:00"]
        ),
        ("0 0 31 * *", ["01-31T00:00:00", "03-31T00:00:00", "05-31T00:00:00", "07-31T00:00:00", "08-31T00:00:00"]),
        (
            "*/15 10 0 * * *",
            ["01-01T00:10:00", "01-01T00:10:15", "01-01T00:10:30", "01-01T00:10:45", "01-02T00:10:00"]
        ),
        (
            "59 59 23 31 12 *",
            ["12-31T23:59:59", "12-31T23:59:59", "12-31T23:59:59", "12-31T23:59:59", "12-31T23:59:59"]
        ),
        // A step beyond the field leaves the first number.
        ("*/90 12 * * *", ["01-01T12:00:00", "01-02T12:00:00", "01-03T12:00:00", "01-04T12:00:00", "01-05T12:00:00"]),
        // Both days restricted: either is enough.
        ("0 0 13 * FRI", ["01-02T00:00:00", "01-09T00:00:00", "01-13T00:00:00", "01-16T00:00:00", "01-23T00:00:00"]),
        ("0 0 1-31 * FRI", ["01-02T00:00:00", "01-03T00:00:00", "01-04T00:00:00", "01-05T00:00:00", "01-06T00:00:00"]),
        // A star with a step restricts nothing of that kind: both need to match.
        ("0 0 */2 * MON", ["01-05T00:00:00", "01-19T00:00:00", "02-09T00:00:00", "02-23T00:00:00", "03-09T00:00:00"]),
        ("0 0 13 * */5", ["02-13T00:00:00", "03-13T00:00:00", "09-13T00:00:00", "11-13T00:00:00", "12-13T00:00:00"]),
        ("0 0 13 * ?", ["01-13T00:00:00", "02-13T00:00:00", "03-13T00:00:00", "04-13T00:00:00", "05-13T00:00:00"]),
        (
            "  0\t9  * * *\n",
            ["01-01T09:00:00", "01-02T09:00:00", "01-03T09:00:00", "01-04T09:00:00", "01-05T09:00:00"]
        ),
        ("@yearly", ["01-01T00:00:00", "01-01T00:00:00", "01-01T00:00:00", "01-01T00:00:00", "01-01T00:00:00"]),
        ("@monthly", ["02-01T00:00:00", "03-01T00:00:00", "04-01T00:00:00", "05-01T00:00:00", "06-01T00:00:00"]),
        ("@weekly", ["01-04T00:00:00", "01-11T00:00:00", "01-18T00:00:00", "01-25T00:00:00", "02-01T00:00:00"]),
        ("@hourly", ["01-01T01:00:00", "01-01T02:00:00", "01-01T03:00:00", "01-01T04:00:00", "01-01T05:00:00"]),
        ("@every 1h30m", ["01-01T01:30:00", "01-01T03:00:00", "01-01T04:30:00", "01-01T06:00:00", "01-01T07:30:00"]),
        ("@every  90.9s", ["01-01T00:01:30", "01-01T00:03:00", "01-01T00:04:30", "01-01T00:06:00", "01-01T00:07:30"]),
        ("@every 10ms", ["01-01T00:00:01", "01-01T00:00:02", "01-01T00:00:03", "01-01T00:00:04", "01-01T00:00:05"]),
    ])
    func `reads the documented dialect`(text: String, runs: [String]) throws {
        #expect(try firstRuns(text) == runs)
    }

    @Test(arguments: [
        ("0 9 * * *", ["01-01T00:09:00", "01-01T01:09:00", "01-01T02:09:00", "01-01T03:09:00", "01-01T04:09:00"]),
        ("0 9 * * 1", ["01-01T00:09:00", "01-01T01:09:00", "01-01T02:09:00", "01-01T03:09:00", "01-01T04:09:00"]),
        ("* * * * *", ["01-01T00:00:01", "01-01T00:00:02", "01-01T00:00:03", "01-01T00:00:04", "01-01T00:00:05"]),
        ("0 0 9 * * SUN", ["01-04T09:00:00", "01-11T09:00:00", "01-18T09:00:00", "01-25T09:00:00", "02-01T09:00:00"]),
        ("@daily", ["01-02T00:00:00", "01-03T00:00:00", "01-04T00:00:00", "01-05T00:00:00", "01-06T00:00:00"]),
    ])
    func `reads the server's dialect, seconds first`(text: String, runs: [String]) throws {
        #expect(try firstRuns(text, .secondsFirst) == runs)
    }

    @Test(arguments: [
        ("@annually", "@yearly"), ("@midnight", "@daily"), ("0 0 * * 0", "@weekly"), ("0 0 0 1 1 *", "@yearly"),
        ("*/30 * * * *", "0,30 * * * *"), ("0-59/30 0-23 1-31/1 ? ?", "30,00 * ? JAN-DEC SUN-SAT"),
        ("0 0 * jan,DEC Sat", "0 0 * 1,12 6"), ("007 0 * * *", "7 0 * * *"), ("0 0 28/1 2 *", "0 0 28-31 2 *"),
    ])
    func `has several ways to say the same`(one: String, other: String) throws {
        #expect(try firstRuns(one) == firstRuns(other))
    }

    @Test(arguments: [
        ("60 * * * *", #"minute "60": 60 is above 59; allowed are 0 to 59"#),
        ("* 24 * * *", #"hour "24": 24 is above 23; allowed are 0 to 23"#),
        ("* * 0 * *", #"day of month "0": 0 is below 1; allowed are 1 to 31"#),
        ("* * 32 * *", #"day of month "32": 32 is above 31; allowed are 1 to 31"#),
        ("* * * 13 *", #"month "13": 13 is above 12; allowed are 1 to 12 or JAN to DEC"#),
        ("* * * 0 *", #"month "0": 0 is below 1; allowed are 1 to 12 or JAN to DEC"#),
        ("* * * * 7", #"day of week "7": 7 is above 6; allowed are 0 to 6 or SUN to SAT (Sunday is 0)"#),
        ("* * * * 1-7", #"day of week "1-7": 7 is above 6; allowed are 0 to 6 or SUN to SAT (Sunday is 0)"#),
        ("60 * * * * *", #"second "60": 60 is above 59; allowed are 0 to 59"#),
        ("1,2,70 * * * *", #"minute "70": 70 is above 59; allowed are 0 to 59"#),
        ("5-70/2 * * * *", #"minute "5-70/2": 70 is above 59; allowed are 0 to 59"#),
        ("* 22-5 * * *", #"hour "22-5": the range begins beyond its end; write it as two: 22-23,0-5"#),
        (
            "* * * * FRI-MON",
            #"day of week "FRI-MON": the range begins beyond its end; write it as two: 5-6,0-1"#
        ),
        ("*/0 * * * *", #"minute "*/0": a step of 0 never moves on; a step is 1 or more"#),
        ("*/ * * * *", #"minute "*/": the step is missing; a step is a number, as in */5"#),
        ("*/x * * * *", #"minute "*/x": the step "x" is no number; a step is a number, as in */5"#),
        ("*/-5 * * * *", #"minute "*/-5": the step "-5" is no number; a step is a number, as in */5"#),
        ("1/2/3 * * * *", #"minute "1/2/3": the step "2/3" is no number; a step is a number, as in */5"#),
        (
            "*/99999999999999999999 * * * *",
            #"minute "*/99999999999999999999": the step 99999999999999999999 is too large; a step is at most 1000000"#
        ),
        (
            "99999999999999999999 * * * *",
            #"minute "99999999999999999999": 99999999999999999999 is above 59; allowed are 0 to 59"#
        ),
        ("1,,2 * * * *", #"minute "1,,2": an item of the list is empty; leave out the extra comma"#),
        (", * * * *", #"minute ",": an item of the list is empty; leave out the extra comma"#),
        ("* 5, * * *", #"hour "5,": an item of the list is empty; leave out the extra comma"#),
        ("1- * * * *", #"minute "1-": a number is missing; allowed are 0 to 59"#),
        ("-1 * * * *", #"minute "-1": a number is missing; allowed are 0 to 59"#),
        ("1-2-3 * * * *", #"minute "1-2-3": a range has two ends; write it as 1-5"#),
        ("+5 * * * *", #"minute "+5": "+5" is no number; allowed are 0 to 59"#),
        ("1.5 * * * *", #"minute "1.5": "1.5" is no number; allowed are 0 to 59"#),
        ("*-5 * * * *", #"minute "*-5": "*" is no number; allowed are 0 to 59"#),
        ("** * * * *", #"minute "**": "**" is no number; allowed are 0 to 59"#),
        ("* * L * *", #"day of month "L": "L" is no number; allowed are 1 to 31"#),
        (
            "* * * * MONDAY",
            #"day of week "MONDAY": "MONDAY" is no number and no name; allowed are 0 to 6 or SUN to SAT (Sunday is 0)"#
        ),
        (
            "* * * * MON#1",
            #"day of week "MON#1": "MON#1" is no number and no name; allowed are 0 to 6 or SUN to SAT (Sunday is 0)"#
        ),
        ("* * * MON *", #"month "MON": "MON" is no number and no name; allowed are 1 to 12 or JAN to DEC"#),
        ("* MON * * *", #"hour "MON": "MON" is no number; allowed are 0 to 23"#),
        (
            "",
            #"cron spec "": it is empty; 5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"#
        ),
        (
            " \t ",
            #"cron spec " \u{9} ": it is empty; 5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"#
        ),
        (
            "*",
            #"cron spec "*": it has 1 field; 5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"#
        ),
        (
            "* * * *",
            #"cron spec "* * * *": it has 4 fields; 5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"#
        ),
        (
            "0 0 0 1 1 * 2026",
            #"cron spec "0 0 0 1 1 * 2026": it has 7 fields; 5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"#
        ),
        (
            "TZ=Europe/Paris 0 9 * * *",
            #"cron spec "TZ=Europe/Paris": a spec has no timezone; give the timezone apart from it"#
        ),
        (
            "@reboot",
            #"cron spec "@reboot": there is no such descriptor; known are @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration"#
        ),
        ("@daily 5", #"cron spec "@daily": more follows after it; @daily stands alone"#),
        ("@every", #"cron spec "@every ": no duration follows; write a duration as in @every 1h30m"#),
        ("@every 5", #"cron spec "@every 5": it is no duration; write a duration as in @every 1h30m"#),
        ("@every 1d", #"cron spec "@every 1d": it is no duration; write a duration as in @every 1h30m"#),
        (
            "@every 1h 30m",
            #"cron spec "@every 1h 30m": more than one word follows; write a duration as in @every 1h30m"#
        ),
        ("@every -1h", #"cron spec "@every -1h": the duration is negative; write a duration as in @every 1h30m"#),
        ("@every 9999999h", #"cron spec "@every 9999999h": it is no duration; write a duration as in @every 1h30m"#),
        (
            "５ * * * *",
            #"cron spec "５ * * * *": the character "５" has no place in it; use ASCII letters, digits and * ? , - / @"#
        ),
        (
            "* * * * \u{2028}",
            #"cron spec "* * * * \u{2028}": the character "\u{2028}" has no place in it; use ASCII letters, digits and * ? , - / @"#
        ),
        ("\u{0} * * * *", #"minute "\u{0}": "\u{0}" is no number; allowed are 0 to 59"#),
    ])
    func `says what is wrong with a spec`(text: String, message: String) throws {
        let error = try #require(throws: CronError.self) { try CronSpec(parsing: text) }
        #expect(error.description == message)
    }

    @Test(arguments: [
        ("0 0 9 * * 7", CronField.dayOfWeek, "7"),
        ("0 9 * * 13", CronField.month, "13"),
        ("0 60 * * *", CronField.minute, "60"),
    ])
    func `names the field of the dialect`(text: String, field: CronField, found: String) throws {
        let error = try #require(throws: CronError.self) { try CronSpec(parsing: text, dialect: .secondsFirst) }
        #expect(error.field == field)
        #expect(error.found == found)
    }

    @Test func `names the fields that the server's dialect needs`() throws {
        let error = try #require(throws: CronError.self) { try CronSpec(parsing: "* *", dialect: .secondsFirst) }
        #expect(
            error.description == #"cron spec "* *": it has 2 fields; "#
                + "5 fields are needed (second, minute, hour, day of month, month) or 6 (day of week last)")
    }

    @Test(arguments: [
        String(repeating: "* ", count: 500_000), String(repeating: "1,", count: 500_000),
        String(repeating: "9", count: 1001),
        "@every " + String(repeating: "1s", count: 500_000), String(repeating: "é", count: 1_000_000),
    ])
    func `does not read enormous texts`(text: String) throws {
        let error = try #require(throws: CronError.self) { try CronSpec(parsing: text) }
        #expect(error.description.utf8.count < 250)
        #expect(error.reason == "it is \(text.utf8.count) bytes long")
    }

    @Test(arguments: [
        String(repeating: "9", count: 900), String(repeating: "* ", count: 490), String(repeating: "x", count: 900),
    ])
    func `cites long texts in part`(text: String) throws {
        let error = try #require(throws: CronError.self) { try CronSpec(parsing: text + " * * * *") }
        #expect(error.description.utf8.count < 250)
    }

    @Test func `any text is either read or refused`() {
        var random = SeededGenerator(seed: 5)
        let alphabet = Array("0123****?,-/@JAN\t\u{0}é")
        var read = 0
        for _ in 0..<50_000 {
            let fields = (0..<5).map { _ in
                String(
                    (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
                    })
            }
            let text = fields.joined(separator: " ")
            guard let spec = try? CronSpec(parsing: text) else { continue }
            read += 1
            #expect((spec.next(after: .epoch, in: .utc) == nil) == spec.isImpossible)
        }
        #expect(read > 20)
    }
}
