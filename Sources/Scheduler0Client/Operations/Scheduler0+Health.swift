public import Scheduler0API

extension Scheduler0 {
    /// `GET /healthcheck`: State of the node and its cluster.
    public func getHealth() async throws(Scheduler0Error) -> Health {
        try await receive(.get, "/healthcheck", account: nil, isOpen: true)
    }
}
