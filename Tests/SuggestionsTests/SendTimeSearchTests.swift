import CivilTime
import Suggestions
import Testing
import WireJSON

@Suite("The search for send times")
struct SendTimeSearchTests {
    private static let office: JSON = ["start": "09:00", "end": "17:00"]

    @Test("without settings: seven days from now in half hours, no weekends, three times, two hours apart")
    func defaults() throws {
        let answer = try SendTimeAnswer()
        #expect(
            answer.data["search"]?.text == """
                {"window_start":"2026-07-15T14:10:00Z","window_end":"2026-07-22T14:10:00Z",\
                "candidate_interval_minutes":30,"candidates_generated":336,"candidates_rejected":96,\
                "candidates_scored":240}
                """)
        #expect(answer.data["rejected_summary"] == ["WEEKEND": 96])
        #expect(answer.times == ["2026-07-15T14:30:00Z", "2026-07-16T09:30:00Z", "2026-07-16T13:00:00Z"])
        #expect(answer.suggestions.compactMap { $0["rank"]?.intValue } == [1, 2, 3])
        #expect(answer.suggestions.compactMap { $0.string("id") } == ["sts_001", "sts_002", "sts_003"])
    }

    @Test("candidates are multiples of the interval, both ends of the window included")
    func alignment() throws {
        func generated(_ interval: Int64, _ from: String, _ to: String) throws -> Int64? {
            try SendTimeAnswer([
                "candidate_interval_minutes": .int(interval), "earliest_send_at": .string(from),
                "latest_send_at": .string(to),
            ]).count("candidates_generated")
        }
        #expect(try generated(30, "2026-07-16T10:00:00Z", "2026-07-16T12:00:00Z") == 5)
        #expect(try generated(60, "2026-07-16T10:00:01Z", "2026-07-16T12:00:00Z") == 2)
        #expect(try generated(15, "2026-07-16T10:01:00Z", "2026-07-16T10:14:00Z") == 0)
        #expect(try generated(5, "2026-07-16T10:00:00.001Z", "2026-07-16T10:05:00Z") == 1)
        #expect(try generated(10, "1960-01-01T00:00:00Z", "2026-07-15T14:30:00Z") == 3)
    }

    @Test("the horizon counts from where the window begins and is thirty days at most")
    func horizon() throws {
        func end(_ members: JSONObject) throws -> String? {
            try SendTimeAnswer(members).data.string("search", "window_end")
        }
        #expect(try end(["search_horizon_days": 1]) == "2026-07-16T14:10:00Z")
        #expect(try end(["search_horizon_days": 400]) == "2026-08-14T14:10:00Z")
        #expect(try end(["earliest_send_at": "2026-08-01T00:00:00Z"]) == "2026-08-08T00:00:00Z")
        #expect(try end(["latest_send_at": "2026-07-30T00:00:00Z"]) == "2026-07-30T00:00:00Z")
        #expect(try end(["latest_send_at": "2027-07-30T00:00:00Z"]) == "2026-08-14T14:10:00Z")
        #expect(
            try end(["latest_send_at": "2026-07-30T00:00:00Z", "search_horizon_days": 2]) == "2026-07-17T14:10:00Z")
        #expect(try end(["reference_time": "2026-01-01T00:00:00+01:00"]) == "2026-01-07T23:00:00Z")
    }

    @Test("the longest search has a bounded number of candidates")
    func bound() throws {
        let answer = try SendTimeAnswer([
            "candidate_interval_minutes": 5, "search_horizon_days": 30, "earliest_send_at": "2026-07-16T00:00:00Z",
        ])
        #expect(answer.count("candidates_generated") == 8641)
    }

    @Test("no suitable time is an answer, with what stands in the way and what would help")
    func noCandidates() throws {
        let answer = try SendTimeAnswer([
            "earliest_send_at": "2026-07-18T00:00:00Z", "latest_send_at": "2026-07-19T12:00:00Z",
        ])
        #expect(answer.suggestions == [])
        #expect(
            answer.data["no_suggestion"] == [
                "code": "NO_VALID_CANDIDATES",
                "message": "no candidate time satisfies the constraints within the search window",
                "recommendations": [
                    "Set avoid_weekends to false.",
                    "Widen the search window with search_horizon_days or latest_send_at.",
                ],
            ])
        #expect(answer.count("candidates_scored") == 0)
        let past = try SendTimeAnswer(["latest_send_at": "2020-01-01T00:00:00Z"])
        #expect(past.count("candidates_generated") == 0)
        #expect(past.data["rejected_summary"] == nil)
        #expect(past.data.string("no_suggestion", "code") == "NO_VALID_CANDIDATES")
    }

    /// The codes for which candidates of Thursday 2026-07-16 are rejected.
    private func rejections(_ recipient: JSONObject, _ members: JSONObject = [:]) throws -> JSON? {
        var party: JSONObject = ["id": "r1", "timezone": "UTC"]
        for member in recipient { party[member.key] = member.value }
        var all: JSONObject = [
            "earliest_send_at": "2026-07-16T00:00:00Z", "latest_send_at": "2026-07-16T23:59:00Z",
            "candidate_interval_minutes": 60,
        ]
        for member in members { all[member.key] = member.value }
        return try SendTimeAnswer(recipients: [.object(party)], all).data["rejected_summary"]
    }

    @Test("each rule rejects what it is about, and only while it is on")
    func rejectionCodes() throws {
        let quiet: JSONObject = ["quiet_hours": ["start": "22:00", "end": "07:00"]]
        #expect(try rejections(quiet) == ["RECIPIENT_QUIET_HOURS": 9])
        #expect(try rejections(quiet, ["respect_quiet_hours": false]) == nil)
        #expect(try rejections([:], ["working_hours_only": true]) == ["RECIPIENT_OUTSIDE_WORKING_HOURS": 16])
        #expect(try rejections([:]) == nil)
        let holidays: JSONObject = ["holidays": ["2026-07-16"]]
        #expect(try rejections(holidays, ["avoid_holidays": true]) == ["HOLIDAY": 24])
        #expect(try rejections(holidays) == nil)
        let busy: JSONObject = [
            "busy_intervals": [
                ["start": "2026-07-16T10:00:00Z", "end": "2026-07-16T12:00:00Z"],
                ["start": "2026-07-16T11:00:00Z", "end": "2026-07-16T13:30:00Z"],
            ]
        ]
        #expect(try rejections(busy) == ["CALENDAR_BUSY": 4])
        #expect(
            try rejections([:], ["reference_time": "2026-07-16T00:00:00Z", "minimum_delay_minutes": 150])
                == ["BELOW_MINIMUM_DELAY": 3])
        let sender: JSON = ["timezone": "UTC", "quiet_hours": ["start": "00:00", "end": "06:00"]]
        #expect(try rejections([:], ["sender": sender]) == ["SENDER_QUIET_HOURS": 6])
        #expect(try rejections([:], ["sender": sender, "respect_quiet_hours": false]) == nil)
        var busySender = busy
        busySender["timezone"] = "UTC"
        #expect(try rejections([:], ["sender": .object(busySender)]) == ["CALENDAR_BUSY": 4])
        let weekend: JSONObject = [
            "earliest_send_at": "2026-07-18T00:00:00Z", "latest_send_at": "2026-07-18T23:00:00Z",
        ]
        #expect(try rejections([:], weekend) == ["WEEKEND": 24])
    }

    @Test("codes are listed in the order of the alphabet")
    func summaryOrder() throws {
        let summary = try rejections(
            ["quiet_hours": ["start": "22:00", "end": "07:00"]],
            ["working_hours_only": true, "reference_time": "2026-07-16T08:00:00Z", "minimum_delay_minutes": 90])
        #expect(
            summary?.objectValue?.keys == [
                "BELOW_MINIMUM_DELAY", "RECIPIENT_OUTSIDE_WORKING_HOURS", "RECIPIENT_QUIET_HOURS",
            ])
    }

    @Test("the coverage strategy says how many recipients a time must suit")
    func coverage() throws {
        let early: JSON = ["id": "a", "timezone": "UTC", "working_hours": ["start": "06:00", "end": "12:00"]]
        let late: JSON = [
            "id": "b", "timezone": "UTC", "working_hours": ["start": "11:00", "end": "17:00"], "primary": true,
        ]
        let other: JSON = ["id": "c", "timezone": "UTC", "working_hours": ["start": "16:00", "end": "20:00"]]
        func answer(_ coverage: JSON) throws -> SendTimeAnswer {
            try SendTimeAnswer(
                recipients: [early, late, other],
                [
                    "earliest_send_at": "2026-07-16T00:00:00Z", "latest_send_at": "2026-07-16T23:00:00Z",
                    "candidate_interval_minutes": 60, "working_hours_only": true, "recipient_coverage": coverage,
                    "reference_time": "2026-07-16T00:00:00Z",
                ])
        }
        #expect(try answer("all_recipients").count("candidates_scored") == 0)
        #expect(try answer("all_recipients").data["rejected_summary"] == ["RECIPIENT_OUTSIDE_WORKING_HOURS": 24])
        #expect(try answer(["strategy": "primary_recipients"]).count("candidates_scored") == 6)
        let majority = try answer("majority")
        #expect(majority.count("candidates_scored") == 2)
        #expect(majority.rejected("INSUFFICIENT_RECIPIENT_COVERAGE") == 22)
        #expect(majority.suggestions[0]["coverage"] == ["valid_recipients": 2, "total_recipients": 3, "ratio": 0.67])
        #expect(try answer(["strategy": "majority", "minimum_ratio": 0.3]).count("candidates_scored") == 14)
        #expect(try answer("best_effort").count("candidates_scored") == 14)
    }

    @Test("where nobody is marked as primary the first recipient is")
    func standardPrimary() throws {
        let day: JSON = ["id": "a", "timezone": "UTC"]
        let night: JSON = ["id": "b", "timezone": "UTC", "working_hours": ["start": "20:00", "end": "04:00"]]
        func scored(_ recipients: [JSON]) throws -> Int64? {
            try SendTimeAnswer(
                recipients: recipients,
                [
                    "earliest_send_at": "2026-07-16T00:00:00Z", "latest_send_at": "2026-07-16T23:59:00Z",
                    "working_hours_only": true, "coverage_strategy": "primary_recipients",
                    "candidate_interval_minutes": 60,
                ]
            ).count("candidates_scored")
        }
        #expect(try scored([day, night]) == 8)
        #expect(try scored([night, day]) == 8)
    }

    @Test("ties go to the earliest; spacing keeps times apart; every part of a day gives one before any gives two")
    func selection() throws {
        let window: JSONObject = [
            "earliest_send_at": "2026-07-16T13:00:00Z", "latest_send_at": "2026-07-16T16:00:00Z",
            "candidate_interval_minutes": 30, "suggestion_count": 5,
        ]
        func times(_ members: JSONObject) throws -> [String] {
            var all = window
            for member in members { all[member.key] = member.value }
            return try SendTimeAnswer(all).times.map { String($0.dropFirst(11).prefix(5)) }
        }
        #expect(try times([:]) == ["13:00", "15:00"])
        #expect(try times(["minimum_spacing_minutes": 60]) == ["13:00", "14:00", "15:00", "16:00"])
        #expect(try times(["minimum_spacing_minutes": 0]) == ["13:00", "13:30", "14:00", "14:30", "15:00"])
        let wide = try SendTimeAnswer([
            "minimum_spacing_minutes": 30, "suggestion_count": 4, "earliest_send_at": "2026-07-16T08:00:00Z",
        ])
        #expect(Set(wide.suggestions.compactMap { $0.string("label") }).count == 4)
        let narrow = try SendTimeAnswer([
            "minimum_spacing_minutes": 30, "suggestion_count": 4, "earliest_send_at": "2026-07-16T08:00:00Z",
            "diversify": false,
        ])
        #expect(narrow.times.map { String($0.dropFirst(11).prefix(5)) } == ["09:30", "10:00", "10:30", "11:00"])
    }

    @Test("labels say the day as the first recipient sees it")
    func labels() throws {
        func label(_ time: String, _ zone: String) throws -> String? {
            try scored(time, recipients: [["timezone": .string(zone)]]).string("label")
        }
        #expect(try label("2026-07-15T16:00:00Z", "UTC") == "Today afternoon")
        #expect(try label("2026-07-15T17:00:00Z", "UTC") == "Today evening")
        #expect(try label("2026-07-16T11:55:00Z", "UTC") == "Tomorrow morning")
        #expect(try label("2026-07-20T12:00:00Z", "UTC") == "Monday afternoon")
        #expect(try label("2026-07-15T16:00:00Z", "Asia/Tokyo") == "Tomorrow morning")
        #expect(try label("2026-07-19T20:00:00Z", "Asia/Tokyo") == "Monday morning")
    }
}
