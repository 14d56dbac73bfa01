import CivilTime
import Cron
import GRDB
import Scheduler0API
import WireJSON

/// What a row of a seed must keep beyond the types of its members.
struct StateRules {
    let reader: StateReader
    let db: Database
    let dialect: CronSpec.Dialect

    func check(_ row: JSONObject, of table: StateTable, pointer: String) throws {
        switch table.name {
        case "accounts":
            try check(row["apiLevel"], at: "\(pointer)/apiLevel", among: APILevel.allCases.map(\.rawValue))
        case "aiSettings": try checkModels(row["activeModels"] ?? [], "\(pointer)/activeModels")
        case "executors": try check(row["type"], at: "\(pointer)/type", among: ExecutorType.allCases.map(\.rawValue))
        case "outcomes": try control("\(pointer)/script") { _ = try OutcomeScript(row["script"] ?? .null) }
        case "jobs": try checkJob(row, pointer)
        case "executions":
            if row["uniqueId"] == "" { throw reader.fail("\(pointer)/uniqueId", "may not be empty") }
        case "sinks": try control("\(pointer)/answers") { try Sinks.check(answers: row["answers"] ?? []) }
        case "sinkRequests":
            guard let headers = row["headers"], headers.objectValue == nil else { break }
            throw reader.fail("\(pointer)/headers", "is not an object")
        default: break
        }
    }

    private func check(_ value: JSON?, at pointer: String, among known: [String]) throws {
        guard let word = value?.stringValue, !known.contains(word) else { return }
        throw reader.fail(pointer, "\"\(word)\" is not one of \(known.joined(separator: ", "))")
    }

    /// The rules of a control call, for what that call would have set.
    private func control(_ pointer: String, _ rule: () throws -> Void) throws {
        do { try rule() } catch let error as ControlError { throw reader.fail(pointer, error.error) }
    }

    private func checkModels(_ models: JSON, _ pointer: String) throws {
        let isList = models.arrayValue?.allSatisfy {
            $0.objectValue?.count == 2 && $0["provider"]?.stringValue != nil && $0["model"]?.stringValue != nil
        }
        guard isList == true else { throw reader.fail(pointer, "is not a list of {\"provider\", \"model\"}") }
    }

    private func checkJob(_ row: JSONObject, _ pointer: String) throws {
        try check(row["status"], at: "\(pointer)/status", among: JobStatus.allCases.map(\.rawValue))
        if let spec = row["spec"]?.stringValue, !spec.isEmpty {
            do {
                _ = try CronSpec(parsing: spec, dialect: dialect)
            } catch { throw reader.fail("\(pointer)/spec", error.description) }
        } else if row["startDate"]?.stringValue == nil {
            throw reader.fail(pointer, "a job needs a spec or a startDate")
        }
        if let zone = row["timezone"]?.stringValue, Zone(identifier: zone) == nil {
            throw reader.fail("\(pointer)/timezone", "\"\(zone)\" is not an IANA time zone")
        }
        for (key, table) in [("projectId", "projects"), ("executorId", "executors")] {
            guard let id = row[key]?.intValue, let account = row["accountId"]?.intValue else { continue }
            let owner = try db.first("SELECT account_id FROM \(table) WHERE id = ?", [id]) { $0[0] as Int64 }
            guard let owner, owner != account else { continue }
            throw reader.fail("\(pointer)/\(key)", "\(id) belongs to account \(owner), not to \(account)")
        }
    }
}
