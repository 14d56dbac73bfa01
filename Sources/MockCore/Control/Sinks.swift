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
                let list = try ControlFields(try call.json(), known: ["answers"]).list("answers")
                let answers = list.map(JSON.array)
                try Self.check(answers: answers)
                try db.run(
                    "INSERT OR REPLACE INTO sinks (name, answers, position) VALUES (?, ?, 0)",
                    [name, answers?.text ?? "[]"])
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

    static func check(answers: JSON?) throws(ControlError) {
        guard let list = answers?.arrayValue else {
            throw .body("answers is missing: a list such as [{\"status\":500},{\"status\":200,\"delay\":\"PT1S\"}]")
        }
        for (index, answer) in list.enumerated() {
            let fields = try ControlFields(answer, at: "answers[\(index)]", known: ["status", "delay"])
            guard try fields.number("status", in: 200...599) != nil else {
                throw .body("answers[\(index)].status is missing: a status from 200 to 599")
            }
            _ = try fields.span("delay", atMost: .minutes(5))
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

extension World {
    /// Hands a webhook to a sink of this world, as if it had come over the wire; nil when it goes elsewhere.
    public func handToSink(_ delivery: Delivery, wall: Instant) -> (reply: Reply, delay: Span)? {
        let sinks = baseURL + "/__sink/"
        guard delivery.url.hasPrefix(sinks) else { return nil }
        let name = String(delivery.url.dropFirst(sinks.count))
        let isPlain = name.utf8.allSatisfy { byte in
            byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || "-_.".utf8.contains(byte)
        }
        guard !name.isEmpty, isPlain else { return nil }
        let afterScheme = delivery.url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        let headers =
            delivery.headers + [("Host", String(afterScheme[1])), ("Content-Length", "\(delivery.body.count)")]
        let call = Call(
            method: delivery.method, path: "/" + String(afterScheme[2]), headers: headers, body: delivery.body)
        return receive(sink: name, call: call, wall: wall)
    }
}
