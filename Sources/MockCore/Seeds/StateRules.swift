import CivilTime
import Cron
import Scheduler0API
import WireJSON

/// What a row of a seed must keep beyond the types of its members.
struct StateRules {
    let reader: StateReader

    func check(_ row: JSONObject, of table: StateTable, pointer: String) throws {
        switch table.name {
        case "accounts":
            try check(row["apiLevel"], at: "\(pointer)/apiLevel", among: APILevel.allCases.map(\.rawValue))
        case "executors": try check(row["type"], at: "\(pointer)/type", among: ExecutorType.allCases.map(\.rawValue))
        case "jobs": try checkJob(row, pointer)
        default: break
        }
    }

    private func check(_ value: JSON?, at pointer: String, among known: [String]) throws {
        guard let word = value?.stringValue, !known.contains(word) else { return }
        throw reader.fail(pointer, "\"\(word)\" is not one of \(known.joined(separator: ", "))")
    }

    private func checkJob(_ row: JSONObject, _ pointer: String) throws {
        try check(row["status"], at: "\(pointer)/status", among: JobStatus.allCases.map(\.rawValue))
        if let spec = row["spec"]?.stringValue, !spec.isEmpty {
            do { _ = try CronSpec(parsing: spec) } catch { throw reader.fail("\(pointer)/spec", error.description) }
        } else if row["startDate"]?.stringValue == nil {
            throw reader.fail(pointer, "a job needs a spec or a startDate")
        }
        if let zone = row["timezone"]?.stringValue, Zone(identifier: zone) == nil {
            throw reader.fail("\(pointer)/timezone", "\"\(zone)\" is not an IANA time zone")
        }
    }
}
