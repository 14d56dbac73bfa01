import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Requests to a program under test.
enum HTTP {
    /// Authenticates as the samples of the README do, unless other headers are given.
    static func send(
        _ method: String, _ url: String, _ body: String = "",
        headers: [String: String] = ["X-API-Key": "api-key", "X-Secret-Key": "api-secret", "X-Account-ID": "123"]
    ) async throws -> (status: Int, body: String) {
        var request = HTTPClientRequest(url: url)
        request.method = HTTPMethod(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if !body.isEmpty { request.body = .bytes(Array(body.utf8)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 10 << 20)
        return (Int(response.status.code), String(buffer: bytes))
    }
}
