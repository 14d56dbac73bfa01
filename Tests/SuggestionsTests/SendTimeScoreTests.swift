import Testing
import WireJSON

@Suite("Scores of send times")
struct SendTimeScoreTests {
    private static let utc: JSON = ["id": "r1", "timezone": "UTC"]

    private func score(_ time: String, _ recipients: [JSON] = [utc], _ members: JSONObject = [:]) throws -> Double? {
        try scored(time, recipients: recipients, members)["score"]?.doubleValue
    }

    private func recipient(_ members: JSONObject) -> JSON {
        var all: JSONObject = ["id": "r1", "timezone": "UTC"]
        for member in members { all[member.key] = member.value }
        return .object(all)
    }

    @Test("a plain working hour has every part but urgency in full")
    func plain() throws {
        let found = try scored("2026-07-16T10:00:00Z", recipients: [Self.utc])
        #expect(
            found["score_breakdown"]?.text == """
                {"working_hours":0.3,"preferred_window":0.2,"sender_overlap":0.15,"recipient_coverage":0.15,\
                "priority":0.06,"delay":0.05,"day":0.05,"penalties":0}
                """)
        #expect(found["score"]?.doubleValue == 0.96)
    }

    @Test("outside working hours the hours and the preference are missing")
    func outside() throws {
        #expect(try score("2026-07-16T19:00:00Z") == 0.46)
    }

    @Test(
        "the priority counts a tenth",
        arguments: [("high", 0.98), ("normal", 0.96), ("low", 0.94)])
    func priorities(priority: String, expected: Double) throws {
        #expect(try score("2026-07-16T10:00:00Z", [Self.utc], ["priority": .string(priority)]) == expected)
    }

    @Test("the message's priority counts before the request's")
    func messagePriority() throws {
        let members: JSONObject = ["priority": "low", "message": ["text": "hi", "priority": "high"]]
        #expect(try score("2026-07-16T10:00:00Z", [Self.utc], members) == 0.98)
    }

    @Test("a preferred window counts where one is named, else working hours do")
    func preferred() throws {
        let picky = recipient(["preferred_windows": [["start": "14:00", "end": "16:00", "days": ["THU"]]]])
        #expect(try score("2026-07-16T10:00:00Z", [picky]) == 0.76)
        #expect(try score("2026-07-16T14:00:00Z", [picky]) == 0.96)
        #expect(try score("2026-07-20T14:00:00Z", [picky]) == 0.76)
        let found = try scored("2026-07-16T14:00:00Z", recipients: [picky])
        #expect(found["flags"] == ["PREFERRED_RECIPIENT_WINDOW"])
        #expect(found.string("reason") == "Within working hours for all recipients, in a preferred window.")
    }

    @Test("the sender counts when there is one")
    func sender() throws {
        let away: JSONObject = ["sender": ["timezone": "Asia/Tokyo"]]
        #expect(try score("2026-07-16T10:00:00Z", [Self.utc], away) == 0.81)
        let here = try scored("2026-07-16T10:00:00Z", recipients: [Self.utc], ["sender": ["timezone": "Europe/London"]])
        #expect(here["score"]?.doubleValue == 0.96)
        #expect(here["flags"] == ["SENDER_RECIPIENT_OVERLAP"])
        #expect(here.string("reason") == "Within working hours for all recipients, while the sender is working.")
        #expect(here.string("sender_local", "time") == "11:00")
    }

    @Test("shares of recipients count in part")
    func shares() throws {
        let tokyo: JSON = ["id": "r2", "timezone": "Asia/Tokyo"]
        let found = try scored("2026-07-16T10:00:00Z", recipients: [Self.utc, tokyo])
        #expect(found.at("score_breakdown", "working_hours")?.doubleValue == 0.15)
        #expect(found["score"]?.doubleValue == 0.71)
        #expect(found.string("reason") == "Within working hours for 1 of 2 recipients.")
    }

    @Test("the day is the first recipient's: Fridays half, weekends a fifth")
    func days() throws {
        #expect(try score("2026-07-17T10:00:00Z") == 0.94)
        let weekend = recipient(["working_hours": ["start": "09:00", "end": "17:00", "days": ["saturday", "Sun"]]])
        #expect(try score("2026-07-18T10:00:00Z", [weekend]) == 0.92)
    }

    @Test("sooner is better by a twentieth")
    func delay() throws {
        let answer = try SendTimeAnswer([
            "earliest_send_at": "2026-07-16T10:00:00Z", "latest_send_at": "2026-07-17T10:00:00Z",
            "suggestion_count": 10,
            "minimum_spacing_minutes": 1440, "diversify": false, "candidate_interval_minutes": 60,
        ])
        let delays = answer.suggestions.compactMap { $0.at("score_breakdown", "delay")?.doubleValue }
        #expect(delays == [0.05, 0])
    }

    @Test(
        "what speaks against a time is taken off",
        arguments: [
            ("2026-07-16T12:00:00Z", 0.86), ("2026-07-16T12:55:00Z", 0.86), ("2026-07-16T13:00:00Z", 0.96),
            ("2026-07-16T16:30:00Z", 0.86), ("2026-07-16T16:25:00Z", 0.96), ("2026-07-16T16:55:00Z", 0.86),
            ("2026-07-16T09:00:00Z", 0.93), ("2026-07-16T09:10:00Z", 0.93), ("2026-07-16T09:15:00Z", 0.96),
            ("2026-07-17T14:55:00Z", 0.94), ("2026-07-17T15:00:00Z", 0.84),
        ])
    func penalties(time: String, expected: Double) throws {
        #expect(try score(time) == expected)
    }

    @Test(
        "the edges of quiet hours are avoided",
        arguments: [
            ("20:30", 0.46), ("20:35", 0.36), ("20:55", 0.36), ("06:00", 0.36), ("06:25", 0.36), ("06:30", 0.46),
        ])
    func quietEdges(clock: String, expected: Double) throws {
        let rested = recipient(["quiet_hours": ["start": "21:00", "end": "06:00"]])
        #expect(try score("2026-07-16T\(clock):00Z", [rested]) == expected)
    }

    @Test("an avoided window costs a tenth, once")
    func avoided() throws {
        let windows: JSON = [["start": "10:00", "end": "11:00"], ["start": "10:00", "end": "12:00"]]
        #expect(try score("2026-07-16T10:00:00Z", [recipient(["avoid_windows": windows])]) == 0.86)
        #expect(try score("2026-07-16T11:30:00Z", [recipient(["avoid_windows": windows])]) == 0.86)
    }

    @Test("a pressing message loses by waiting more than two days")
    func late() throws {
        #expect(try score("2026-07-20T10:00:00Z", [Self.utc], ["priority": "high"]) == 0.83)
        #expect(try score("2026-07-20T10:00:00Z", [Self.utc], ["priority": "normal"]) == 0.96)
        let edge: JSONObject = ["priority": "high", "reference_time": "2026-07-14T10:00:00Z"]
        #expect(try score("2026-07-16T10:00:00Z", [Self.utc], edge) == 0.98)
        #expect(try score("2026-07-16T10:05:00Z", [Self.utc], edge) == 0.83)
    }

    @Test("a score is never below nothing")
    func clamped() throws {
        let worst = recipient([
            "avoid_windows": [["start": "12:00", "end": "13:00"]], "quiet_hours": ["start": "12:40", "end": "12:50"],
            "working_hours": ["start": "01:00", "end": "02:00"],
            "preferred_windows": [["start": "01:00", "end": "02:00"]],
        ])
        let away: JSON = ["timezone": "UTC", "working_hours": ["start": "01:00", "end": "02:00"]]
        let found = try scored(
            "2026-07-17T12:30:00Z", recipients: [worst],
            ["sender": away, "priority": "low"])
        #expect(found["score"]?.doubleValue == 0)
        #expect(found.at("score_breakdown", "penalties")?.doubleValue == 0.3)
    }

    @Test("the first working hour is flagged; breakdowns can be left out")
    func flags() throws {
        #expect(try scored("2026-07-16T09:55:00Z", recipients: [Self.utc])["flags"] == ["RECIPIENT_WORKDAY_START"])
        #expect(try scored("2026-07-16T10:00:00Z", recipients: [Self.utc])["flags"] == nil)
        let bare = try scored("2026-07-16T10:00:00Z", recipients: [Self.utc], ["include_score_breakdown": false])
        #expect(bare["score_breakdown"] == nil)
    }

    @Test("an urgent message is to be sent now, whatever the hour")
    func urgent() throws {
        let answer = try SendTimeAnswer([
            "priority": "urgent", "reference_time": "2026-07-18T03:20:00Z", "suggestion_count": 2,
        ])
        let first = answer.suggestions[0]
        #expect(first.string("send_at") == "2026-07-18T03:20:00Z")
        #expect(first.string("label") == "Send now")
        #expect(first["score"]?.doubleValue == 1)
        #expect(first["flags"] == ["IMMEDIATE_SEND_RECOMMENDED", "URGENT_MESSAGE"])
        #expect(first["coverage"] == ["valid_recipients": 0, "total_recipients": 1, "ratio": 0.0])
        #expect(answer.times == ["2026-07-18T03:20:00Z", "2026-07-20T09:30:00Z"])
        #expect(answer.data.at("send_now", "recommended") == true)
        let alone = try SendTimeAnswer(["priority": "urgent", "latest_send_at": "2020-01-01T00:00:00Z"])
        #expect(alone.times == ["2026-07-15T14:10:00Z"])
        #expect(alone.data["no_suggestion"] == nil)
    }

    @Test("to send now is recommended from .7, unless a rule speaks against it")
    func sendNow() throws {
        func now(_ reference: String, _ party: JSONObject = [:]) throws -> JSON? {
            try SendTimeAnswer(recipients: [recipient(party)], ["reference_time": .string(reference)]).data["send_now"]
        }
        let good = try now("2026-07-16T10:07:00Z")
        #expect(good?["recommended"] == true)
        #expect(good?["score"]?.doubleValue == 0.96)
        #expect(good?.string("reason") == "The current time is a good time to send.")
        let night = try now("2026-07-16T03:00:00Z")
        #expect(night?["recommended"] == false)
        #expect(night?.string("reason") == "A better time to send is coming up.")
        let busy = try now(
            "2026-07-16T10:07:00Z",
            ["busy_intervals": [["start": "2026-07-16T10:00:00Z", "end": "2026-07-16T11:00:00Z"]]])
        #expect(busy?["recommended"] == false)
        #expect(busy?["score"]?.doubleValue == 0.81)
        #expect(busy?.string("reason") == "The current time is ruled out: CALENDAR_BUSY.")
        #expect(try SendTimeAnswer(["evaluate_send_now": false]).data["send_now"] == nil)
    }
}
