public import CivilTime

/// A request and what came of it, as evidence in a report. Bodies may be shortened; secrets are masked when it is
/// rendered, not here.
public struct RecordedExchange: Sendable, Hashable {
    /// A header or a query parameter. A repeated name is a repeated field.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// In capitals.
    public var method: String
    /// As sent, percent-encoded, with scheme and host: `http://127.0.0.1:7070/worlds/a/api/v1/jobs?limit=1`.
    public var url: String
    public var requestHeaders: [Field]
    public var requestBody: RecordedBody
    /// Nil when no answer came.
    public var status: Int?
    public var responseHeaders: [Field]
    public var responseBody: RecordedBody
    /// From the request's first byte to the answer's last one.
    public var durationMilliseconds: Double
    public var startedAt: Instant?

    public init(
        method: String, url: String, requestHeaders: [Field] = [], requestBody: RecordedBody = .none,
        status: Int?, responseHeaders: [Field] = [], responseBody: RecordedBody = .none,
        durationMilliseconds: Double = 0, startedAt: Instant? = nil
    ) {
        self.method = method
        self.url = url
        self.requestHeaders = requestHeaders
        self.requestBody = requestBody
        self.status = status
        self.responseHeaders = responseHeaders
        self.responseBody = responseBody
        self.durationMilliseconds = durationMilliseconds
        self.startedAt = startedAt
    }

    /// Percent-encoded, without query.
    public var path: String { RequestURL(url).path }

    /// Percent-decoded, in order.
    public var query: [Field] { RequestURL(url).query }
}
