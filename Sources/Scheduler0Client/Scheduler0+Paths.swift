public import Scheduler0API

// Newer servers have everything about prompts under /ai, older ones do not (sdk-behaviour 7.1). Each of these calls the
// newer path, and the older one where there is no newer one.
extension Scheduler0 {
    /// Job configurations from a plain sentence, on servers of every age and in both shapes of the answer.
    public func prompt(_ prompt: PromptRequest, account: Int64? = nil) async throws(Scheduler0Error) -> PromptAnswer {
        try await newer {
            () throws(Scheduler0Error) in
            .result(try await createJobsFromPrompt(prompt, account: account))
        } older: {
            () throws(Scheduler0Error) in
            try await createJobConfigurations(prompt, account: account)
        }
    }

    /// Whether a sentence asks for a schedule, on servers of every age.
    public func classify(
        _ prompt: ClassifyRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ClassifyResult {
        try await newer {
            () throws(Scheduler0Error) in
            try await classifyPrompt(prompt, account: account)
        } older: {
            () throws(Scheduler0Error) in
            try await classifyPromptIntent(prompt, account: account)
        }
    }

    /// What follows from a conversation, on servers of every age.
    public func analyze(
        _ conversation: AnalysisRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Analysis {
        try await newer {
            () throws(Scheduler0Error) in
            try await analyzeSuggestions(conversation, account: account)
        } older: {
            () throws(Scheduler0Error) in
            try await analyzeConversation(conversation, account: account)
        }
    }

    /// The models and keys of the account, on servers of every age.
    public func aiSettings(account: Int64? = nil) async throws(Scheduler0Error) -> AISettings {
        try await newer {
            () throws(Scheduler0Error) in
            try await getAISettings(account: account)
        } older: {
            () throws(Scheduler0Error) in
            try await getAccountAISettings(account: account)
        }
    }

    /// Changes the models and keys of the account, on servers of every age.
    public func changeAISettings(_ change: AISettingsUpdate, account: Int64? = nil) async throws(Scheduler0Error) {
        _ = try await newer {
            () throws(Scheduler0Error) in
            try await updateAISettings(change, account: account)
        } older: {
            () throws(Scheduler0Error) in
            try await updateAccountAISettings(change, account: account)
        }
    }

    private func newer<Answer>(
        _ newer: () async throws(Scheduler0Error) -> Answer, older: () async throws(Scheduler0Error) -> Answer
    ) async throws(Scheduler0Error) -> Answer {
        do throws(Scheduler0Error) {
            return try await newer()
        } catch {
            // A path that is not routed is answered without envelope; a resource that does not exist has one.
            guard case .refused(let refusal) = error, [404, 405].contains(refusal.status), refusal.detail == nil else {
                throw error
            }
            return try await older()
        }
    }
}
