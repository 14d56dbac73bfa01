import Testing
import WireJSON

@Suite("Send times and the clocks of people")
struct SendTimeZoneTests {
    @Test("working hours follow the clocks when they are put forward")
    func spring() throws {
        let answer = try SendTimeAnswer(
            recipients: [
                [
                    "id": "r", "timezone": "Europe/Berlin",
                    "working_hours": [
                        "start": "09:00", "end": "17:00", "days": ["SAT", "SUN", "MON"],
                    ],
                ]
            ],
            [
                "reference_time": "2026-03-28T00:00:00Z", "search_horizon_days": 3, "avoid_weekends": false,
                "working_hours_only": true, "candidate_interval_minutes": 60, "minimum_spacing_minutes": 1200,
                "diversify": false,
            ])
        // 10:00 on the clocks each day; the clocks go forward on the 29th.
        #expect(
            answer.times.sorted().map { String($0.dropFirst(8)) } == ["28T09:00:00Z", "29T08:00:00Z", "30T08:00:00Z"])
        #expect(answer.count("candidates_scored") == 24)
    }

    @Test("quiet hours over the change of clocks are as long as the clocks show")
    func changeOverNight() throws {
        func quiet(_ from: String, _ to: String) throws -> Int64? {
            try SendTimeAnswer(
                recipients: [["timezone": "America/New_York", "quiet_hours": ["start": "22:00", "end": "06:00"]]],
                [
                    "reference_time": .string(from), "latest_send_at": .string(to), "avoid_weekends": false,
                    "candidate_interval_minutes": 30,
                ]
            ).rejected("RECIPIENT_QUIET_HOURS")
        }
        // From noon to noon: 8 hours in an ordinary night, 7 in the spring night, 9 in the autumn night.
        #expect(try quiet("2026-03-06T17:00:00Z", "2026-03-07T17:00:00Z") == 16)
        #expect(try quiet("2026-03-07T17:00:00Z", "2026-03-08T16:00:00Z") == 14)
        #expect(try quiet("2026-10-31T16:00:00Z", "2026-11-01T17:00:00Z") == 18)
    }

    @Test("an hour that comes twice is the same time of day twice")
    func autumn() throws {
        let answer = try SendTimeAnswer(
            recipients: [
                [
                    "id": "r", "timezone": "America/New_York",
                    "working_hours": [
                        "start": "01:00", "end": "02:00", "days": ["SUN"],
                    ],
                ]
            ],
            [
                "reference_time": "2026-11-01T04:00:00Z", "latest_send_at": "2026-11-01T08:00:00Z",
                "avoid_weekends": false,
                "working_hours_only": true, "minimum_spacing_minutes": 60, "candidate_interval_minutes": 60,
            ])
        #expect(answer.times == ["2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z"])
        let locals = answer.suggestions.compactMap { $0["recipient_local_times"]?[0]?.string("datetime") }
        #expect(locals == ["2026-11-01T01:00:00-04:00", "2026-11-01T01:00:00-05:00"])
    }

    @Test("a window that passes midnight belongs to the day on which it begins")
    func overnight() throws {
        let night: JSON = [
            "id": "r", "timezone": "UTC", "working_hours": ["start": "22:00", "end": "06:00", "days": ["THU"]],
        ]
        let answer = try SendTimeAnswer(
            recipients: [night],
            [
                "earliest_send_at": "2026-07-16T00:00:00Z", "latest_send_at": "2026-07-17T23:00:00Z",
                "working_hours_only": true,
                "candidate_interval_minutes": 60, "suggestion_count": 10, "minimum_spacing_minutes": 0,
                "diversify": false,
            ])
        let hours = answer.times.sorted().map { String($0.dropFirst(8).prefix(5)) }
        #expect(hours == ["16T22", "16T23", "17T00", "17T01", "17T02", "17T03", "17T04", "17T05"])
    }

    @Test("a window can end at midnight")
    func midnight() throws {
        for end in ["24:00", "00:00"] {
            let late: JSON = ["id": "r", "timezone": "UTC", "working_hours": ["start": "22:00", "end": .string(end)]]
            let answer = try SendTimeAnswer(
                recipients: [late],
                [
                    "earliest_send_at": "2026-07-16T00:00:00Z", "latest_send_at": "2026-07-16T23:59:00Z",
                    "working_hours_only": true, "candidate_interval_minutes": 30,
                ])
            #expect(answer.count("candidates_scored") == 4)
        }
    }

    @Test("everyone's time is told on their own clocks")
    func locals() throws {
        let found = try scored(
            "2026-07-20T03:30:00Z",
            recipients: [
                ["id": "la", "timezone": "America/Los_Angeles"],
                ["id": "in", "timezone": "Asia/Kolkata", "holidays": ["2026-07-20"]],
            ], ["coverage_strategy": "best_effort", "sender": ["timezone": "UTC"]])
        #expect(
            found["recipient_local_times"]?.text == """
                [{"recipient_id":"la","datetime":"2026-07-19T20:30:00-07:00","timezone":"America/Los_Angeles",\
                "day":"SUN","time":"20:30","within_working_hours":false,"within_quiet_hours":false,"is_weekend":true,\
                "is_holiday":false},\
                {"recipient_id":"in","datetime":"2026-07-20T09:00:00+05:30","timezone":"Asia/Kolkata","day":"MON",\
                "time":"09:00","within_working_hours":false,"within_quiet_hours":false,"is_weekend":false,\
                "is_holiday":true}]
                """)
        #expect(found.string("sender_local", "datetime") == "2026-07-20T03:30:00Z")
    }
}
