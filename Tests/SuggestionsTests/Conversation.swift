import CivilTime
import Suggestions
import Testing
import WireJSON

/// A conversation written down by hand, to be analyzed. It starts on Wednesday 2026-07-15 at 10:00 in Toronto, and each
/// message comes an hour after the one before.
struct Conversation {
    var messages: [JSON] = []
    var participants: [JSON] = []
    var options: JSONObject = [:]

    init(_ lines: (speaker: String, text: String)..., participants: [JSON] = [], options: JSONObject = [:]) {
        self.participants = participants
        self.options = options
        for line in lines { say(line.speaker, line.text) }
    }

    mutating func say(_ speaker: String, _ text: String, at timestamp: String? = nil) {
        let hour = 10 + messages.count
        messages.append([
            "speaker": .string(speaker),
            "timestamp": .string(timestamp ?? "2026-07-15T\(hour):00:00-04:00"),
            "message": .string(text),
        ])
    }

    var body: JSON {
        var members: JSONObject = ["conversation_id": "conv_1", "messages": .array(messages)]
        if !participants.isEmpty { members.append("participants", .array(participants)) }
        if !options.isEmpty { members.append("options", .object(options)) }
        return .object(members)
    }

    static let now = Instant(milliseconds: 1_784_210_400_000)

    func analyzed() throws -> AnalysisAnswer {
        AnalysisAnswer(data: try analyze(body, now: Self.now, requestNumber: 1).get())
    }
}

/// The answer to an analysis, with short ways to what tests ask of it.
struct AnalysisAnswer {
    let data: JSON

    var suggestions: [JSON] { data["suggestions"]?.arrayValue ?? [] }
    var obligations: [JSON] { data["obligations"]?.arrayValue ?? [] }
    var warnings: [JSON] { data["warnings"]?.arrayValue ?? [] }
    var types: [String] { suggestions.compactMap { $0["type"]?.stringValue } }
    var reasons: [String] { suggestions.compactMap { $0["reason"]?.stringValue } }
    var statuses: [String] { suggestions.compactMap { $0["status"]?.stringValue } }

    /// `code:reason` of each warning.
    var warningTexts: [String] {
        warnings.map { warning in
            [warning["code"]?.stringValue, warning["reason"]?.stringValue].compactMap(\.self).joined(separator: ":")
        }
    }

    func only() throws -> JSON {
        try #require(suggestions.count == 1, "\(data.prettyPrinted())")
        return suggestions[0]
    }
}

extension JSON {
    /// The value at the end of a path of keys.
    func at(_ path: String...) -> JSON? { path.reduce(Optional(self)) { $0?[$1] } }

    func string(_ path: String...) -> String? { path.reduce(Optional(self)) { $0?[$1] }?.stringValue }
}

/// The one suggestion of a single message, with low confidence allowed.
func suggestion(_ text: String, options: JSONObject = ["include_low_confidence": true]) throws -> JSON {
    try Conversation((speaker: "Victor", text: text), participants: ["Victor", "Anna"], options: options).analyzed()
        .only()
}
