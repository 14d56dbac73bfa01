internal import WireJSON

/// A send-time request as it was sent, of the right types but otherwise not checked.
struct RawSendTime {
    struct Window {
        let field: String
        let start: String?
        let end: String?
        let days: [String]?

        init(_ fields: FieldReader) throws(FieldMismatch) {
            field = fields.path
            start = try fields.string("start")
            end = try fields.string("end")
            days = try RawSendTime.strings(fields, "days")
        }
    }

    struct Party {
        let field: String
        let id: String?
        let name: String?
        let timezone: String?
        let workingHours: Window?
        let quietHours: Window?
        let preferredWindows: [Window]
        let avoidedWindows: [Window]
        let holidays: [String]
        let busy: [Window]
        let isPrimary: Bool

        init(_ fields: FieldReader) throws(FieldMismatch) {
            field = fields.path
            id = try fields.string("id")
            let (displayName, plainName) = (try fields.string("display_name"), try fields.string("name"))
            name = displayName ?? plainName
            timezone = try fields.string("timezone")
            workingHours = try RawSendTime.window(fields, "working_hours")
            quietHours = try RawSendTime.window(fields, "quiet_hours")
            preferredWindows = try RawSendTime.windows(fields, "preferred_windows")
            avoidedWindows = try RawSendTime.windows(fields, "avoid_windows")
            holidays = try RawSendTime.strings(fields, "holidays") ?? []
            busy = try RawSendTime.windows(fields, "busy_intervals")
            isPrimary = try fields.bool("primary") ?? false
        }
    }

    /// How many recipients a time must suit: the strategy alone, or an object that may say the share too.
    struct Coverage {
        var strategy: (text: String, field: String)?
        var ratio: (value: Double, field: String)?

        init(_ settings: SettingsReader) throws(FieldMismatch) {
            let place = settings.place(of: "recipient_coverage")
            if place.value("recipient_coverage")?.objectValue != nil {
                guard let fields = try place.reader("recipient_coverage") else { return }
                strategy = try fields.string("strategy").map { ($0, fields.field("strategy")) }
                ratio = try fields.number("minimum_ratio").map { ($0, fields.field("minimum_ratio")) }
            } else if let text = try place.string("recipient_coverage") {
                strategy = (text, place.field("recipient_coverage"))
            } else if let text = try settings.string("coverage_strategy") {
                strategy = (text, settings.field("coverage_strategy"))
            }
        }
    }

    let body: FieldReader
    let settings: SettingsReader
    let sender: Party?
    let recipients: [Party]
    let referenceTime: String?
    let messageText: String?
    let messageField: String
    /// The priority of the message or else of the request, with the way to it.
    let priority: (text: String, field: String)?
    let coverage: Coverage
    let metadata: JSONObject?

    init(_ value: JSON) throws(FieldMismatch) {
        body = try FieldReader(value, path: "")
        settings = try SettingsReader(body)
        sender = try body.reader("sender").map { fields throws(FieldMismatch) in try Party(fields) }
        var recipients: [Party] = []
        for (index, value) in (try body.array("recipients") ?? []).enumerated() {
            recipients.append(try Party(FieldReader(value, path: "recipients[\(index)]")))
        }
        self.recipients = recipients
        referenceTime = try body.string("reference_time")
        metadata = try body.reader("metadata")?.object
        (messageText, messageField, priority) = try Self.message(body, settings)
        coverage = try Coverage(settings)
        try Self.checkTypes(settings)
    }

    /// The message is a text, or an object with a text and perhaps a priority.
    private static func message(
        _ body: FieldReader, _ settings: SettingsReader
    ) throws(FieldMismatch) -> (text: String?, field: String, priority: (text: String, field: String)?) {
        var priority = try settings.string("priority").map { ($0, settings.field("priority")) }
        guard body.value("message")?.objectValue != nil, let message = try body.reader("message") else {
            return (try body.string("message"), "message", priority)
        }
        if let own = try message.string("priority") { priority = (own, message.field("priority")) }
        return (try message.string("text"), message.field("text"), priority)
    }

    /// Types come before values: a setting of a wrong type is told of before any other fault.
    private static func checkTypes(_ settings: SettingsReader) throws(FieldMismatch) {
        for key in ["candidate_interval_minutes", "suggestion_count", "search_horizon_days"] {
            _ = try settings.integer(key)
        }
        for key in ["minimum_spacing_minutes", "minimum_delay_minutes"] { _ = try settings.integer(key) }
        for key in ["earliest_send_at", "latest_send_at"] { _ = try settings.string(key) }
        for key in SendTimeRequest.switches { _ = try settings.bool(key, default: false) }
    }

    // MARK: Parts

    private static func window(_ fields: FieldReader, _ key: String) throws(FieldMismatch) -> Window? {
        guard let reader = try fields.reader(key) else { return nil }
        return try Window(reader)
    }

    private static func windows(_ fields: FieldReader, _ key: String) throws(FieldMismatch) -> [Window] {
        var windows: [Window] = []
        for (index, value) in (try fields.array(key) ?? []).enumerated() {
            windows.append(try Window(FieldReader(value, path: "\(fields.field(key))[\(index)]")))
        }
        return windows
    }

    private static func strings(_ fields: FieldReader, _ key: String) throws(FieldMismatch) -> [String]? {
        guard let values = try fields.array(key) else { return nil }
        var strings: [String] = []
        for (index, value) in values.enumerated() {
            guard let string = value.stringValue else {
                throw FieldMismatch(
                    field: "\(fields.field(key))[\(index)]", expected: "a string", found: value.kindName)
            }
            strings.append(string)
        }
        return strings
    }
}
