import CivilTime
import Foundation
import MockCore
import OpenAPIContract
import Testing
import WireJSON

/// A world with a clock of its own and short ways to call it. Every answer is held against the document.
final class TestWorld {
    let world: World
    var wall = Instant(rfc3339: "2026-01-01T00:00:00Z") ?? .epoch

    init(_ change: (inout WorldOptions) -> Void = { _ in }, database: String? = nil) throws {
        var options = WorldOptions()
        options.clock = .frozen(wall)
        options.strictContract = true
        options.backupDirectory =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("scheduler0-mock-tests/\(UUID().uuidString)").path
        change(&options)
        world = try World(options: options, databasePath: database, document: try APIDocument.builtIn.get(), wall: wall)
    }

    static let key = [("X-API-Key", "api-key"), ("X-Secret-Key", "api-secret"), ("X-Account-ID", "123")]
    static let theOperator = [("Authorization", "Basic dXNlcm5hbWU6cGFzc3dvcmQ="), ("X-Peer", "cmd")]

    /// Calls the API with the quickstart's key; a broken contract fails the test.
    @discardableResult
    func call(
        _ method: String, _ target: String, _ body: JSON? = nil, as headers: [(String, String)] = TestWorld.key,
        raw: String? = nil
    ) -> Reply {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let query = parts.dropFirst().joined().split(separator: "&").map { pair -> (name: String, value: String) in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
        let bytes = raw.map { Array($0.utf8) } ?? body?.serialized() ?? []
        let call = Call(
            method: method, path: "/api/v1\(parts[0])", query: query,
            headers: headers.map { (name: $0.0, value: $0.1) }, body: bytes)
        guard case .reply(let answer) = world.answer(call, wall: wall, mayWait: false) else {
            Issue.record("\(method) \(target) waits")
            return .pageNotFound
        }
        let reply = ContractCheck(world.document.contract, isStrict: false)(answer, to: call)
        for violation in reply.violations { Issue.record("\(method) \(target) \(reply.status): \(violation)") }
        for failure in world.failures { Issue.record("\(method) \(target): \(failure)") }
        world.failures = []
        return reply
    }

    func control(_ method: String, _ path: String, _ body: JSON? = nil) -> Reply {
        let call = Call(method: method, path: path, body: body?.serialized() ?? [])
        let segments = path.split(separator: "?")[0].split(separator: "/").map(String.init)
        return world.control(method: method, path: segments, call: call, wall: wall)
    }

    func control(_ method: String, _ path: String, _ call: Call) -> Reply {
        world.control(method: method, path: path.split(separator: "/").map(String.init), call: call, wall: wall)
    }

    /// Advances the frozen clock; every delivery ends as `outcome` says.
    @discardableResult
    func advance(by: String, outcome: (Delivery) -> Bool = { _ in true }) throws -> JSON {
        try world.beginAdvance(JSON.object(["by": .string(by)]).serialized(), wall: wall)
        while true {
            let step = world.stepAdvance()
            for delivery in world.takeDeliveries() {
                world.settle(delivery.id, succeeded: outcome(delivery), wall: wall)
            }
            if case .finished(let reply) = step { return reply.json }
        }
    }
}

extension Reply {
    var json: JSON { if case .json(let json) = body { json } else { .null } }
    var data: JSON { json["data"] ?? .null }
    var text: String { String(decoding: bodyBytes(), as: UTF8.self) }
}
