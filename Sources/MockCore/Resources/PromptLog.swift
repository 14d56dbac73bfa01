import CivilTime
import GRDB
import WireJSON

/// The log of prompts: `/ai/prompt-requests`. Observed: server-behaviour 10.6.
enum PromptLog {
    static let handlers: [String: Handler] = ["listPromptRequests": list]

    struct Entry {
        var kind: AIQuota.Kind
        var prompt: String
        var provider = ""
        var model = ""
        var output: String
        var inputTokens: Int64 = 0
        var outputTokens: Int64 = 0
        var status: String
        var error: String?
    }

    static func add(_ entry: Entry, _ request: Request) throws {
        try request.db.run(
            """
            INSERT INTO prompt_requests (account_id, kind, prompt, provider, model, output, input_tokens,
                output_tokens, status, error, date_created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.accountID, entry.kind.rawValue, entry.prompt, entry.provider, entry.model, entry.output,
                entry.inputTokens, entry.outputTokens, entry.status, entry.error, request.now,
            ])
    }

    private static func list(_ request: Request) throws -> Reply {
        let call = request.call
        var condition = "account_id = ? AND kind = 'prompt'"
        var arguments: [any DatabaseValueConvertible] = [try request.accountID]
        for name in ["provider", "model", "status"] {
            guard let value = call.query(name) else { continue }
            condition += " AND \(name) = ?"
            arguments.append(value)
        }
        if let search = call.query("search") {
            condition += " AND (INSTR(prompt, ?) > 0 OR INSTR(output, ?) > 0)"
            arguments += [search, search]
        }
        for (name, comparison) in [("start", ">="), ("end", "<=")] {
            guard let instant = call.query(name).flatMap(Instant.init(rfc3339:)) else { continue }
            condition += " AND date_created \(comparison) ?"
            arguments.append(instant)
        }
        let order = call.query("order") == "ASC" ? "ASC" : "DESC"
        let limit = limit(call.query("limit"))
        let offset = max(0, call.query("offset").flatMap(Int64.init) ?? 0)
        let total = try request.db.count(
            "SELECT COUNT(*) FROM prompt_requests WHERE \(condition)", SQLArguments(arguments))
        let rows = try request.db.all(
            """
            SELECT id, account_id, prompt, provider, model, output, input_tokens, output_tokens, status, error,
                date_created FROM prompt_requests
            WHERE \(condition) ORDER BY date_created \(order), id \(order) LIMIT \(limit) OFFSET \(offset)
            """, SQLArguments(arguments), json)
        return .success(
            ["requests": .array(rows), "total": .int(total), "limit": .int(limit), "offset": .int(offset)])
    }

    /// 25 when absent or useless, never more than 100.
    private static func limit(_ text: String?) -> Int64 {
        guard let limit = text.flatMap(Int64.init), limit > 0 else { return 25 }
        return min(limit, 100)
    }

    private static func json(_ row: Row) -> JSON {
        let input = row[6] as Int64
        let output = row[7] as Int64
        var object: JSONObject = [
            "id": .int(row[0]), "account_id": .int(row[1]), "prompt": .string(row[2]), "provider": .string(row[3]),
            "model": .string(row[4]), "output": .string(row[5]), "input_tokens": .int(input),
            "output_tokens": .int(output), "total_tokens": .int(input + output), "duration_ms": 0,
            "estimated_cost_usd": 0, "status": .string(row[8]),
        ]
        if let error = row[9] as String? { object.append("error", .string(error)) }
        object.append("date_created", .string((row[10] as Instant).rfc3339()))
        return .object(object)
    }
}
