// What a list can be ordered by. Observed: server-behaviour 4.1.

public enum SortDirection: String, CaseIterable, Hashable, Sendable {
    case ascending = "ASC"
    case descending = "DESC"
}

public enum CredentialColumn: String, CaseIterable, Hashable, Sendable {
    case id
    case dateCreated = "date_created"
    case dateModified = "date_modified"
    case createdBy = "created_by"
    case modifiedBy = "modified_by"
    case deletedBy = "deleted_by"
    case expiresAt = "expires_at"
}

public enum ProjectColumn: String, CaseIterable, Hashable, Sendable {
    case id
    case name
    case description
    case dateCreated = "date_created"
    case accountID = "account_id"
}

public enum ExecutorColumn: String, CaseIterable, Hashable, Sendable {
    case id
    case dateCreated = "date_created"
    case dateModified = "date_modified"
    case createdBy = "created_by"
    case modifiedBy = "modified_by"
    case deletedBy = "deleted_by"
}

public enum JobColumn: String, CaseIterable, Hashable, Sendable {
    case id
    case projectID = "project_id"
    case spec
    case dateCreated = "date_created"
    case timezone
    case accountID = "account_id"
    case dateModified = "date_modified"
    case modifiedBy = "modified_by"
    case deletedBy = "deleted_by"
    case executorID = "executor_id"
    case startDate = "start_date"
    case endDate = "end_date"
    case retryMax = "retry_max"
}
