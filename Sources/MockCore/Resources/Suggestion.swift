import CivilTime
import GRDB
import Suggestions
import WireJSON

/// `/suggestions/analyze`, `/ai/suggestions/analyze` and `/ai/suggestions/time`. Observed: server-behaviour 10.4, 10.5.
enum Suggestion {
    static let handlers: [String: Handler] = ["analyzeSuggestions": analyzeConversation, "suggestSendTimes": sendTimes]

    /// Counts against the quota of classifications.
    private static func analyzeConversation(_ request: Request) throws -> Reply {
        let json = try request.json()
        let number = try request.db.count("SELECT COALESCE(MAX(id), 0) + 1 FROM prompt_requests")
        let quota = try AIQuota(.classify, account: request.accountID, request)
        switch analyze(json, now: request.now, requestNumber: UInt64(max(0, number))) {
        case .failure(let problem): throw Problem.analysis(problem)
        case .success(let answer):
            if let refusal = quota.refusal(request.world.quirks) { return refusal }
            try PromptLog.add(
                PromptLog.Entry(kind: .classify, prompt: "", output: "", status: "success"), request)
            return .success(answer, headers: quota.headers)
        }
    }

    /// No quota, no credits.
    private static func sendTimes(_ request: Request) throws -> Reply {
        let json = try request.json()
        let number = try request.db.count("SELECT value FROM world WHERE name = 'raft_index'")
        let requestID = "req_" + request.world.identifiers.requestID(number)
        switch suggestSendTimes(json, now: request.now, requestID: requestID) {
        case .failure(let problem): throw Problem.sendTime(problem)
        case .success(let answer): return .success(answer)
        }
    }
}
