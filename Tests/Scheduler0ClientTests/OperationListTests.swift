import MockCore
import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import Testing
import WireJSON

/// The methods of the client and the operations of the document are the same list.
struct OperationListTests {
    private static let calls: [@Sendable (Scheduler0) async throws -> Void] = [
        { _ = try await $0.getHealth() },
        { _ = try await $0.listCredentials() },
        { _ = try await $0.createCredential(CredentialCreate(createdBy: "me")) },
        { _ = try await $0.getCredential(1) },
        { _ = try await $0.updateCredential(1, CredentialUpdate(modifiedBy: "me")) },
        { try await $0.deleteCredential(1, deletedBy: "abc") },
        { try await $0.archiveCredential(1, archivedBy: "abc") },
        { _ = try await $0.rotateCredentialSecret() },
        { _ = try await $0.rotateSecret(oldSecretKey: String(repeating: "0", count: 64)) },
        { _ = try await $0.listProjects() },
        { _ = try await $0.createProject(ProjectCreate(name: "n", description: "d", createdBy: "me")) },
        { _ = try await $0.getProject(1) },
        { _ = try await $0.updateProject(1, ProjectUpdate(description: "d", modifiedBy: "me")) },
        { try await $0.deleteProject(1, deletedBy: "abc") },
        { _ = try await $0.listExecutors() },
        { _ = try await $0.createExecutor(ExecutorCreate(name: "n", type: .local, createdBy: "me", command: "true")) },
        { _ = try await $0.getExecutor(1) },
        { _ = try await $0.updateExecutor(1, ExecutorUpdate(modifiedBy: "me")) },
        { try await $0.deleteExecutor(1, deletedBy: "abc") },
        { _ = try await $0.testInvokeExecutor(1) },
        { _ = try await $0.registerLocalExecutor(LocalExecutorCreate(name: "n", command: "true", createdBy: "me")) },
        { _ = try await $0.pullLocalExecutorJobs(1) },
        { _ = try await $0.reportLocalExecutions(1, [LocalExecutionReport(jobID: 1, uniqueID: "u", state: .success)]) },
        { _ = try await $0.listJobs() },
        { _ = try await $0.createJobs([JobCreate(projectID: 1, timezone: "UTC", spec: "@daily")]) },
        { _ = try await $0.getJob(1) },
        { _ = try await $0.updateJob(1, JobUpdate(modifiedBy: "me")) },
        { try await $0.deleteJob(1, deletedBy: "abc") },
        { _ = try await $0.getAsyncTask("abc") },
        { _ = try await $0.listExecutions() },
        { _ = try await $0.getExecutionAnalytics(startDate: "2026-01-01", startTime: "00:00") },
        { _ = try await $0.getExecutionTotals() },
        { _ = try await $0.cleanupOldExecutionLogs(LogCleanup(accountID: "1", retentionMonths: 1)) },
        { _ = try await $0.createAccount(name: "abc") },
        { _ = try await $0.getAccount(1) },
        { _ = try await $0.updateAccount(1, name: "abc") },
        { _ = try await $0.addFeatureToAccount(1, featureID: 1) },
        { try await $0.removeFeatureFromAccount(1, featureID: 1) },
        { _ = try await $0.addAllFeaturesToAccount(1) },
        { _ = try await $0.removeAllFeaturesFromAccount(1) },
        { _ = try await $0.getExecutionCount(1) },
        { _ = try await $0.increaseExecutionCount(1, by: 1) },
        { _ = try await $0.getAccountTokens(1) },
        { _ = try await $0.addAccountTokens(1, amount: 1) },
        { _ = try await $0.getAIUsage(1) },
        { _ = try await $0.listFeatures() },
        { _ = try await $0.getAISettings() },
        { _ = try await $0.updateAISettings(AISettingsUpdate(provider: "platform")) },
        { _ = try await $0.getAccountAISettings() },
        { _ = try await $0.updateAccountAISettings(AISettingsUpdate(provider: "platform")) },
        { _ = try await $0.listAIModels() },
        { _ = try await $0.createJobsFromPrompt(PromptRequest(prompt: "daily at 9")) },
        { _ = try await $0.createJobConfigurations(PromptRequest(prompt: "daily at 9")) },
        { _ = try await $0.classifyPrompt(ClassifyRequest(prompt: "daily at 9")) },
        { _ = try await $0.classifyPromptIntent(ClassifyRequest(prompt: "daily at 9")) },
        { _ = try await $0.scheduleFromPrompt(ScheduleRequest(prompt: "daily at 9", createdBy: "me")) },
        {
            _ = try await $0.analyzeSuggestions(
                AnalysisRequest(messages: [
                    ConversationMessage(speaker: Person(name: "Ann"), timestamp: "2026-01-01T00:00:00Z")
                ]))
        },
        {
            _ = try await $0.analyzeConversation(
                AnalysisRequest(messages: [
                    ConversationMessage(speaker: Person(name: "Ann"), timestamp: "2026-01-01T00:00:00Z")
                ]))
        },
        { _ = try await $0.suggestSendTimes(SendTimeRequest(recipients: [SendTimeParty(timezone: "UTC")])) },
        { _ = try await $0.listPromptRequests() },
        { _ = try await $0.listAccountPromptRequests() },
        { _ = try await $0.backupDatabase() },
        { _ = try await $0.backupDatabaseToFile("abc") },
        { _ = try await $0.restoreDatabase(from: "abc") },
        { _ = try await $0.getBackupRestoreProgress() },
        { _ = try await $0.listNodes() },
        { _ = try await $0.addNode(1, nodeAddress: "abc", clientAddress: "abc") },
        { _ = try await $0.removeNode(1) },
        { _ = try await $0.promoteNode(1) },
        { _ = try await $0.demoteNode(1) },
        { _ = try await $0.transferLeadership() },
        { _ = try await $0.forceRebuild(seedNodeID: 1) },
        { _ = try await $0.addSelf() },
        { _ = try await $0.removeSelf() },
        { _ = try await $0.resetRaft() },
        { _ = try await $0.dumpScheduleQueue() },
        { _ = try await $0.dumpJobExecutionsCache() },
        { _ = try await $0.dumpJobQueues() },
        { _ = try await $0.dumpJobQueueVersions() },
    ]

    @Test func everyOperationIsAMethod() async throws {
        let document = try APIDocument.builtIn.get().contract
        var called: [String] = []
        for call in Self.calls {
            let transport = ScriptedTransport([.init(status: 200, json: #"{"data":null,"success":true}"#)])
            // The answer fits no operation; what counts is what was asked.
            try? await call(try client(transport))
            let request = try #require(transport.requests.first)
            called.append(request.operationID)
            let operation = try #require(document.operation(id: request.operationID), "\(request.operationID)")
            try check(request, operation, document)
        }
        #expect(called.sorted() == document.operations.map(\.id).sorted())
    }

    /// Method, path, parameters and body of a request are as the document has them.
    private func check(_ request: TransportRequest, _ operation: Operation, _ document: OpenAPIDocument) throws {
        let target = request.url.dropFirst("http://127.0.0.1:7070".count).split(separator: "?", maxSplits: 1)
        guard case .operation(let found, _) = document.match(method: request.method, path: String(target[0])) else {
            Issue.record("\(request.method) \(target[0]) is no operation")
            return
        }
        #expect(found.id == operation.id)
        let query = target.dropFirst().joined().split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (sides[0], (sides.last ?? "").replacing("%3A", with: ":").replacing("%2F", with: "/"))
        }
        let exchange = Exchange(
            method: request.method, path: String(target[0]), query: query,
            requestHeaders: request.headers.map { ($0.name, $0.value) }, requestBody: .bytes(request.body), status: 200)
        for violation in document.requestViolations(of: exchange, for: operation) {
            Issue.record("\(operation.id): \(violation)")
        }
    }
}
