import CivilTime
import GRDB
import WireJSON

/// What every prompt goes through once its body is right: monthly quota, balance, classifier and generator, one token.
///
/// Documented: product decisions, Prompt (order; a refusal costs nothing).
struct PromptDesk {
    enum Result {
        case answered(jobs: [WrittenJob], PromptEngine.Classified)
        case refused(Reply)
    }

    /// A job configuration, and how long its text is: written once for the log, counted for the tokens.
    struct WrittenJob {
        let json: JSON
        let bytes: Int
    }

    let request: Request
    let quota: AIQuota
    private let provider: String
    private let model: String

    init(_ request: Request) throws {
        self.request = request
        quota = try AIQuota(.prompt, account: request.accountID, request)
        let settings = try StoredAISettings.find(request.accountID, request.db)?.primary
        provider = settings?.provider ?? "platform"
        let chosen = settings?.model ?? ""
        model = chosen.isEmpty ? AIModels.defaultModel(of: provider) : chosen
    }

    func answer(_ body: PromptBody) throws -> Result {
        if let refusal = quota.refusal(request.world.quirks) { return .refused(refusal) }
        let costs = !request.has(.promptsCostNoToken)
        if costs, try tokens() <= 0 { throw Problem.creditsExhausted }
        let engine = PromptEngine(classifiesFirst: request.apiLevel == .v1_2)
        let explain = request.call.header("X-Mock-Explain") == "1"
        switch engine.answer(body, now: try now(), explain: explain) {
        case .refused(let classified):
            try log(body, output: "", status: "skipped_intent", error: classified.reason)
            return .refused(skipped(classified))
        case .jobs(let jobs, let classified):
            if costs { try takeToken() }
            let texts = jobs.map(\.text)
            try log(body, output: "[\(texts.joined(separator: ","))]", status: "success", error: nil)
            let written = zip(jobs, texts).map { WrittenJob(json: $0, bytes: $1.utf8.count) }
            return .answered(jobs: written, classified)
        }
    }

    /// The world's clock, or `X-Mock-Now` for this one request.
    private func now() throws -> Instant {
        guard let text = request.call.header("X-Mock-Now") else { return request.now }
        guard let instant = Instant(rfc3339: text) else { throw Problem.queryInvalid("X-Mock-Now (expected RFC3339)") }
        return instant
    }

    private func tokens() throws -> Int64 {
        try request.db.count("SELECT tokens FROM accounts WHERE id = ?", [request.accountID])
    }

    private func takeToken() throws {
        try request.db.run(
            "UPDATE accounts SET tokens = tokens - 1 WHERE id = ? AND tokens > 0", [request.accountID])
    }

    /// Observed: server-behaviour 10.1, row 8.
    private func skipped(_ classified: PromptEngine.Classified) -> Reply {
        .failure(
            [
                "message": .string("prompt skipped (\(classified.decision)): \(classified.reason)"),
                "classification": classified.json,
            ], status: 422)
    }

    private func log(_ body: PromptBody, output: String, status: String, error: String?) throws {
        try PromptLog.add(
            PromptLog.Entry(
                kind: .prompt, prompt: body.prompt, provider: provider, model: model, output: output,
                inputTokens: tokenCount(bytes: body.prompt.utf8.count),
                outputTokens: tokenCount(bytes: output.utf8.count), status: status, error: error),
            request)
    }

    /// A plain estimate, four bytes a token.
    private func tokenCount(bytes: Int) -> Int64 { Int64((bytes + 3) / 4) }

    // MARK: Shapes of the answer (product decisions, Prompt answer)

    /// Each element is a job configuration and, beside it, a provider's result, so that both the README of 1.0.0 and the
    /// tests of that SDK read it.
    func list(_ jobs: [WrittenJob], _ body: PromptBody) -> JSON {
        .array(
            jobs.map { job in
                var object = job.json.objectValue ?? JSONObject()
                for member in result([job], body) { object.append(member.key, member.value) }
                return .object(object)
            })
    }

    func object(_ jobs: [WrittenJob], _ classified: PromptEngine.Classified, _ body: PromptBody) -> JSON {
        ["providers": [.object(result(jobs, body))], "classification": classified.json]
    }

    /// No time is measured: the same request gives the same bytes.
    private func result(_ jobs: [WrittenJob], _ body: PromptBody) -> JSONObject {
        let input = tokenCount(bytes: body.prompt.utf8.count)
        // Brackets around them, a comma between two.
        let output = tokenCount(bytes: jobs.reduce(0) { $0 + $1.bytes } + max(jobs.count, 1) + 1)
        return [
            "provider": .string(provider), "model": .string(model), "jobs": .array(jobs.map(\.json)),
            "inputTokens": .int(input), "outputTokens": .int(output), "totalTokens": .int(input + output),
            "durationMs": 0,
        ]
    }

    var providerAndModel: (JSON, JSON) { (.string(provider), .string(model)) }
}
