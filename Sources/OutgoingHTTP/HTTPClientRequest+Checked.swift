public import AsyncHTTPClient
import Foundation

extension HTTPClientRequest {
    /// A request for a URL that came from outside.
    ///
    /// AsyncHTTPClient finds fault with other bad URLs by itself, but hands the port on as it is, and NIO traps on one
    /// above 65535.
    ///
    /// - Throws: `HTTPClientError.invalidURL`.
    public init(checking url: String) throws(HTTPClientError) {
        guard let parsed = URL(string: url), parsed.port.map((1...65_535).contains) ?? true else { throw .invalidURL }
        self.init(url: url)
    }
}
