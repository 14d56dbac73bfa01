import OpenAPIContract
import Scheduler0Client

/// Heads and bodies beyond every measure.
enum WireLimitStory {
    static let story = Story("wire-limits", "413 and 431 for every operation") { stage async throws(Stop) in
        guard stage.recorder.canBreakRequests, stage.client.baseURL.lowercased().hasPrefix("http://") else {
            return stage.skip("too large requests are refused", because: "needs a plain http URL")
        }
        let tooLong = [HeaderField("X-Padding", String(repeating: "a", count: 100_000))]
        try await each(413, "a body beyond 8 MiB", stage) { operation in
            try await stage.announce(operation.method, operation.path(), bytes: (8 << 20) + 1)
        }
        try await each(431, "headers of 100 kB", stage) { operation in
            try await stage.announce(operation.method, operation.path(), bytes: 0, headers: tooLong)
        }
    }

    /// A server that reads on where it should refuse takes the time-out of every request: a few tell enough.
    private static let patience = 3

    private static func each(
        _ status: Int, _ what: String, _ stage: Stage, _ send: (Operation) async throws -> RawAnswer
    ) async throws(Stop) {
        var failures = 0
        for operation in stage.refusableOperations where operation.documents(status) {
            let name = "\(operation.id) refuses \(what)"
            guard failures < patience else {
                stage.skip(name, operation.id, because: "\(patience) other operations do not")
                continue
            }
            let answer = try await stage.check(name, operation.id) {
                try stage.expect(try await send(operation), status: status)
            }
            if answer == nil { failures += 1 }
        }
    }
}
