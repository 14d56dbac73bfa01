import Scheduler0Client
import WireJSON

/// One way in which a server can break the contract, and the story that sees it.
struct Mutation: Sendable, CustomStringConvertible {
    struct Call: Sendable {
        let request: TransportRequest
        /// Nil for what is no operation.
        let operationID: String?
    }

    enum Kind: Sendable {
        /// Spoils an answer.
        case response(@Sendable (Call, inout TransportResponse) -> Void)
        /// Spoils a request on its way; false leaves it as it is.
        case request(@Sendable (inout TransportRequest) -> Bool)
        /// Answers a write by itself and never passes it on.
        case swallow(@Sendable (TransportRequest) -> TransportResponse?)
        /// Asks something else in place of an answer of these statuses.
        case instead(Set<Int>, @Sendable (TransportRequest) -> TransportRequest?)
        /// Repeats the last good answer to the same GET in place of an answer of this status.
        case remember(Int)
        /// Besides an answer of this status, does something behind the caller's back.
        case also(Int, @Sendable (TransportRequest) -> TransportRequest?)
    }

    let description: String
    let story: String
    /// Empty for all.
    let operations: Set<String>
    let kind: Kind

    init(_ description: String, sees story: String, of operations: Set<String> = [], _ kind: Kind) {
        self.description = description
        self.story = story
        self.operations = operations
        self.kind = kind
    }

    func concerns(_ operationID: String?) -> Bool {
        operations.isEmpty || operationID.map(operations.contains) ?? false
    }
}

extension Mutation.Kind {
    /// Changes the JSON of answers of one status.
    static func json(_ status: Int, _ change: @escaping @Sendable (inout JSON) -> Void) -> Mutation.Kind {
        .response { _, response in
            guard response.status == status, var json = try? JSON.parse(response.body) else { return }
            change(&json)
            response.body = json.serialized()
        }
    }

    static func set(_ status: Int = 200, _ pointer: String, _ value: JSON?) -> Mutation.Kind {
        .json(status) { $0.set(pointer, value) }
    }

    static func status(_ old: Int, _ new: Int) -> Mutation.Kind {
        .response { _, response in if response.status == old { response.status = new } }
    }

    static func bytes(_ status: Int, _ change: @escaping @Sendable (inout [UInt8]) -> Void) -> Mutation.Kind {
        .response { _, response in if response.status == status { change(&response.body) } }
    }

    static func header(_ name: String, _ value: String?, status: Int) -> Mutation.Kind {
        .response { _, response in
            guard response.status == status else { return }
            response.headers.removeAll { $0.name.lowercased() == name.lowercased() }
            if let value { response.headers.append(HeaderField(name, value)) }
        }
    }

    /// The server forgets to ask who it is: the operator asks in the caller's place.
    static func asOperator(_ statuses: Set<Int>, account: String? = nil) -> Mutation.Kind {
        .instead(statuses) { request in
            var request = request
            let credentials = ["x-api-key", "x-secret-key", "authorization", "x-peer", "x-act-as-api-key"]
            request.headers.removeAll { credentials.contains($0.name.lowercased()) }
            request.headers += Authentication.operator(username: "username", password: "password").headers
            return request
        }
    }

    /// Leaves a parameter out of the query.
    static func without(_ parameter: String) -> Mutation.Kind {
        .request { request in
            guard let mark = request.url.firstIndex(of: "?") else { return false }
            let pairs = request.url[request.url.index(after: mark)...].split(separator: "&")
            let kept = pairs.filter { !$0.hasPrefix("\(parameter)=") }
            request.url = request.url[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
            return kept.count < pairs.count
        }
    }
}

extension JSON {
    /// Changes the value at a JSON pointer; nil removes it. `*` is every element, a pointer that leads nowhere nothing.
    mutating func set(_ pointer: String, _ value: JSON?) {
        change(pointer.split(separator: "/").map(String.init)[...]) { $0 = value }
    }

    mutating func change(_ path: ArraySlice<String>, _ body: (inout JSON?) -> Void) {
        guard let key = path.first else { return }
        switch self {
        case .object(var object):
            var member = object[key]
            if path.count == 1 { body(&member) } else { member?.change(path.dropFirst(), body) }
            object[key] = member
            self = .object(object)
        case .array(var elements):
            for index in elements.indices where key == "*" || key == String(index) {
                var element: JSON? = elements[index]
                if path.count == 1 { body(&element) } else { element?.change(path.dropFirst(), body) }
                elements[index] = element ?? .null
            }
            self = .array(elements)
        default: break
        }
    }

    mutating func edit(_ pointer: String, _ body: (JSON) -> JSON?) {
        change(pointer.split(separator: "/").map(String.init)[...]) { $0 = $0.flatMap(body) }
    }
}
