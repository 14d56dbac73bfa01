public import OpenAPIContract

/// Something that was not as it should be, with its evidence.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The server broke the contract: the report is red.
        case breach
        /// Worth a look; the report stays as it is. A request that breaks the document, for one.
        case warning
    }

    /// What was expected beyond the document, in words.
    public struct Expectation: Sendable, Hashable {
        /// `status 404`
        public var expected: String
        /// `status 200`
        public var found: String

        public init(expected: String, found: String) {
            self.expected = expected
            self.found = found
        }
    }

    public var severity: Severity
    /// ``Check/fullName`` of the check it belongs to.
    public var checkName: String?
    public var operationID: String?
    /// Where the exchange is from, when that is not this run: `entry 3 of traffic.har`.
    public var source: String?
    /// Nil when the finding is about no single exchange.
    public var exchange: RecordedExchange?
    /// How the exchange breaks the document.
    public var violations: [Violation]
    public var expectation: Expectation?

    public init(
        severity: Severity = .breach, checkName: String? = nil, operationID: String? = nil, source: String? = nil,
        exchange: RecordedExchange?, violations: [Violation] = [], expectation: Expectation? = nil
    ) {
        self.severity = severity
        self.checkName = checkName
        self.operationID = operationID
        self.source = source
        self.exchange = exchange
        self.violations = violations
        self.expectation = expectation
    }

    /// The number of faults it tells of.
    public var faultCount: Int { violations.count + (expectation == nil ? 0 : 1) }
}
