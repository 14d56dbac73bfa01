internal import WireJSON

/// A request as it was sent, of the right types but otherwise not checked.
struct RawConversation {
    /// A participant or speaker: an object, or a bare name.
    struct Person {
        let id: String?
        let name: String?
        let timezone: String?

        init(_ value: JSON, path: String) throws(FieldMismatch) {
            if let name = value.stringValue {
                (id, self.name, timezone) = (nil, name, nil)
                return
            }
            guard case .object = value else {
                throw FieldMismatch(field: path, expected: "a name or an object", found: value.kindName)
            }
            let fields = try FieldReader(value, path: path)
            id = try fields.string("id")
            let (displayName, plainName) = (try fields.string("display_name"), try fields.string("name"))
            name = displayName ?? plainName
            timezone = try fields.string("timezone")
        }
    }

    struct Message {
        let id: String?
        let speaker: Person?
        let timestamp: String?
        let text: String

        init(_ value: JSON, path: String) throws(FieldMismatch) {
            let fields = try FieldReader(value, path: path)
            id = try fields.string("id").flatMap { $0.isEmpty ? nil : $0 }
            if let value = fields.value("speaker") {
                speaker = try Person(value, path: fields.field("speaker"))
            } else {
                speaker = nil
            }
            timestamp = try fields.string("timestamp")
            text = try fields.string("message") ?? ""
        }
    }

    struct Options {
        var locale: String?
        var defaultZone: String?
        var dueTime: String?
        var deadlineTime: String?
        var minimumConfidence: Double?
        var includesLowConfidence = false
        var includesResolved = false

        init(_ fields: FieldReader?) throws(FieldMismatch) {
            guard let fields else { return }
            // Accepted and not used: every message's own time is the reference.
            _ = try fields.string("reference_time")
            locale = try fields.string("locale")
            defaultZone = try fields.string("default_timezone").flatMap { $0.isEmpty ? nil : $0 }
            dueTime = try fields.string("default_due_time")
            deadlineTime = try fields.string("default_deadline_time")
            minimumConfidence = try fields.number("minimum_confidence")
            includesLowConfidence = try fields.bool("include_low_confidence") ?? false
            includesResolved = try fields.bool("include_resolved_obligations") ?? false
        }
    }

    let conversationID: String?
    let messages: [Message]
    let participants: [Person]
    let options: Options

    init(_ body: JSON) throws(FieldMismatch) {
        let fields = try FieldReader(body, path: "")
        conversationID = try fields.string("conversation_id")
        var messages: [Message] = []
        for (index, value) in (try fields.array("messages") ?? []).enumerated() {
            messages.append(try Message(value, path: "messages[\(index)]"))
        }
        var participants: [Person] = []
        for (index, value) in (try fields.array("participants") ?? []).enumerated() {
            participants.append(try Person(value, path: "participants[\(index)]"))
        }
        self.messages = messages
        self.participants = participants
        options = try Options(fields.reader("options"))
    }
}
