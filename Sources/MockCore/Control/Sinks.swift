public import CivilTime
import GRDB
import WireJSON

/// Built-in receivers for webhooks: `ANY /__sink/<name>` keeps what arrives, `/__admin/sinks/<name>` shows it.
struct Sinks {
    let world: World

    private static let mostRequests = 100_000

    // MARK: Control

    func answer(_ call: ControlCall) throws -> Reply {
        let name = call.path[1]
        return try world.store.access { db in
            switch call.method {
            case "GET": return ControlReply.json(try overview(name, db))
            case "PUT":
                let answers = try call.json()["answers"] ?? .null
                try Self.check(answers: answers)
                try db.run(
                    "INSERT OR REPLACE INTO sinks (name, answers, position) VALUES (?, ?, 0)", [name, answers.text])
                return ControlReply.json(try overview(name, db))
            case "DELETE":
                try db.run("DELETE FROM sinks WHERE name = ?", [name])
                try db.run("DELETE FROM sink_requests WHERE sink = ?", [name])
                return ControlReply.done
            default: throw call.methodNotAllowed
            }
        }
    }

    private func overview(_ name: String, _ db: Database) throws -> JSON {
        let received = try db.all(
            "SELECT date_created, method, path, headers, body FROM sink_requests WHERE sink = ? ORDER BY id", [name]
        ) { row -> JSON in
            [
                "at": .string((row[0] as Instant).rfc3339()), "method": .string(row[1]), "path": .string(row[2]),
                "headers": try JSON.parse(row[3] as String), "body": .string(row[4]),
            ]
        }
        return ["name": .string(name), "received": .array(received)]
    }

    static func check(answers: JSON) throws(ControlError) {
        guard let list = answers.arrayValue else {
            throw ControlError.body(
                "`answers` is a list such as [{\"status\":500},{\"status\":200,\"delay\":\"PT1S\"}]")
        }
        for (index, answer) in list.enumerated() {
            guard (200...599).contains(answer["status"]?.intValue ?? 0) else {
                throw ControlError.body("answers[\(index)].status is not a status from 200 to 599")
            }
            if let delay = answer["delay"] {
                guard let span = Span(iso8601: delay.stringValue ?? ""), span >= .zero, span <= .minutes(5) else {
                    throw ControlError.body("answers[\(index)].delay is not a duration from PT0S to PT5M")
                }
            }
        }
    }

    // MARK: Receiving

    /// Keeps the request; answers the next scripted status (the last one repeats) and how long to wait in real time.
    func receive(_ name: String, _ call: Call) throws -> (reply: Reply, delay: Span) {
        try world.store.access { db in
            try keep(name, call, db)
            let (status, delay) = try nextAnswer(name, db)
            return (ControlReply.json(["received": true], status: Int(status)), delay)
        }
    }

    private func keep(_ name: String, _ call: Call, _ db: Database) throws {
        var headers = JSONObject()
        for (name, value) in call.headers {
            // One that is sent several times is one list (RFC 9110, 5.3).
            let earlier = headers[name.lowercased()]?.stringValue.map { "\($0), " } ?? ""
            headers[name.lowercased()] = .string(earlier + value)
        }
        try db.run(
            "INSERT INTO sink_requests (sink, date_created, method, path, headers, body) VALUES (?, ?, ?, ?, ?, ?)",
            [
                name, world.clock.now, call.method, call.path, JSON.object(headers).text,
                String(decoding: call.body, as: UTF8.self),
            ])
        // Old requests make room: a sink is a window, not an archive.
        try db.run(
            """
            DELETE FROM sink_requests WHERE sink = ? AND id <=
                (SELECT id FROM sink_requests WHERE sink = ? ORDER BY id DESC LIMIT 1 OFFSET \(Self.mostRequests))
            """, [name, name])
    }

    private func nextAnswer(_ name: String, _ db: Database) throws -> (Int64, Span) {
        guard
            let (text, position) = try db.first(
                "SELECT answers, position FROM sinks WHERE name = ?", [name], { ($0[0] as String, $0[1] as Int) }),
            let list = (try? JSON.parse(text))?.arrayValue, let last = list.last
        else { return (200, .zero) }
        try db.run("UPDATE sinks SET position = position + 1 WHERE name = ?", [name])
        let answer = position < list.count ? list[position] : last
        return (answer["status"]?.intValue ?? 200, Span(iso8601: answer["delay"]?.stringValue ?? "PT0S") ?? .zero)
    }
}

extension World {
    /// A request to `/__sink/<name>`.
    public func receive(sink name: String, call: Call, wall: Instant) -> (reply: Reply, delay: Span) {
        clock.observe(wall)
        do { return try Sinks(world: self).receive(name, call) } catch {
            failures.append("\(error)")
            return (ControlError(status: 500, error: "\(error)", hint: "this is a fault of the server").reply, .zero)
        }
    }
}
