/// One answer on its way to the socket. `Content-Length` and `Connection` are added there; there is no `Date`: the same
/// request in the same state gives the same bytes.
struct WireResponse: Sendable, Equatable {
    var status: Int
    var headers: [Header]
    var body: [UInt8]
    /// Ends the connection after this answer.
    var closesConnection = false

    struct Header: Sendable, Equatable {
        var name: String
        var value: String
    }

    init(status: Int, headers: [Header] = [], body: [UInt8] = [], closesConnection: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.closesConnection = closesConnection
    }
}

extension WireResponse {
    /// To the same path without empty, `.` and `..` segments. Observed: server-behaviour 2.8.
    static func moved(to target: String) -> WireResponse {
        WireResponse(status: 301, headers: [Header(name: "Location", value: target)])
    }

    /// The page of Go's router for a path that is not served.
    ///
    /// Observed: server-behaviour 2.8.
    static let notFoundPage = WireResponse(
        status: 404,
        headers: [
            Header(name: "Content-Type", value: "text/plain; charset=utf-8"),
            Header(name: "X-Content-Type-Options", value: "nosniff"),
        ],
        body: Array("404 page not found\n".utf8))
}
