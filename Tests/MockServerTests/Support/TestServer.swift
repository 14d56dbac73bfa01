import Logging
import MockCore
import MockServer
import Testing

/// Runs `body` against a server of its own on a free port.
func withServer<Value>(
    _ configure: (inout ServerOptions) -> Void = { _ in },
    _ body: (RunningServer) async throws -> Value
) async throws -> Value {
    var options = ServerOptions(world: WorldOptions(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    options.port = 0
    configure(&options)
    let server = try await MockServer.start(options)
    do {
        let value = try await body(server)
        try await server.stop()
        return value
    } catch {
        try await server.stop()
        throw error
    }
}

/// What the samples of the README authenticate with.
let apiHeaders = "X-API-Key: api-key\r\nX-Secret-Key: api-secret\r\nX-Account-ID: 123\r\n"

/// A request as text, complete with Host and Content-Length.
func request(_ method: String, _ target: String, headers: String = "", body: String = "") -> String {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(headers)\(length)\r\n\(body)"
}

extension RunningServer {
    /// Sends one request on a connection of its own.
    func send(
        _ method: String, _ target: String, headers: String = apiHeaders, body: String = ""
    ) async throws -> RawResponse {
        let connection = try await RawConnection.open(port: port)
        try await connection.send(request(method, target, headers: headers, body: body))
        let response = try await connection.response(hasBody: method != "HEAD")
        await connection.close()
        return response
    }

    /// Makes the sink `name` answer after `delay`, an ISO 8601 duration.
    func slowDown(sink name: String, by delay: String) async throws {
        let body = #"{"answers":[{"status":200,"delay":"\#(delay)"}]}"#
        let response = try await send("PUT", "/__admin/sinks/\(name)", body: body)
        try #require((200..<300).contains(response.status), "\(response.body)")
    }
}
