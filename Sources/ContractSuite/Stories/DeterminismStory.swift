import OpenAPIContract
import Scheduler0API
import Scheduler0Client

/// The same question has the same answer, byte for byte. Documented: product decisions, Envelope.
enum DeterminismStory {
    static let story = Story("determinism", "the same request, the same bytes") { stage async throws(Stop) in
        guard try await stage.check("some rows", nil, { _ = try await Workplace(stage) }) != nil else { return }
        for operation in stage.document.operations {
            guard operation.method == "GET", operation.scope == .read, !operation.pathTemplate.contains("{") else {
                continue
            }
            try await stage.check("\(operation.id) answers alike twice", operation.id) {
                let first = try await stage.raw("GET", operation.path())
                let second = try await stage.raw("GET", operation.path())
                try stage.expectEqual(second.status, first.status, "status")
                try stage.expect(
                    second.body == first.body, String(decoding: first.body.prefix(200), as: UTF8.self),
                    found: String(decoding: second.body.prefix(200), as: UTF8.self))
            }
        }
    }
}
