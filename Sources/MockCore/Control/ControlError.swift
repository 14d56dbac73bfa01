public import WireJSON

/// Why a call of the control API is refused: what is wrong and what to do.
public struct ControlError: Error, Hashable, Sendable {
    public let status: Int
    public let error: String
    public let hint: String

    public init(status: Int, error: String, hint: String) {
        self.status = status
        self.error = error
        self.hint = hint
    }

    static func body(_ error: String, hint: String? = nil) -> ControlError {
        ControlError(status: 400, error: error, hint: hint ?? "see the README, Control API")
    }

    static func unknownKey(_ key: String, known: [String]) -> ControlError {
        ControlError(
            status: 400, error: "unknown member \"\(key)\"", hint: "known are \(known.joined(separator: ", "))")
    }

    static let unknownPath = ControlError(
        status: 404, error: "there is no such control call", hint: "see the README, Control API")

    static func missing(_ what: String, hint: String) -> ControlError {
        ControlError(status: 404, error: "\(what) does not exist", hint: hint)
    }

    public var reply: Reply {
        Reply(
            status: status, headers: ControlReply.headers,
            body: .json(["error": .string(error), "hint": .string(hint)]))
    }
}

/// Answers of the control API are bare JSON, without the envelope of the API under test.
public enum ControlReply {
    static let headers: [(name: String, value: String)] = [("Content-Type", "application/json")]

    public static func json(_ json: JSON, status: Int = 200) -> Reply {
        Reply(status: status, headers: headers, body: .json(json))
    }

    public static let done = Reply(status: 204, headers: [], body: .empty)
}
