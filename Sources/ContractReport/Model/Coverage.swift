public import OpenAPIContract
public import WireJSON

/// Which of the documented answers were seen.
public struct Coverage: Sendable, Hashable {
    /// A documented answer of an operation: the unit that is counted.
    public struct Pair: Sendable, Hashable {
        public var operationID: String
        public var status: StatusRange

        public init(operationID: String, status: StatusRange) {
            self.operationID = operationID
            self.status = status
        }
    }

    /// One operation of the document.
    public struct Row: Sendable, Hashable {
        public let operationID: String
        public let method: String
        /// With the server's prefix: `/api/v1/jobs/{id}`.
        public let path: String
        /// In ascending order.
        public let documented: [StatusRange]
        /// How often each status was seen, those that are not documented included.
        public internal(set) var seen: [Int: Int] = [:]
        /// The members a documented answer may have, as pointers with `*` for any element: `/data/jobs/*/id`.
        public internal(set) var fields: [StatusRange: Set<String>] = [:]
        public internal(set) var seenFields: [StatusRange: Set<String>] = [:]

        /// The documented answer that `status` is an instance of.
        public func range(of status: Int) -> StatusRange? {
            [.exact(status), .hundreds(status / 100), .standard].first { documented.contains($0) }
        }

        public func count(of range: StatusRange) -> Int {
            seen.reduce(0) { $0 + (self.range(of: $1.key) == range ? $1.value : 0) }
        }
    }

    /// In the order of the document.
    public internal(set) var rows: [Row]
    /// The answers that a request by itself can provoke; nil for all. Others depend on what no client can bring about.
    public var provocable: Set<Pair>?
    /// Why a pair was not seen, as far as the checks can tell.
    public var reasons: [Pair: String] = [:]

    let placeByID: [String: Int]

    /// - Parameter source: The document's JSON; with it, coverage also counts response fields.
    public init(of document: OpenAPIDocument, source: JSON? = nil) {
        let prefix = document.serverPrefixes.first ?? ""
        let fields = source.map(ResponseFields.init)
        rows = document.operations.map { operation in
            var row = Row(
                operationID: operation.id, method: operation.method, path: prefix + operation.pathTemplate,
                documented: operation.responses.map(\.status).sorted { $0.rank < $1.rank })
            for response in operation.responses {
                guard let found = fields?.fields(ofResponseAt: response.pointer), !found.isEmpty else { continue }
                row.fields[response.status] = found
            }
            return row
        }
        placeByID = Dictionary(zip(rows.map(\.operationID), rows.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Notes an answer. `body` is its JSON, when it has one.
    public mutating func record(operationID: String, status: Int, body: JSON? = nil) {
        guard let place = placeByID[operationID] else { return }
        rows[place].seen[status, default: 0] += 1
        guard let body, let range = rows[place].range(of: status), let fields = rows[place].fields[range],
            rows[place].seenFields[range]?.count != fields.count
        else { return }
        rows[place].seenFields[range, default: []].formUnion(ResponseFields.members(of: body, among: fields))
    }

    /// Takes in what another run has seen of the same document.
    public mutating func merge(_ other: Coverage) {
        for row in other.rows {
            guard let place = placeByID[row.operationID] else { continue }
            rows[place].seen.merge(row.seen, uniquingKeysWith: +)
            rows[place].seenFields.merge(row.seenFields) { $0.union($1) }
        }
        reasons.merge(other.reasons) { mine, _ in mine }
    }
}

extension StatusRange {
    /// Orders exact statuses first, then ranges, then the default.
    var rank: Int {
        switch self {
        case .exact(let status): status
        case .hundreds(let digit): 1_000 + digit
        case .standard: 2_000
        }
    }
}
