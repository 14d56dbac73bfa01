public import OpenAPIContract
public import WireJSON

/// What the document says about an exchange.
public struct CheckedExchange: Sendable {
    /// Nil when the document has none for this method and path.
    public var operation: Operation?
    /// How the request breaks the document.
    public var request: [Violation] = []
    /// How the answer breaks the document.
    public var response: [Violation] = []
    /// A method or path that is not documented.
    public var undocumented: Finding.Expectation?
    /// What could not be checked, and why.
    public var unchecked: [String] = []
    /// The answer's body, when it is JSON.
    public var responseJSON: JSON?

    public init(operation: Operation?) { self.operation = operation }

    /// The number of faults, those of the request included.
    public var faultCount: Int { request.count + response.count + (undocumented == nil ? 0 : 1) }

    /// The findings: breaches of the server, and what is wrong with the request, which is a breach only if asked for.
    public func findings(
        _ exchange: RecordedExchange, strictRequests: Bool = false, source: String? = nil
    ) -> [Finding] {
        var findings: [Finding] = []
        if !response.isEmpty || undocumented != nil {
            findings.append(
                Finding(
                    operationID: operation?.id, source: source, exchange: exchange, violations: response,
                    expectation: undocumented))
        }
        if !request.isEmpty {
            findings.append(
                Finding(
                    severity: strictRequests ? .breach : .warning, operationID: operation?.id, source: source,
                    exchange: exchange, violations: request))
        }
        return findings
    }
}

extension Report {
    /// Counts an exchange that was checked, and keeps what was found, with bodies of at most `bodyLimitBytes`.
    public mutating func add(
        _ checked: CheckedExchange, of exchange: RecordedExchange, strictRequests: Bool = false,
        source: String? = nil, bodyLimitBytes: Int = 64 << 10
    ) {
        exchangeCount += 1
        for reason in checked.unchecked { addUnchecked(reason) }
        if let operation = checked.operation, let status = exchange.status {
            coverage.record(operationID: operation.id, status: status, body: checked.responseJSON)
        }
        guard checked.faultCount > 0 else { return }
        var evidence = exchange
        evidence.requestBody = exchange.requestBody.shortened(to: bodyLimitBytes)
        evidence.responseBody = exchange.responseBody.shortened(to: bodyLimitBytes)
        for finding in checked.findings(evidence, strictRequests: strictRequests, source: source) { add(finding) }
    }
}
