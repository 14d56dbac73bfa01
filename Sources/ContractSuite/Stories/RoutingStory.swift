import OpenAPIContract
import Scheduler0API
import Scheduler0Client

/// What is no path, or no method of a path. Documented: the document, Outside the operations.
enum RoutingStory {
    static let story = Story("routing", "unknown paths, wrong methods, HEAD") { stage async throws(Stop) in
        for path in ["/nosuchthing", "/projects/1/nosuchthing", "/jobs/"] {
            try await stage.check("\(path) is not found") {
                let answer = try await stage.raw("GET", path, isDocumented: false)
                try stage.expect(answer, status: 404, "404 page not found")
                let type = answer.header("Content-Type") ?? "none"
                try stage.expect(type.hasPrefix("text/plain"), "content type text/plain", found: type)
            }
        }
        try await stage.check("an unknown path is not found before anyone is asked who he is") {
            try stage.expect(try await stage.raw("GET", "/nosuchthing", as: .nobody, isDocumented: false), status: 404)
        }
        for (path, method) in [
            ("/projects", "PATCH"), ("/jobs", "DELETE"), ("/healthcheck", "POST"), ("/accounts", "GET"),
        ] {
            try await stage.check("\(method) \(path) is not allowed") {
                let answer = try await stage.raw(method, path, isDocumented: false)
                try stage.expect(answer, status: 405)
                let allowed = answer.header("Allow") ?? ""
                for documented in Self.methods(of: path, stage.document) {
                    try stage.expect(allowed.contains(documented), "\(documented) in Allow", found: allowed)
                }
            }
        }
        for operation in stage.document.operations where operation.method == "GET" && !operation.hasIntegerID {
            guard operation.scope == .read, !operation.pathTemplate.contains("{") else { continue }
            try await stage.check("HEAD \(operation.pathTemplate) answers as GET, without body", operation.id) {
                let get = try await stage.raw("GET", operation.path())
                let head = try await stage.raw("HEAD", operation.path())
                try stage.expect(head, status: get.status)
                try stage.expect(head.body.isEmpty, "no body")
                try stage.expectEqual(
                    head.header("Content-Type"), get.header("Content-Type"), "the content type of GET:")
            }
        }
    }

    private static func methods(of path: String, _ document: OpenAPIDocument) -> [String] {
        document.operations.filter { $0.pathTemplate == path }.map(\.method)
    }
}
