import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// A row of `jobs`, with what its schedule knows of the last run.
struct StoredJob {
    let id: Int64
    let accountID: Int64
    let projectID: Int64
    var executorID: Int64?
    /// Empty for a one-time job.
    var spec: String
    var data: String
    var startDate: Instant?
    var endDate: Instant?
    var timezone: String
    var timezoneOffset: Int64
    var retryMax: Int64
    var status: JobStatus
    var createdBy: String
    var modifiedBy: String?
    var deletedBy: String?
    let dateCreated: Instant
    var dateModified: Instant?
    let dateDeleted: Instant?
    /// The instant of the last run; nil before the first.
    let lastRun: Instant?

    static let columns = """
        jobs.id, account_id, project_id, executor_id, spec, data, start_date, end_date, timezone, timezone_offset,
        retry_max, status, created_by, modified_by, deleted_by, date_created, date_modified, date_deleted, last_run
        """
    static let tables = "jobs LEFT JOIN schedules ON job_id = jobs.id"

    init(_ row: Row) {
        id = row[0]
        accountID = row[1]
        projectID = row[2]
        executorID = row[3]
        spec = row[4]
        data = row[5]
        startDate = row[6]
        endDate = row[7]
        timezone = row[8]
        timezoneOffset = row[9]
        retryMax = row[10]
        status = JobStatus(rawValue: row[11]) ?? .inactive
        createdBy = row[12]
        modifiedBy = row[13]
        deletedBy = row[14]
        dateCreated = row[15]
        dateModified = row[16]
        dateDeleted = row[17]
        lastRun = row[18]
    }

    /// A job that has just been made, or one that is not stored, for a test call.
    init(
        id: Int64, accountID: Int64, projectID: Int64, values: JobValues, createdBy: String, dateCreated: Instant
    ) {
        self.id = id
        self.accountID = accountID
        self.projectID = projectID
        executorID = values.executorID
        spec = values.spec
        data = values.data
        startDate = values.startDate
        endDate = values.endDate
        timezone = values.timezone
        timezoneOffset = values.timezoneOffset
        retryMax = values.retryMax
        status = values.status
        self.createdBy = createdBy
        self.dateCreated = dateCreated
        dateDeleted = nil
        lastRun = nil
    }

    static func find(_ id: Int64, account: Int64, in db: Database, evenDeleted: Bool = false) throws -> StoredJob? {
        try db.first(
            """
            SELECT \(columns) FROM \(tables)
            WHERE jobs.id = ? AND account_id = ? AND (date_deleted IS NULL OR ?)
            """, [id, account, evenDeleted], StoredJob.init)
    }

    /// Observed: server-behaviour 3.3 (order of members; no spec or data when there is none). Documented: unset dates are
    /// null.
    ///
    /// A job for a local executor is always given a real start date: the official command-line client would
    /// otherwise step its schedule from year 1 (sdk-behaviour 5, trap b).
    func json(_ quirks: Set<Quirk>, startDateIfUnset: Instant? = nil) -> JSON {
        var members = Members(quirks, capacity: 19)
        members.add("id", id)
        members.add("projectId", projectID)
        if !spec.isEmpty { members.add("spec", spec) }
        if !data.isEmpty { members.add("data", data) }
        members.add("executorId", orNull: executorID)
        members.add("startDate", orNull: startDate ?? startDateIfUnset)
        members.add("endDate", orNull: endDate)
        members.add("lastExecutionDate", orNull: lastRun)
        members.add("timezone", timezone)
        members.add("timezoneOffset", ifFilled: timezoneOffset)
        members.add("retryMax", ifFilled: retryMax)
        members.add("dateCreated", dateCreated)
        members.add("accountId", accountID)
        members.add("dateModified", ifSet: dateModified)
        members.add("createdBy", ifFilled: createdBy)
        members.add("modifiedBy", ifSet: modifiedBy)
        members.add("deletedBy", ifSet: deletedBy)
        if dateDeleted == nil { members.add("status", status.rawValue) }
        return members.json
    }
}
