import OpenAPIContract
import Scheduler0Client

/// Heads and bodies beyond every measure.
enum WireLimitStory {
    static let story = Story("wire-limits", "413 and 431 for every operation") { stage async throws(Stop) in
        guard stage.recorder.canBreakRequests, stage.client.baseURL.lowercased().hasPrefix("http://") else {
            return stage.skip("too large requests are refused", because: "needs a plain http URL")
        }
        let tooLong = [HeaderField("X-Padding", String(repeating: "a", count: 100_000))]
        for operation in stage.refusableOperations {
            if operation.documents(413) {
                try await stage.check("\(operation.id) refuses a body beyond 8 MiB", operation.id) {
                    let answer = try await stage.announce(operation.method, operation.path(), bytes: (8 << 20) + 1)
                    try stage.expect(answer, status: 413)
                }
            }
            if operation.documents(431) {
                try await stage.check("\(operation.id) refuses headers of 100 kB", operation.id) {
                    let answer = try await stage.announce(
                        operation.method, operation.path(), bytes: 0, headers: tooLong)
                    try stage.expect(answer, status: 431)
                }
            }
        }
    }
}
