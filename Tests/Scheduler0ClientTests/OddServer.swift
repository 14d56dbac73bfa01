import NIOCore
import NIOPosix

/// Sends the same bytes on every connection, whatever it is asked, and then nothing, a byte now and then, or the end.
struct OddServer {
    enum Ending: Sendable { case silence, drip, close }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let bytes: String
        private let ending: Ending

        init(_ bytes: String, _ ending: Ending) {
            self.bytes = bytes
            self.ending = ending
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let channel = context.channel
            channel.writeAndFlush(ByteBuffer(string: bytes), promise: nil)
            switch ending {
            case .silence: break
            case .close: channel.close(promise: nil)
            case .drip:
                channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { drip in
                    if channel.isActive {
                        channel.writeAndFlush(ByteBuffer(string: " "), promise: nil)
                    } else {
                        drip.cancel()
                    }
                }
            }
        }
    }

    /// Runs `body` with the URL of such a server.
    static func with(
        _ bytes: String, then ending: Ending, _ body: (String) async throws -> Void
    ) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(bytes, ending))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result: Result<Void, any Error>
        do { result = .success(try await body("http://127.0.0.1:\(channel.localAddress?.port ?? 0)")) } catch {
            result = .failure(error)
        }
        try await channel.close()
        try result.get()
    }
}
