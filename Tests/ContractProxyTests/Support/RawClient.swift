import NIOCore
import NIOPosix
import Synchronization

/// A connection that sends what it is told, byte for byte, and shows what came back.
final class RawClient: Sendable {
    struct TimedOut: Error { let soFar: String }

    private struct Received {
        var bytes: [UInt8] = []
        var isClosed = false
    }

    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        let received = Mutex(Received())

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            received.withLock { $0.bytes.append(contentsOf: buffer.readableBytesView) }
        }

        func channelInactive(context: ChannelHandlerContext) { received.withLock { $0.isClosed = true } }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }

    private let channel: any Channel
    private let collector: Collector

    private init(_ channel: any Channel, _ collector: Collector) {
        self.channel = channel
        self.collector = collector
    }

    static func open(port: Int) async throws -> RawClient {
        let collector = Collector()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(5))
            .channelInitializer { $0.pipeline.addHandler(collector) }
            .connect(host: "127.0.0.1", port: port).get()
        return RawClient(channel, collector)
    }

    func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)) }

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

    func close() async { try? await channel.close() }

    /// All that has come, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var bytes: [UInt8] { collector.received.withLock { $0.bytes } }

    var isClosed: Bool { collector.received.withLock { $0.isClosed } }

    /// Waits until what has come ends with `end`, and returns all of it.
    func received(until end: String, within limit: Duration = .seconds(10)) async throws -> String {
        try await wait(within: limit) { $0.bytes.suffix(end.utf8.count).elementsEqual(end.utf8) }
    }

    /// Waits for the end of the connection.
    func receivedUntilClose(within limit: Duration = .seconds(10)) async throws -> String {
        try await wait(within: limit) { $0.isClosed }
    }

    func received(atLeast count: Int, within limit: Duration = .seconds(30)) async throws {
        _ = try await wait(within: limit) { $0.bytes.count >= count }
    }

    private func wait(within limit: Duration, _ isReady: (Received) -> Bool) async throws -> String {
        let deadline = ContinuousClock.now + limit
        while !collector.received.withLock({ isReady($0) }) {
            if ContinuousClock.now > deadline { throw TimedOut(soFar: String(text.prefix(500))) }
            try await Task.sleep(for: .milliseconds(3))
        }
        return text
    }
}
