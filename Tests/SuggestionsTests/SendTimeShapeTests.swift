import CivilTime
import Suggestions
import Testing
import WireJSON

@Suite("The answer of the search for send times")
struct SendTimeShapeTests {
    private static let full: JSON = [
        "reference_time": "2026-07-15T10:10:00-04:00",
        "sender": ["id": "me", "timezone": "America/New_York", "working_hours": ["start": "08:00", "end": "16:00"]],
        "recipients": [["id": "r1", "timezone": "Europe/London"], ["timezone": "Europe/Paris"]],
        "message": ["text": "Hello", "priority": "normal"], "avoid_holidays": true,
        "metadata": ["campaign": "c1", "tags": [1, nil]],
    ]

    @Test("every key stands in its place")
    func keys() throws {
        let data = try SendTimeAnswer(body: Self.full).data
        #expect(
            data.objectValue?.keys == [
                "request_id", "reference_time", "policy", "engine", "suggestions", "search", "rejected_summary",
                "send_now", "warnings", "metadata",
            ])
        #expect(data["request_id"] == "req_1")
        #expect(data["reference_time"] == "2026-07-15T14:10:00Z")
        #expect(data["policy"]?.text == #"{"id":"default_send_time","version":"1.0.0"}"#)
        #expect(data["engine"]?.text == #"{"version":"1.0.0","timezone_database_version":"system"}"#)
        #expect(data["metadata"]?.text == #"{"campaign":"c1","tags":[1,null]}"#)
        let first = data["suggestions"]?[0]
        #expect(
            first?.objectValue?.keys == [
                "id", "send_at", "label", "score", "rank", "reason", "sender_local", "recipient_local_times",
                "coverage",
                "score_breakdown", "flags",
            ])
        #expect(
            first?["recipient_local_times"]?[1]?.objectValue?.keys == [
                "recipient_id", "datetime", "timezone", "day", "time", "within_working_hours", "within_quiet_hours",
                "is_weekend", "is_holiday",
            ])
        #expect(first?["recipient_local_times"]?[1]?["recipient_id"] == "recipient_002")
        #expect(data["send_now"]?.objectValue?.keys == ["recommended", "score", "reason", "recipient_local_times"])
    }

    @Test("who has no working hours, and holidays that nobody named, are warned of")
    func warnings() throws {
        let answer = try SendTimeAnswer(body: Self.full)
        #expect(
            answer.warningCodes == [
                "RECIPIENT_WORKING_HOURS_DEFAULTED", "RECIPIENT_WORKING_HOURS_DEFAULTED", "HOLIDAY_POLICY_UNAVAILABLE",
            ])
        #expect(answer.data["warnings"]?[0]?["recipient_id"] == "r1")
        let sender = try SendTimeAnswer(["sender": ["timezone": "UTC"]])
        #expect(
            sender.data["warnings"]?[0]?["message"]
                == "sender has no working hours; Monday to Friday, 09:00 to 17:00, was used")
        let known: JSON = [
            "timezone": "UTC", "working_hours": ["start": "09:00", "end": "17:00"], "holidays": ["2026-12-25"],
        ]
        #expect(try SendTimeAnswer(recipients: [known], ["avoid_holidays": true]).warningCodes == [])
    }

    @Test("the same request gives the same bytes, and the clock only fills in for a missing reference time")
    func deterministic() throws {
        let early = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
        func bytes(_ body: JSON, _ now: Instant) throws -> [UInt8] {
            try suggestSendTimes(body, now: now, requestID: "req_1").get().serialized()
        }
        #expect(try bytes(Self.full, Conversation.now) == bytes(Self.full, early))
        #expect(try bytes(SendTimeAnswer.body(), Conversation.now) != bytes(SendTimeAnswer.body(), early))
    }
}
