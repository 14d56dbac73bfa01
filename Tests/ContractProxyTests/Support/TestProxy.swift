import CivilTime
import ContractProxy
import ContractReport
import Logging
import OpenAPIContract
import Testing
import WireJSON

/// What the proxies of these tests check against.
enum TestDocument {
    static let text = """
        {"openapi": "3.1.0", "info": {"title": "Example", "version": "1"}, "servers": [{"url": "/api/v1"}],
         "paths": {
          "/jobs": {
           "get": {"operationId": "listJobs", "responses": {"200": {"description": "A page.",
             "content": {"application/json": {"schema": {"type": "object", "required": ["data"],
              "properties": {"data": {"type": "array"}}}}}}}},
           "post": {"operationId": "createJob",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["spec"]}}}},
            "responses": {"202": {"description": "Taken."}}}},
          "/jobs/{id}": {
           "delete": {"operationId": "deleteJob",
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
            "responses": {"204": {"description": "Gone."}}}}}}
        """
}

/// Runs `body` against a proxy in front of a server that answers by `script`.
func withProxy<Value>(
    _ script: [[ScriptedUpstream.Step]], _ configure: (inout ProxyOptions) -> Void = { _ in },
    _ body: (RunningProxy, ScriptedUpstream) async throws -> Value
) async throws -> Value {
    let upstream = try await ScriptedUpstream.start(script)
    let value = try await withProxy(to: upstream.url, configure) { try await body($0, upstream) }
    try await upstream.stop()
    return value
}

func withProxy<Value>(
    to url: String, _ configure: (inout ProxyOptions) -> Void = { _ in },
    _ body: (RunningProxy) async throws -> Value
) async throws -> Value {
    let source = try JSON.parse(TestDocument.text)
    var options = ProxyOptions(
        target: try ProxyTarget(parsing: url), document: try OpenAPIDocument(source), documentSource: source,
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        wall: { Instant(milliseconds: 1_700_000_000_000) })
    options.port = 0
    options.timeout = .seconds(5)
    configure(&options)
    let proxy = try await ValidatingProxy.start(options)
    do {
        let value = try await body(proxy)
        try await proxy.stop()
        return value
    } catch {
        try await proxy.stop()
        throw error
    }
}

/// An answer as a server writes it.
func answer(_ status: String, _ headers: [String] = [], body: String) -> String {
    (["HTTP/1.1 \(status)", "Content-Type: application/json", "Content-Length: \(body.utf8.count)"] + headers)
        .joined(separator: "\r\n") + "\r\n\r\n" + body
}

let soundPage = answer("200 OK", body: #"{"data":[]}"#)
let spoiledPage = answer("200 OK", body: #"{"data":null}"#)
let getJobs = "GET /api/v1/jobs HTTP/1.1\r\nHost: proxy\r\n\r\n"

extension RunningProxy {
    /// Sends one request on a connection of its own, and waits for an answer that ends with `end`.
    func exchange(_ request: String, until end: String = "}") async throws -> String {
        let client = try await RawClient.open(port: port)
        try await client.send(request)
        let text = try await client.received(until: end)
        await client.close()
        return text
    }
}
