/// What an account may have beyond the ordinary limits. Observed: server-behaviour 9.2 (the complete list).
public enum Feature: Int64, CaseIterable, Sendable {
    case retryMaxByFive = 1
    case payloadOneMegabyte = 2
    case executions100KPerMonth = 3
    case executionLogs90Days = 4
    case teamMembers = 5
    case classify100KPerMonth = 6
    case prompts100KPerMonth = 7

    public var name: String {
        switch self {
        case .retryMaxByFive: "increased_retry_max_by_five"
        case .payloadOneMegabyte: "increased_job_payload_size_to_1mb"
        case .executions100KPerMonth: "increased_number_of_job_executions_100_k_per_month"
        case .executionLogs90Days: "increased_execution_logs_90_days_retention"
        case .teamMembers: "team_members"
        case .classify100KPerMonth: "increased_number_of_classify_requests_100_k_per_month"
        case .prompts100KPerMonth: "increased_number_of_prompt_requests_100_k_per_month"
        }
    }
}
