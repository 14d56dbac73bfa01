public import Scheduler0API

extension Scheduler0 {
    /// `GET /ai/settings`: Read the AI settings.
    public func getAISettings(account: Int64? = nil) async throws(Scheduler0Error) -> AISettings {
        try await receive(.get, "/ai/settings", account: account)
    }

    /// `PUT /ai/settings`: Change the AI settings.
    public func updateAISettings(
        _ change: AISettingsUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Acknowledgement {
        try await receive(.put, "/ai/settings", body: change, account: account)
    }

    /// `GET /account/ai-settings`: Read the AI settings.
    public func getAccountAISettings(account: Int64? = nil) async throws(Scheduler0Error) -> AISettings {
        try await receive(.get, "/account/ai-settings", account: account)
    }

    /// `PUT /account/ai-settings`: Change the AI settings.
    public func updateAccountAISettings(
        _ change: AISettingsUpdate, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Acknowledgement {
        try await receive(.put, "/account/ai-settings", body: change, account: account)
    }

    /// `GET /ai/models`: List the approved models.
    public func listAIModels(account: Int64? = nil) async throws(Scheduler0Error) -> ModelCatalogue {
        try await receive(.get, "/ai/models", account: account)
    }

    /// `POST /ai/prompt`: Turn a sentence into job configurations.
    public func createJobsFromPrompt(
        _ prompt: PromptRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> PromptResult {
        try await receive(.post, "/ai/prompt", body: prompt, account: account)
    }

    /// `POST /prompt`: Turn a sentence into job configurations (older path).
    public func createJobConfigurations(
        _ prompt: PromptRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> PromptAnswer {
        try await receive(.post, "/prompt", body: prompt, account: account)
    }

    /// `POST /ai/prompt/classify`: Judge whether a sentence asks for a schedule.
    public func classifyPrompt(
        _ prompt: ClassifyRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ClassifyResult {
        try await receive(.post, "/ai/prompt/classify", body: prompt, account: account)
    }

    /// `POST /prompt/classify`: Judge whether a sentence asks for a schedule (older path).
    public func classifyPromptIntent(
        _ prompt: ClassifyRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ClassifyResult {
        try await receive(.post, "/prompt/classify", body: prompt, account: account)
    }

    /// `POST /ai/schedule`: Turn a sentence into jobs and create them.
    public func scheduleFromPrompt(
        _ request: ScheduleRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> ScheduleResult {
        try await receive(.post, "/ai/schedule", body: request, account: account)
    }

    /// `POST /ai/suggestions/analyze`: Find promises and requests in a conversation.
    public func analyzeSuggestions(
        _ conversation: AnalysisRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Analysis {
        try await receive(.post, "/ai/suggestions/analyze", body: conversation, account: account)
    }

    /// `POST /suggestions/analyze`: Find promises and requests in a conversation (older path).
    public func analyzeConversation(
        _ conversation: AnalysisRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> Analysis {
        try await receive(.post, "/suggestions/analyze", body: conversation, account: account)
    }

    /// `POST /ai/suggestions/time`: Propose times to send a message.
    public func suggestSendTimes(
        _ request: SendTimeRequest, account: Int64? = nil
    ) async throws(Scheduler0Error) -> SendTimes {
        try await receive(.post, "/ai/suggestions/time", body: request, account: account)
    }

    /// `GET /ai/prompt-requests`: List the prompts of the account.
    public func listPromptRequests(
        _ query: PromptLogQuery = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<PromptLogEntry> {
        try await receive(.get, "/ai/prompt-requests", query: query.items, account: account)
    }

    /// `GET /prompt-requests`: List the prompts of the account (older path).
    public func listAccountPromptRequests(
        _ query: PromptLogQuery = .init(), account: Int64? = nil
    ) async throws(Scheduler0Error) -> Page<PromptLogEntry> {
        try await receive(.get, "/prompt-requests", query: query.items, account: account)
    }
}
