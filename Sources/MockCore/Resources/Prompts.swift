import CivilTime
import GRDB
import WireJSON

/// `/prompt`, `/ai/prompt` and their `classify`. Documented: README, AI-Powered Job Creation; product decisions, Prompt.
/// Observed: server-behaviour 10.1, 10.2.
enum Prompts {
    static let handlers: [String: Handler] = [
        "createJobConfigurations": { try answer($0, isOldPath: true) },
        "createJobsFromPrompt": { try answer($0, isOldPath: false) }, "classifyPrompt": classify,
    ]

    private static func answer(_ request: Request, isOldPath: Bool) throws -> Reply {
        let body = try PromptBody(try request.fields("PromptRequest"))
        let desk = try PromptDesk(request)
        switch try desk.answer(body) {
        case .refused(let reply): return reply
        case .answered(let jobs, let classified):
            let asList = isOldPath && request.apiLevel == .v1_0
            return .success(
                asList ? desk.list(jobs, body) : desk.object(jobs, classified, body), headers: desk.quota.headers)
        }
    }

    private static func classify(_ request: Request) throws -> Reply {
        let fields = try request.fields("ClassifyRequest")
        let prompt = try fields.string("prompt") ?? ""
        let locale = try fields.string("locale") ?? ""
        if prompt.trimmed.isEmpty { throw Problem.promptRequired }
        guard locale.isEmpty || locale.lowercased().hasPrefix("en") else {
            throw Problem.localeUnsupported(locale, feature: "intent classification")
        }
        let quota = try AIQuota(.classify, account: request.accountID, request)
        if let refusal = quota.refusal(request.world.quirks) { return refusal }
        let classified = PromptEngine.classified(prompt)
        try PromptLog.add(
            PromptLog.Entry(kind: .classify, prompt: prompt, output: classified.json.text, status: "success"), request)
        return .success(["classification": classified.json], headers: quota.headers)
    }
}
