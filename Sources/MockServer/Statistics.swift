import Synchronization

/// What a server has counted since its start.
public final class Statistics: Sendable {
    let requests = Atomic<Int>(0)
    let violations = Atomic<Int>(0)

    init() {}

    /// Requests answered, those to the control API and to sinks included.
    public var requestsServed: Int { requests.load(ordering: .relaxed) }

    /// Breaches of the OpenAPI document in answers of the API.
    public var contractViolations: Int { violations.load(ordering: .relaxed) }
}
