import OpenAPIContract

/// The part of a path that the document speaks of: servers put the API under a path of their own, and the mock gives
/// each world one (`/worlds/a/api/v1/jobs`).
struct APIPath {
    /// From the server prefix on: `/api/v1/jobs`; nil when the path is not the API's.
    let text: String?

    init(of path: String, in document: OpenAPIDocument) {
        let candidates = document.serverPrefixes.flatMap { Self.suffixes(of: path, beginningWith: $0) }
        text = candidates.first { Self.isKnown($0, document) } ?? candidates.first
    }

    private static func isKnown(_ path: String, _ document: OpenAPIDocument) -> Bool {
        if case .unknownPath = document.match(method: "GET", path: path) { false } else { true }
    }

    /// The ends of `path`, the longest first, that begin with the whole segments of `prefix`.
    private static func suffixes(of path: String, beginningWith prefix: String) -> [String] {
        var result: [String] = []
        for index in path.indices where path[index] == "/" {
            let rest = path[index...]
            if rest == prefix || rest.hasPrefix(prefix + "/") { result.append(String(rest)) }
            // A path longer than this has no base path of a server in front of the API.
            if result.count == 8 { break }
        }
        return result
    }

    /// What the mock serves beside the API: `/__admin/…`, `/__sink/…`, `/openapi.json`, those of a world too.
    static func isControl(_ path: String) -> Bool {
        var segments = path.split(separator: "/")[...]
        if segments.first == "worlds", segments.count > 2 { segments = segments.dropFirst(2) }
        guard let first = segments.first else { return false }
        return first.hasPrefix("__") || (first == "openapi.json" && segments.count == 1)
    }
}
