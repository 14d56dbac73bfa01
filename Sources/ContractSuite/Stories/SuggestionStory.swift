import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// What follows from a conversation. Observed: server-behaviour 10.4.
enum SuggestionStory {
    static let story = Story("suggestions", "what follows from a conversation") { stage async throws(Stop) in
        let conversation = AnalysisRequest(
            messages: [
                ConversationMessage(
                    speaker: Person(id: "ann", displayName: "Ann", timezone: "UTC"),
                    timestamp: "2026-03-02T09:00:00Z", message: "I will send the report by tomorrow.", id: "m1"),
                ConversationMessage(
                    speaker: Person(id: "bob", displayName: "Bob", timezone: "UTC"),
                    timestamp: "2026-03-02T09:05:00Z", message: "Thanks!", id: "m2"),
            ], conversationID: "c-1")
        try await stage.check("a promise is a commitment", "analyzeSuggestions") {
            let analysis = try await stage.client.analyzeSuggestions(conversation)
            try stage.expectEqual(analysis.conversationID, "c-1", "conversation_id")
            let found = try stage.require(analysis.suggestions.first, "a suggestion")
            try stage.expectEqual(found.type, "COMMITMENT", "type")
            try stage.expectEqual(found.actor?.id, "ann", "the actor")
            let due: Timestamp = "2026-03-03T17:00:00Z"
            try stage.expectEqual(found.temporal?.dueAt?.instant, due.instant, "due_at")
            try stage.expectEqual(analysis.obligations.first?.suggestionID, found.id, "the obligation's suggestion")
        }
        try await stage.check("the old path says the same", "analyzeConversation") {
            let new = try await stage.client.analyzeSuggestions(conversation)
            let old = try await stage.client.analyzeConversation(conversation)
            try stage.expectEqual(old.suggestions, new.suggestions, "suggestions")
            try stage.expectEqual(old.obligations, new.obligations, "obligations")
        }
        for (path, operation) in [
            ("/ai/suggestions/analyze", "analyzeSuggestions"), ("/suggestions/analyze", "analyzeConversation"),
        ] {
            try await stage.check("\(path) without messages is refused", operation) {
                for body in [[:], ["messages": []]] as [JSON] {
                    try stage.expect(try await stage.raw("POST", path, body), status: 400, "message")
                }
            }
            try await stage.check("\(path) in French is refused", operation) {
                let body: JSON = [
                    "messages": [["speaker": "Ann", "timestamp": "2026-03-02T09:00:00Z", "message": "Bonjour"]],
                    "options": ["locale": "fr"],
                ]
                let answer = try stage.expect(try await stage.raw("POST", path, body), status: 400, "fr")
                try stage.expectEqual(answer.data["code"]?.stringValue, "UNSUPPORTED_LOCALE", "code")
            }
            try await stage.check("\(path) with messages that are no list is refused", operation) {
                try stage.expect(try await stage.raw("POST", path, ["messages": "hello"]), status: 422)
            }
        }
    }
}
