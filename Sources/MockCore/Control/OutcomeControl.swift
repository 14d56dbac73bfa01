import GRDB
import WireJSON

/// Scripted outcomes of an executor: `/__admin/executors/<id>/outcomes`.
struct OutcomeControl {
    let world: World

    func answer(_ call: ControlCall) throws -> Reply {
        let id = try call.id(at: 1, of: "an executor")
        return try world.store.access { db in
            guard try db.count("SELECT COUNT(*) FROM executors WHERE id = ? AND date_deleted IS NULL", [id]) == 1 else {
                throw ControlError.missing("executor \(id)", hint: "GET /api/v1/executors lists them")
            }
            switch call.method {
            case "GET": return ControlReply.json(try stored(id, db))
            case "PUT":
                let json = try call.json()
                _ = try OutcomeScript(json)
                try OutcomeScript.store(json, executor: id, db)
                world.hasScripts = true
                return ControlReply.json(try stored(id, db))
            case "DELETE":
                try db.run("DELETE FROM outcome_scripts WHERE executor_id = ?", [id])
                return ControlReply.done
            default: throw call.methodNotAllowed
            }
        }
    }

    /// The script and how many of its outcomes were used.
    private func stored(_ id: Int64, _ db: Database) throws -> JSON {
        let script = try db.first(
            "SELECT script, position FROM outcome_scripts WHERE executor_id = ?", [id]
        ) { (try JSON.parse($0[0] as String), $0[1] as Int64) }
        guard let (script, position) = script else { return ["outcomes": [], "then": "live", "used": 0] }
        return [
            "outcomes": script["outcomes"] ?? [], "then": script["then"] ?? .string(OutcomeScript.usual),
            "used": .int(position),
        ]
    }
}
