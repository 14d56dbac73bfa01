import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// What stories about all operations need to know of one.
extension Operation {
    /// The path with ids that do not exist, and required query parameters.
    func path(id: String = "999999999") -> String {
        let path = pathTemplate.replacing("{id}", with: id).replacing("{requestId}", with: "nosuchtask")
        let query = parameters.filter { $0.location == .query && $0.isRequired }.map {
            "\($0.name)=\(Self.sample($0.name))"
        }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }

    private static func sample(_ name: String) -> String {
        switch name {
        case "startDate": "2026-01-01"
        case "startTime": "00:00:00"
        case "nodeId", "seedNodeId": "999999999"
        default: "127.0.0.1:9"
        }
    }

    var hasIntegerID: Bool { pathTemplate.contains("{id}") }
    var scope: Scope? { extensions["x-required-scope"]?.stringValue.flatMap(Scope.init(rawValue:)) }
    var needsAccount: Bool { extensions["x-account-header"]?.stringValue == "required" }
    var takesBody: Bool { requestBody != nil }

    func documents(_ status: Int) -> Bool { responses.contains { $0.status == .exact(status) && !$0.isOfTheCluster } }

    /// Whether the operation, carried out by mistake, would harm a cluster in use.
    var isHarmful: Bool {
        tags.contains("cluster") && method != "GET" || id == "rotateSecret" || id == "rotateCredentialSecret"
    }
}

extension Response {
    var isOfTheCluster: Bool { extensions["x-provoked-by"] != nil }
}

extension Stage {
    /// The operations that may be tried in vain: a server that does not refuse them as it should must not be harmed.
    var refusableOperations: [Operation] { document.operations.filter { cast.mayHarm || !$0.isHarmful } }
}
