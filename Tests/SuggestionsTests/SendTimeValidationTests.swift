import CivilTime
import Suggestions
import Testing
import WireJSON

@Suite("Requests for send times")
struct SendTimeValidationTests {
    private static let berlin: JSON = ["id": "r1", "timezone": "Europe/Berlin"]

    private func problem(_ body: JSON) throws -> SendTimeProblem {
        switch suggestSendTimes(body, now: Conversation.now, requestID: "req_1") {
        case .success(let data):
            Issue.record("answered \(data.text)")
            throw SendTimeProblem.missingRecipients
        case .failure(let problem): return problem
        }
    }

    private func expect(_ body: JSON, _ code: String, _ message: String, _ field: String?) throws {
        let problem = try problem(body)
        #expect(problem.code == code)
        #expect(problem.message == message)
        #expect(problem.field == field)
    }

    @Test("recipients are needed, a hundred at most")
    func recipients() throws {
        let missing = "at least one recipient is required"
        try expect([:], "MISSING_RECIPIENTS", missing, "recipients")
        try expect(["recipients": []], "MISSING_RECIPIENTS", missing, "recipients")
        try expect(["recipients": nil], "MISSING_RECIPIENTS", missing, "recipients")
        let many = JSON.array(Array(repeating: Self.berlin, count: 101))
        try expect(["recipients": many], "TOO_MANY_RECIPIENTS", "a maximum of 100 recipients is allowed", "recipients")
        let most = Array(repeating: Self.berlin, count: 100)
        #expect(try SendTimeAnswer(recipients: most).suggestions.count == 3)
    }

    @Test("zones are checked, the sender's first, and recipients are called by id, name or place")
    func zones() throws {
        let bad: JSON = ["id": "r2", "name": "Bob", "timezone": "Mars/Base"]
        try expect(
            ["sender": ["timezone": "PST"], "recipients": [bad]], "INVALID_TIMEZONE",
            "sender has an invalid IANA timezone", "sender.timezone")
        try expect(
            ["sender": [:], "recipients": [Self.berlin]], "INVALID_TIMEZONE", "sender has an invalid IANA timezone",
            "sender.timezone")
        try expect(
            ["recipients": [Self.berlin, bad]], "INVALID_TIMEZONE", "recipient r2 has an invalid IANA timezone",
            "recipients[1].timezone")
        try expect(
            ["recipients": [["name": "Bob"]]], "MISSING_TIMEZONE", "recipient Bob is missing a timezone",
            "recipients[0].timezone")
        try expect(
            ["recipients": [Self.berlin, ["timezone": ""]]], "MISSING_TIMEZONE",
            "recipient recipient_002 is missing a timezone", "recipients[1].timezone")
    }

    @Test("the interval is one of five", arguments: [0, 1, 20, 45, 90, -5, 1_000_000_000_000])
    func intervals(minutes: Int64) throws {
        try expect(
            SendTimeAnswer.body(["candidate_interval_minutes": .int(minutes)]), "UNSUPPORTED_CANDIDATE_INTERVAL",
            "candidate_interval_minutes must be one of 5, 10, 15, 30, or 60", "candidate_interval_minutes")
    }

    @Test("one to ten times can be asked for", arguments: [0, 11, -1, Int64.max])
    func counts(count: Int64) throws {
        try expect(
            SendTimeAnswer.body(["suggestion_count": .int(count)]), "INVALID_SUGGESTION_COUNT",
            "suggestion_count must be between 1 and 10", "suggestion_count")
    }

    @Test("the horizon is a day at least", arguments: [0, -7, Int64.min])
    func horizons(days: Int64) throws {
        try expect(
            SendTimeAnswer.body(["search_horizon_days": .int(days)]), "INVALID_SEARCH_HORIZON",
            "search_horizon_days must be at least 1", "search_horizon_days")
    }

    @Test(
        "times are RFC 3339", arguments: ["", "tomorrow", "2026-07-15", "2026-07-15T10:00:00", "2026-02-30T10:00:00Z"])
    func times(text: String) throws {
        try expect(
            SendTimeAnswer.body(["reference_time": .string(text)]), "INVALID_REFERENCE_TIME",
            "reference_time must be an RFC3339 timestamp", "reference_time")
        for key in ["earliest_send_at", "latest_send_at"] {
            try expect(
                SendTimeAnswer.body([key: .string(text)]), "INVALID_SEARCH_WINDOW",
                "\(key) must be an RFC3339 timestamp", key)
        }
    }

    @Test("the window does not end before it begins", arguments: ["2026-07-16T10:00:00Z", "2026-07-16T09:59:59Z"])
    func windows(latest: String) throws {
        try expect(
            SendTimeAnswer.body([
                "earliest_send_at": "2026-07-16T12:00:00+02:00", "latest_send_at": .string(latest),
            ]), "INVALID_SEARCH_WINDOW", "latest_send_at must be later than earliest_send_at", "latest_send_at")
    }

    @Test("the recipient coverage is one of four, its share above 0 and at most 1")
    func coverage() throws {
        try expect(
            SendTimeAnswer.body(["recipient_coverage": ["strategy": "most"]]), "INVALID_RECIPIENT_COVERAGE",
            "recipient coverage must be one of all_recipients, primary_recipients, majority, or best_effort, "
                + "but is \"most\"", "recipient_coverage.strategy")
        #expect(try problem(SendTimeAnswer.body(["recipient_coverage": "x"])).field == "recipient_coverage")
        #expect(
            try problem(SendTimeAnswer.body(["options": ["coverage_strategy": "x"]])).field
                == "options.coverage_strategy")
        for ratio in [0, -0.1, 1.01] {
            try expect(
                SendTimeAnswer.body(["recipient_coverage": ["strategy": "majority", "minimum_ratio": .double(ratio)]]),
                "INVALID_RECIPIENT_COVERAGE", "minimum_ratio of the recipient coverage must be above 0 and at most 1",
                "recipient_coverage.minimum_ratio")
        }
    }

    @Test("a message has ten thousand characters at most")
    func messageLength() throws {
        let long = String(repeating: "\u{E9}", count: 10_001)
        let message = "message text exceeds 10000 characters"
        try expect(
            SendTimeAnswer.body(["message": ["text": .string(long)]]), "MESSAGE_TOO_LONG", message, "message.text")
        try expect(SendTimeAnswer.body(["message": .string(long)]), "MESSAGE_TOO_LONG", message, "message")
        #expect(try SendTimeAnswer(["message": ["text": .string(String(long.dropLast()))]]).suggestions.count == 3)
    }

    @Test("a thousand busy intervals are allowed over all parties together")
    func busyIntervals() throws {
        let busy: JSON = ["start": "2026-07-16T10:00:00Z", "end": "2026-07-16T11:00:00Z"]
        func party(_ count: Int) -> JSON {
            ["timezone": "UTC", "busy_intervals": .array(Array(repeating: busy, count: count))]
        }
        try expect(
            SendTimeAnswer.body(recipients: [party(600), party(401)]), "TOO_MANY_BUSY_INTERVALS",
            "a maximum of 1000 busy intervals is allowed", "recipients[1].busy_intervals")
        try expect(
            SendTimeAnswer.body(recipients: [party(600)], ["sender": party(401)]), "TOO_MANY_BUSY_INTERVALS",
            "a maximum of 1000 busy intervals is allowed", "sender.busy_intervals")
        #expect(try SendTimeAnswer(recipients: [party(1000)]).suggestions.count == 3)
    }

    @Test(
        "hours and windows are checked",
        arguments: [
            (
                ["working_hours": ["start": "9:00", "end": "17:00"]], "working_hours.start",
                "must be a time of day as HH:MM, but is \"9:00\""
            ),
            (
                ["working_hours": ["start": "09:00"]], "working_hours.end",
                "must be a time of day as HH:MM, but is missing"
            ),
            (
                ["working_hours": ["start": "24:00", "end": "12:00"]], "working_hours.start",
                "must be a time of day as HH:MM, but is \"24:00\""
            ),
            (
                ["quiet_hours": ["start": "22:00", "end": "22:00"]], "quiet_hours",
                "must not begin and end at the same time"
            ),
            (
                ["preferred_windows": [["start": "09:00", "end": "10:00", "days": ["Moonday"]]]],
                "preferred_windows[0].days[0]", "must be a day such as MON, but is \"Moonday\""
            ),
            (
                ["avoid_windows": [["start": "09:00", "end": "10:00", "days": []]]], "avoid_windows[0].days",
                "must name at least one day"
            ),
        ] as [(JSONObject, String, String)])
    func timeWindows(members: JSONObject, field: String, reason: String) throws {
        var party: JSONObject = ["timezone": "UTC"]
        for member in members { party[member.key] = member.value }
        try expect(
            SendTimeAnswer.body(recipients: [.object(party)]), "INVALID_TIME_WINDOW",
            "recipients[0].\(field) \(reason)",
            "recipients[0].\(field)")
        try expect(
            SendTimeAnswer.body(["sender": .object(party)]), "INVALID_TIME_WINDOW", "sender.\(field) \(reason)",
            "sender.\(field)")
    }

    @Test("holidays are dates, busy intervals end after they begin, priorities are known")
    func ownRules() throws {
        func party(_ key: String, _ value: JSON) -> JSON {
            SendTimeAnswer.body(recipients: [.object(["timezone": "UTC", key: value])])
        }
        try expect(
            party("holidays", ["2026-12-25", "2026-02-30"]), "INVALID_HOLIDAY",
            "recipients[0].holidays[1] must be a date as YYYY-MM-DD, but is \"2026-02-30\"", "recipients[0].holidays[1]"
        )
        let busy: JSON = [["start": "2026-07-16T11:00:00Z", "end": "2026-07-16T11:00:00Z"]]
        try expect(
            party("busy_intervals", busy), "INVALID_BUSY_INTERVAL",
            "recipients[0].busy_intervals[0] must end after it begins", "recipients[0].busy_intervals[0]")
        try expect(
            party("busy_intervals", [["start": "now"]]), "INVALID_BUSY_INTERVAL",
            "recipients[0].busy_intervals[0].start must be an RFC3339 timestamp",
            "recipients[0].busy_intervals[0].start")
        try expect(
            SendTimeAnswer.body(["message": ["priority": "asap"]]), "INVALID_PRIORITY",
            "priority must be one of urgent, high, normal, or low, but is \"asap\"", "message.priority")
        try expect(
            SendTimeAnswer.body(["options": ["minimum_spacing_minutes": -1]]), "INVALID_SETTING",
            "minimum_spacing_minutes must be between 0 and 43200", "options.minimum_spacing_minutes")
        let windows = JSON.array(Array(repeating: ["start": "09:00", "end": "10:00"], count: 21))
        try expect(
            party("preferred_windows", windows), "LIMIT_EXCEEDED",
            "recipients[0].preferred_windows must have at most 20 windows", "recipients[0].preferred_windows")
        try expect(
            party("holidays", .array(Array(repeating: "2026-12-25", count: 401))), "LIMIT_EXCEEDED",
            "recipients[0].holidays must have at most 400 dates", "recipients[0].holidays")
        try expect(
            party("id", .string(String(repeating: "i", count: 201))), "LIMIT_EXCEEDED",
            "recipients[0].id must have at most 200 bytes", "recipients[0].id")
    }

    @Test(
        "a wrong type is told with the way to it, before any other fault",
        arguments: [
            ([], "the request body must be an object, but is an array", nil),
            (["recipients": "all"], "recipients must be an array, but is a string", "recipients"),
            (["recipients": ["bob"]], "recipients[0] must be an object, but is a string", "recipients[0]"),
            (
                ["recipients": [["timezone": 5]]], "recipients[0].timezone must be a string, but is an integer",
                "recipients[0].timezone"
            ),
            (
                ["recipients": [["primary": "yes"]]], "recipients[0].primary must be a boolean, but is a string",
                "recipients[0].primary"
            ),
            (
                ["recipients": [["holidays": [1]]]], "recipients[0].holidays[0] must be a string, but is an integer",
                "recipients[0].holidays[0]"
            ),
            (
                ["recipients": [["working_hours": "9-5"]]],
                "recipients[0].working_hours must be an object, but is a string", "recipients[0].working_hours"
            ),
            (["sender": "me"], "sender must be an object, but is a string", "sender"),
            (["suggestion_count": "3"], "suggestion_count must be an integer, but is a string", "suggestion_count"),
            (["suggestion_count": 2.5], "suggestion_count must be an integer, but is a number", "suggestion_count"),
            (
                ["options": ["diversify": 1]], "options.diversify must be a boolean, but is an integer",
                "options.diversify"
            ),
            (
                ["constraints": ["earliest_send_at": 1]],
                "constraints.earliest_send_at must be a string, but is an integer", "constraints.earliest_send_at"
            ),
            (["options": []], "options must be an object, but is an array", "options"),
            (["message": 5], "message must be a string, but is an integer", "message"),
            (["metadata": "m"], "metadata must be an object, but is a string", "metadata"),
            (["recipient_coverage": 1], "recipient_coverage must be a string, but is an integer", "recipient_coverage"),
        ] as [(JSON, String, String?)])
    func wrongTypes(body: JSON, message: String, field: String?) throws {
        try expect(body, "INVALID_FIELD_TYPE", message, field)
    }

    @Test("settings stand in the body, in its options or its constraints")
    func places() throws {
        for place in ["", "options", "constraints"] {
            let settings: JSONObject = ["suggestion_count": 1, "candidate_interval_minutes": 60]
            let members: JSONObject = place.isEmpty ? settings : [place: .object(settings)]
            let answer = try SendTimeAnswer(members)
            #expect(answer.suggestions.count == 1)
            #expect(answer.count("candidate_interval_minutes") == 60)
        }
        #expect(
            try problem(SendTimeAnswer.body(["options": ["suggestion_count": 11]])).field == "options.suggestion_count")
    }

    @Test("faults are told in the order of the documented table")
    func order() throws {
        var body: JSONObject = [
            "recipients": [["timezone": "x"]], "candidate_interval_minutes": 7, "suggestion_count": 0,
            "search_horizon_days": 0, "reference_time": "x", "latest_send_at": "x", "recipient_coverage": "x",
            "message": .string(String(repeating: "m", count: 10_001)),
        ]
        let mended: [(String, JSON, String)] = [
            ("recipients", [Self.berlin], "INVALID_TIMEZONE"),
            ("candidate_interval_minutes", 5, "UNSUPPORTED_CANDIDATE_INTERVAL"),
            ("suggestion_count", 1, "INVALID_SUGGESTION_COUNT"), ("search_horizon_days", 1, "INVALID_SEARCH_HORIZON"),
            ("reference_time", "2026-07-15T10:00:00Z", "INVALID_REFERENCE_TIME"),
            ("latest_send_at", "2026-07-16T10:00:00Z", "INVALID_SEARCH_WINDOW"),
            ("recipient_coverage", "majority", "INVALID_RECIPIENT_COVERAGE"), ("message", "m", "MESSAGE_TOO_LONG"),
        ]
        for (key, value, code) in mended {
            #expect(try problem(.object(body)).code == code)
            body[key] = value
        }
        #expect(try SendTimeAnswer(body: .object(body)).suggestions.count == 1)
    }
}
