import Suggestions
import WireJSON

extension Problem {
    func reply(under quirks: Set<Quirk>) -> Reply {
        let status = status(under: quirks)
        switch self {
        case .methodNotAllowed(let allowed):
            // HEAD works where GET does.
            let methods = allowed.contains("GET") ? Set(allowed).union(["HEAD"]).sorted() : allowed
            let allow = (name: "Allow", value: methods.joined(separator: ", "))
            return Reply(status: status, headers: quirks.contains(.noAllowHeader) ? [] : [allow], body: .empty)
        case .bodyRequired(let second?) where quirks.contains(.doubleBody):
            return doubled(Reply.failure(.string(words), status: status), second)
        default: return .failure(data(status: status, quirks: quirks), status: status)
        }
    }

    /// What stands in `data`: a text, or under `errorObjects` the object the real server sends.
    /// Observed: server-behaviour 0.2.
    private func data(status: Int, quirks: Set<Quirk>) -> JSON {
        switch self {
        case .analysis(.unsupportedLocale): return ["code": "UNSUPPORTED_LOCALE", "message": .string(words)]
        case .sendTime(.wrongType): return .string(words)
        case .sendTime(let problem):
            return [
                "code": .string(problem.code), "message": .string(words), "field": .string(problem.field ?? ""),
            ]
        default: break
        }
        if case .executorDeleteUnknown = self, quirks.contains(.unknownExecutorDeleteIsBadRequest) {
            return "account id is required"
        }
        guard quirks.contains(.errorObjects) else { return .string(words) }
        switch self {
        case .accountUnknown, .accountNameRequired, .featureUnknown, .projectFieldRequired, .projectNameTaken,
            .settingsInvalid, .promptQuotaUsed, .classifyQuotaUsed, .creditsExhausted:
            return ["Message": .string(words), "Type": .int(Int64(status))]
        case .accountIDNotAnInteger(let text): return ["Func": "ParseUint", "Num": .string(text), "Err": [:]]
        case .projectIDNotAnInteger: return [:]
        case .accountBodyRequired: return [:]
        case .accountSyntax(let error): return ["Offset": .int(Int64(error.offset))]
        case .accountWrongType(let found, _, _):
            return ["Value": .string(found), "Type": [:], "Offset": 0, "Struct": "", "Field": ""]
        default: return .string(words)
        }
    }

    /// Two JSON documents without separator, the status of the first. Observed: server-behaviour 0.3.
    private func doubled(_ first: Reply, _ second: String) -> Reply {
        let other = Reply.failure(.string(second), status: first.status)
        let text = String(decoding: first.bodyBytes() + other.bodyBytes(), as: UTF8.self)
        return Reply(status: first.status, headers: first.headers, body: .text(text))
    }
}
