import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Good times to send. Observed: server-behaviour 10.5.
enum SendTimeStory {
    static let story = Story("send-times", "good times to send a message") { stage async throws(Stop) in
        let request = SendTimeRequest(
            recipients: [SendTimeParty(timezone: "Europe/Berlin", id: "ann")],
            sender: SendTimeParty(timezone: "America/New_York", id: "bob"), referenceTime: "2026-03-02T09:00:00Z")
        try await stage.check("three times, the best first, all in the window", "suggestSendTimes") {
            let times = try await stage.client.suggestSendTimes(request)
            try stage.expectEqual(times.referenceTime?.instant, request.referenceTime?.instant, "reference_time")
            try stage.expectEqual(times.suggestions.count, 3, "suggestions:")
            let scores = times.suggestions.map(\.score)
            try stage.expectEqual(scores, scores.sorted(by: >), "scores in descending order:")
            try stage.expectEqual(times.suggestions.map(\.rank), [1, 2, 3], "ranks")
            for suggestion in times.suggestions {
                let at = try stage.require(suggestion.sendAt?.instant, "send_at")
                try stage.expect(at >= (request.referenceTime?.instant ?? at), "a time not before now", found: at)
                try stage.expectEqual(suggestion.recipientLocalTimes.map(\.recipientID), ["ann"], "recipients")
            }
        }
        try await stage.check("the same question has the same answer", "suggestSendTimes") {
            let first = try await stage.client.suggestSendTimes(request)
            let second = try await stage.client.suggestSendTimes(request)
            try stage.expectEqual(second.suggestions, first.suggestions, "suggestions")
        }
        for (body, code) in [
            ([:], "MISSING_RECIPIENTS"), (["recipients": []], "MISSING_RECIPIENTS"),
            (["recipients": [["id": "a"]]], "MISSING_TIMEZONE"),
            (["recipients": [["id": "a", "timezone": "Mars/Olympus"]]], "INVALID_TIMEZONE"),
            (["recipients": [["timezone": "UTC"]], "candidate_interval_minutes": 7], "UNSUPPORTED_CANDIDATE_INTERVAL"),
            (["recipients": [["timezone": "UTC"]], "suggestion_count": 11], "INVALID_SUGGESTION_COUNT"),
            (["recipients": [["timezone": "UTC"]], "reference_time": "soon"], "INVALID_REFERENCE_TIME"),
            (["recipients": .array((0..<101).map { _ in ["timezone": "UTC"] })], "TOO_MANY_RECIPIENTS"),
        ] as [(JSON, String)] {
            try await stage.check("\(code): \(body.text.prefix(60))", "suggestSendTimes") {
                let answer = try stage.expect(try await stage.raw("POST", "/ai/suggestions/time", body), status: 400)
                try stage.expectEqual(answer.data["code"]?.stringValue, code, "code")
            }
        }
        try await stage.check("recipients that are no list are refused", "suggestSendTimes") {
            try stage.expect(try await stage.raw("POST", "/ai/suggestions/time", ["recipients": "ann"]), status: 422)
        }
    }
}
