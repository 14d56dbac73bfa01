import MockCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The request a delivery makes, and the one that follows when its receiver redirects.
struct DeliveryRequest: Sendable {
    enum RequestError: Error, Equatable, CustomStringConvertible {
        case tooMany(limit: Int)
        case badLocation(String)

        var description: String {
            switch self {
            case .tooMany(let limit): "stopped after \(limit) redirects"
            case .badLocation(let location): "redirected to \(location), which is no URL"
            }
        }
    }

    var method: String
    var url: String
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    /// The request to make after an answer with `status`; nil when that answer is the last.
    ///
    /// 307 and 308 repeat the request; 301, 302 and 303 turn it into a GET without a body (a HEAD stays one). Headers
    /// that carry a secret do not follow to another host. A redirect that names no place is an answer like any other.
    func following(status: Int, location: String?) throws(RequestError) -> DeliveryRequest? {
        guard [301, 302, 303, 307, 308].contains(status), let location, !location.isEmpty else { return nil }
        guard let base = URL(string: url), let target = URL(string: location, relativeTo: base)?.absoluteURL,
            target.host != nil
        else { throw .badLocation(location) }
        var next = self
        next.url = target.absoluteString
        if status < 307 {
            if method != "HEAD" { next.method = "GET" }
            next.body = []
            next.headers.removeAll { ["content-type", "content-length"].contains($0.name.lowercased()) }
        }
        if target.host != base.host {
            next.headers.removeAll { ["authorization", "cookie", "www-authenticate"].contains($0.name.lowercased()) }
        }
        return next
    }
}

extension DeliveryRequest {
    /// The headers, with the name and password that the URL holds, as Go's client sends them.
    var headersOnTheWire: [(name: String, value: String)] {
        guard let url = URL(string: url), let user = url.user(percentEncoded: false),
            !headers.contains(where: { $0.name.lowercased() == "authorization" })
        else { return headers }
        let login = "\(user):\(url.password(percentEncoded: false) ?? "")"
        return headers + [("Authorization", "Basic \(Data(login.utf8).base64EncodedString())")]
    }

    init(_ delivery: Delivery) {
        self.init(method: delivery.method, url: delivery.url, headers: delivery.headers, body: delivery.body)
    }
}
