/// Carries one request and brings back its answer: HTTP by default, anything else in tests.
public protocol Transport: Sendable {
    /// Returns the answer whatever its status, and follows no redirect.
    ///
    /// - Throws: ``TransportError``; within `timeout` in any case.
    func exchange(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse
}

public struct TransportRequest: Hashable, Sendable {
    /// The operation of the OpenAPI document this request is for; empty when it is for none.
    public var operationID: String
    /// In capitals.
    public var method: String
    /// Absolute, percent-encoded.
    public var url: String
    public var headers: [HeaderField]
    /// Empty for none.
    public var body: [UInt8]

    public init(operationID: String = "", method: String, url: String, headers: [HeaderField], body: [UInt8] = []) {
        self.operationID = operationID
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

public struct TransportResponse: Hashable, Sendable {
    public var status: Int
    public var headers: [HeaderField]
    public var body: [UInt8]

    public init(status: Int, headers: [HeaderField], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first header `name`, compared without case.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}

public struct HeaderField: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

public enum TransportError: Error, Hashable, Sendable {
    /// Why there is no answer, in words.
    case unreachable(String)
    case timedOut
    case cancelled
}
