/// The server behind the proxy.
public struct ProxyTarget: Sendable, Hashable {
    /// Why a text is no target.
    public struct Fault: Error, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// As it was given.
    public let text: String
    public let usesTLS: Bool
    /// Without the brackets of an IPv6 address.
    public let host: String
    public let port: Int
    /// What stands before each request's path: `/worlds/a`; empty for none.
    public let basePath: String

    /// - Parameter text: `http://127.0.0.1:7070`, `https://scheduler0.example/base`.
    public init(parsing text: String) throws(Fault) {
        func refuse(_ reason: String) -> Fault { Fault(description: "'\(text)' \(reason)") }
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let usesTLS = ["http": false, "https": true][parts[0].lowercased()] else {
            throw refuse("is not an http or https URL, such as http://127.0.0.1:7070")
        }
        guard parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            throw refuse("holds a character that must be percent-encoded")
        }
        let authority = parts[1].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let rest = parts[1][authority.endIndex...]
        guard !rest.contains("?"), !rest.contains("#") else { throw refuse("must not have a query or a fragment") }
        guard !authority.contains("@") else {
            throw refuse("must not have a user; the proxy passes on the Authorization of each request")
        }
        (host, port) = try Self.hostAndPort(authority, defaultPort: usesTLS ? 443 : 80, refuse)
        self.text = text
        self.usesTLS = usesTLS
        basePath = rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)
    }

    private static func hostAndPort(
        _ authority: Substring, defaultPort: Int, _ refuse: (String) -> Fault
    ) throws(Fault) -> (String, Int) {
        var host = authority
        var portText: Substring?
        if authority.hasPrefix("["), let close = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<close]
            let rest = authority[authority.index(after: close)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw refuse("has no port behind its address") }
            portText = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            portText = authority[authority.index(after: colon)...]
        }
        guard !host.isEmpty else { throw refuse("names no host") }
        guard let portText else { return (String(host), defaultPort) }
        guard let port = UInt16(portText), port > 0 else { throw refuse("has a port that is not 1 to 65535") }
        return (String(host), Int(port))
    }

    /// For the Host header.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (usesTLS ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// The target's URL for a request's path and query.
    func url(of target: String) -> String { "\(usesTLS ? "https" : "http")://\(authority)\(target)" }

    /// What is asked of the target for a request target of the client: the path behind the base path, byte for byte.
    func requestTarget(_ text: String) -> String {
        guard !text.hasPrefix("/"), text != "*" else { return text == "*" ? text : basePath + text }
        // The absolute form, as clients write it who take this for their proxy: the path is what counts.
        guard let scheme = text.firstRange(of: "://") else { return basePath + "/" + text }
        let rest = text[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
        return basePath + (rest.hasPrefix("/") ? rest : "/" + rest)
    }
}
