import CivilTime
import WireJSON

/// The body of a prompt. Observed: server-behaviour 10.1 (order and words); documented: limits are 400.
struct PromptBody {
    let prompt: String
    let purposes: [String]
    let events: [String]
    let recipients: [String]
    let channels: [String]
    let timezone: String
    let zone: Zone
    let locale: String

    private static let mostCharacters = 160
    private static let mostItems = 5
    private static let mostItemCharacters = 36

    init(_ fields: Fields) throws {
        prompt = try fields.string("prompt") ?? ""
        purposes = try fields.strings("purposes") ?? []
        events = try fields.strings("events") ?? []
        recipients = try fields.strings("recipients") ?? []
        channels = try fields.strings("channels") ?? []
        locale = try fields.string("locale") ?? ""
        let name = try fields.text("timezone")
        if prompt.trimmed.isEmpty { throw Problem.promptRequired }
        guard let zone = Zone(identifier: name ?? "UTC") else { throw Problem.promptTimezoneInvalid(name ?? "") }
        self.zone = zone
        timezone = name ?? "UTC"
        try checkSizes()
    }

    private func checkSizes() throws {
        if prompt.unicodeScalars.count > Self.mostCharacters { throw Problem.promptTooLong }
        let lists = [
            ("purposes", "purpose", purposes), ("events", "event", events), ("recipients", "recipient", recipients),
            ("channels", "channel", channels),
        ]
        for (plural, _, list) in lists where list.count > Self.mostItems { throw Problem.promptListTooLong(plural) }
        for (_, singular, list) in lists {
            guard list.allSatisfy({ $0.unicodeScalars.count <= Self.mostItemCharacters }) else {
                throw Problem.promptItemTooLong(singular)
            }
        }
    }

    /// Whether the classifier speaks this language. Observed: schedule-language 1 (guardrail off otherwise).
    var isEnglish: Bool { locale.isEmpty || locale.lowercased().hasPrefix("en") }
}
