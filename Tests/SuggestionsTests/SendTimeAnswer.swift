import CivilTime
import Suggestions
import Testing
import WireJSON

/// The answer to a search, with short ways to what tests ask of it. Searches of tests start on Wednesday 2026-07-15 at
/// 14:10 UTC unless they say otherwise.
struct SendTimeAnswer {
    let data: JSON

    init(body: JSON) throws {
        let now = try #require(Instant(rfc3339: "2026-07-15T14:10:00Z"))
        data = try suggestSendTimes(body, now: now, requestID: "req_1").get()
    }

    /// A search with these members beside its recipients.
    init(recipients: [JSON] = [["id": "r1", "timezone": "UTC"]], _ members: JSONObject = [:]) throws {
        try self.init(body: Self.body(recipients: recipients, members))
    }

    static func body(recipients: [JSON] = [["id": "r1", "timezone": "UTC"]], _ members: JSONObject = [:]) -> JSON {
        var body: JSONObject = ["recipients": .array(recipients)]
        for member in members { body[member.key] = member.value }
        return .object(body)
    }

    var suggestions: [JSON] { data["suggestions"]?.arrayValue ?? [] }
    var times: [String] { suggestions.compactMap { $0.string("send_at") } }
    var scores: [Double] { suggestions.compactMap { $0["score"]?.doubleValue } }
    var warningCodes: [String] { data["warnings"]?.arrayValue?.compactMap { $0.string("code") } ?? [] }

    func count(_ key: String) -> Int64? { data.at("search", key)?.intValue }

    func rejected(_ code: String) -> Int64? { data.at("rejected_summary", code)?.intValue }
}

/// The score of the one candidate at `time`, and its parts.
func scored(_ time: String, recipients: [JSON], _ members: JSONObject = [:]) throws -> JSON {
    var members = members
    members["earliest_send_at"] = .string(time)
    members["suggestion_count"] = 1
    members["candidate_interval_minutes"] = 5
    let start = try #require(Instant(rfc3339: time))
    members["latest_send_at"] = .string((start + .minutes(4)).rfc3339())
    if members["avoid_weekends"] == nil { members["avoid_weekends"] = false }
    let answer = try SendTimeAnswer(recipients: recipients, members)
    try #require(answer.times == [time], "\(answer.data.prettyPrinted())")
    return answer.suggestions[0]
}
