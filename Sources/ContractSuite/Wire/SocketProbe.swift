import NIOCore
import NIOHTTP1
import NIOPosix
public import Scheduler0Client

/// Broken requests over a plain TCP connection of their own; https is not supported.
public struct SocketProbe: WireProbe {
    public init() {}

    private typealias Channel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    public func announce(
        _ request: TransportRequest, bytes: Int, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        guard let place = SocketAddressText(url: request.url) else {
            throw .unreachable("broken requests need a plain http URL, not \(request.url)")
        }
        var head = HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: request.method), uri: place.target)
        head.headers.add(name: "Host", value: place.authority)
        for header in request.headers { head.headers.add(name: header.name, value: header.value) }
        if bytes > 0 { head.headers.add(name: "Content-Length", value: String(bytes)) }
        head.headers.add(name: "Connection", value: "close")
        do {
            return try await answer(to: head, endsAfterHead: bytes == 0, place, timeout)
        } catch let error as TransportError {
            throw error
        } catch {
            throw .unreachable("\(error)")
        }
    }

    private func answer(
        to head: HTTPRequestHead, endsAfterHead: Bool, _ place: SocketAddressText, _ timeout: Duration
    ) async throws -> TransportResponse {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(5))
            .connect(host: place.host, port: place.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try Channel(wrappingChannelSynchronously: channel)
                }
            }
        let alarm = channel.channel.eventLoop.scheduleTask(in: .milliseconds(Int64(timeout / .milliseconds(1)))) {
            channel.channel.close(promise: nil)
        }
        defer { alarm.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            // A server may answer and close before all is written: what counts is the answer.
            try? await outbound.write(contentsOf: endsAfterHead ? [.head(head), .end(nil)] : [.head(head)])
            return try await Self.response(inbound)
        }
    }

    private static func response(
        _ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> TransportResponse {
        var response: TransportResponse?
        for try await part in parts {
            switch part {
            case .head(let head):
                response = TransportResponse(
                    status: Int(head.status.code), headers: head.headers.map { HeaderField($0.name, $0.value) },
                    body: [])
            case .body(let buffer): response?.body += Array(buffer: buffer)
            case .end:
                if let response { return response }
            }
        }
        throw TransportError.unreachable("the connection was closed without an answer")
    }
}

/// Host, port and request target of a plain http URL.
struct SocketAddressText {
    let host: String
    let port: Int
    let authority: String
    let target: String

    init?(url: String) {
        let scheme = "http://"
        guard url.lowercased().hasPrefix(scheme) else { return nil }
        let rest = url.dropFirst(scheme.count)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = String(rest[..<end])
        self.authority = authority
        target = end == rest.endIndex ? "/" : String(rest[end...])
        // The last colon is before the port, unless it is inside the brackets of an IPv6 address.
        let colon = authority.lastIndex(of: ":").flatMap { authority[$0...].contains("]") ? nil : $0 }
        let name = authority[..<(colon ?? authority.endIndex)]
        host = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : String(name)
        guard !host.isEmpty else { return nil }
        guard let colon else {
            port = 80
            return
        }
        guard let number = UInt16(authority[authority.index(after: colon)...]) else { return nil }
        port = Int(number)
    }
}
