import NIOCore
import NIOPosix
import Synchronization

/// A connection that sends what it is told, byte for byte, and shows what came back.
final class RawConnection: Sendable {
    struct TimedOut: Error { let waitingFor: String }

    private struct Received {
        var bytes: [UInt8] = []
        var isClosed = false
    }

    /// Gathers what arrives. A test reads it by looking again and again, so that no thread is blocked.
    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        let received = Mutex(Received())

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            received.withLock { $0.bytes.append(contentsOf: buffer.readableBytesView) }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if event as? ChannelEvent == .inputClosed { received.withLock { $0.isClosed = true } }
        }

        func channelInactive(context: ChannelHandlerContext) { received.withLock { $0.isClosed = true } }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }

    private let channel: any Channel
    private let collector: Collector

    private init(channel: any Channel, collector: Collector) {
        self.channel = channel
        self.collector = collector
    }

    static func open(port: Int) async throws -> RawConnection {
        try await open { try await $0.connect(host: "127.0.0.1", port: port).get() }
    }

    static func open(unixSocket path: String) async throws -> RawConnection {
        try await open { try await $0.connect(unixDomainSocketPath: path).get() }
    }

    private static func open(_ connect: (ClientBootstrap) async throws -> any Channel) async throws -> RawConnection {
        let collector = Collector()
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .connectTimeout(.seconds(5))
            .channelInitializer { $0.pipeline.addHandler(collector) }
        return RawConnection(channel: try await connect(bootstrap), collector: collector)
    }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    /// Tells the server that nothing more will be sent.
    func closeOutput() async throws { try await channel.close(mode: .output) }

    func close() async { try? await channel.close() }

    /// Everything that has arrived and was not taken yet.
    var text: String { collector.received.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    var isClosedByServer: Bool { collector.received.withLock { $0.isClosed } }

    /// Takes the next whole answer.
    ///
    /// - Parameter hasBody: False after a HEAD, whose answer tells a length and sends nothing.
    func response(hasBody: Bool = true, within limit: Duration = .seconds(10)) async throws -> RawResponse {
        try await eventually("an answer; so far: \(text.prefix(200))", within: limit) {
            collector.received.withLock { received in
                guard let (response, length) = RawResponse.parse(received.bytes, hasBody: hasBody) else { return nil }
                received.bytes.removeFirst(length)
                return response
            }
        }
    }

    /// Waits until the server has closed the connection.
    func closedByServer(within limit: Duration = .seconds(10)) async throws {
        try await eventually("the end of the connection", within: limit) { isClosedByServer ? () : nil }
    }
}

/// Looks for a value until it is there.
func eventually<Value>(
    _ what: @autoclosure () -> String, within limit: Duration = .seconds(10), _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while true {
        if let value = try await look() { return value }
        if ContinuousClock.now > deadline { throw RawConnection.TimedOut(waitingFor: what()) }
        try await Task.sleep(for: .milliseconds(3))
    }
}
