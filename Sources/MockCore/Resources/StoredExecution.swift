import CivilTime
import GRDB
import WireJSON

/// A row of the execution log.
struct StoredExecution {
    let id: Int64
    let accountID: Int64
    let jobID: Int64
    let projectID: Int64
    let state: Int64
    let version: Int64
    let queueVersion: Int64
    let lastExecution: Instant?
    let nextExecution: Instant?
    let previousRun: Instant?
    let reportedID: String?
    let dateCreated: Instant

    static let columns = """
        id, account_id, job_id, project_id, state, version, queue_version, last_execution, next_execution,
        previous_run, unique_id, date_created
        """

    init(_ row: Row) {
        id = row[0]
        accountID = row[1]
        jobID = row[2]
        projectID = row[3]
        state = row[4]
        version = row[5]
        queueVersion = row[6]
        lastExecution = row[7]
        nextExecution = row[8]
        previousRun = row[9]
        reportedID = row[10]
        dateCreated = row[11]
    }

    /// What a local executor reported, else the name of the run, which all rows of one run share.
    var uniqueID: String {
        reportedID
            ?? RunName(
                project: projectID, job: jobID, previous: previousRun, due: state == 0 ? nextExecution : lastExecution
            ).text
    }

    /// Observed: server-behaviour 3.5 (order of members).
    func json(_ quirks: Set<Quirk>) -> JSON {
        var members = Members(quirks, capacity: 12)
        members.add("id", id)
        members.add("uniqueId", uniqueID)
        members.add("state", state)
        members.add("nodeId", 1 as Int64)
        members.add("lastExecutionDatetime", orNull: lastExecution)
        members.add("nextExecutionDatetime", orNull: nextExecution)
        members.add("jobId", jobID)
        members.add("jobQueueVersion", queueVersion)
        members.add("executionVersion", version)
        members.add("dateCreated", dateCreated)
        members.add("accountId", accountID)
        members.add("dateModified", JSON.null)
        return members.json
    }
}

/// The name of a run: hex of project, job, the run before and this one, then the digest of nothing.
/// Observed: server-behaviour 6.3, uniqueId.
struct RunName {
    let project: Int64
    let job: Int64
    let previous: Instant?
    let due: Instant?

    private static let digestOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    var text: String {
        let plain = "\(project)-\(job)-\(Self.goText(previous))-\(Self.goText(due))"
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        for byte in plain.utf8 {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        return String(decoding: hex, as: UTF8.self) + Self.digestOfNothing
    }

    /// Go's `String` of a time in UTC: `2026-01-01 09:00:00 +0000 UTC`.
    private static func goText(_ instant: Instant?) -> String {
        guard let instant else { return "0001-01-01 00:00:00 +0000 UTC" }
        let text = instant.rfc3339()
        return text.replacing("T", with: " ").replacing("Z", with: "") + " +0000 UTC"
    }
}
