import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// The least a Hummingbird server can do: a route, and the same bytes for every request. What the benchmark measures
/// scheduler0-mock against.
///
/// Usage: bare-hummingbird [METHOD PATH STATUS BODYFILE]…
@main
enum BareHummingbird {
    static func main() async throws {
        let router = Router()
        var arguments = CommandLine.arguments.dropFirst()
        while arguments.count >= 4 {
            try addRoute(Array(arguments.prefix(4)), to: router)
            arguments = arguments.dropFirst(4)
        }
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                let line = "bare-hummingbird listening on http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            })
        try await application.runService()
    }

    private struct WrongArguments: Error {}

    private static func addRoute(_ words: [String], to router: Router<BasicRequestContext>) throws {
        guard let method = HTTPRequest.Method(words[0]), let status = Int(words[2]) else {
            throw WrongArguments()
        }
        let body = ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: words[3])))
        let headers: HTTPFields = [.contentType: "application/json", .accessControlAllowOrigin: "*"]
        let response = Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: body))
        router.on(RouterPath(words[1]), method: method) { request, _ -> Response in
            // A request with a body is read to its end, as any server has to.
            if method != .get { for try await _ in request.body {} }
            return response
        }
    }
}
