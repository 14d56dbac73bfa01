/// Whether a job is executed. Documented: README, Data Types.
public enum JobStatus: String, CaseIterable, Sendable {
    case active, inactive
}

/// What a row of the execution log says. Documented: README, Managing Local Executors.
public enum ExecutionState: Int64, CaseIterable, Sendable {
    case scheduled = 0
    case success = 1
    case failed = 2

    /// The word of the filter `state`. Observed: server-behaviour 7.1.
    public var word: String {
        switch self {
        case .scheduled: "scheduled"
        case .success: "success"
        case .failed: "failed"
        }
    }

    public init?(word: String) {
        guard let state = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = state
    }
}

/// How far an async task is. Observed: server-behaviour 5.
public enum TaskState: Int64, CaseIterable, Sendable {
    case notStarted = 0
    case inProgress = 1
    case success = 2
    case failed = 3

    public var hasEnded: Bool { self == .success || self == .failed }
}

/// How an executor is reached. Documented: README, Executor Types; `local` by Managing Local Executors.
public enum ExecutorType: String, CaseIterable, Sendable {
    case cloudFunction = "cloud_function"
    case webhookURL = "webhook_url"
    case local
}
