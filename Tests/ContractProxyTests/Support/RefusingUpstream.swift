import NIOCore
import NIOPosix

/// Answers as soon as anything comes, and closes.
enum RefusingUpstream {
    struct Running: Sendable {
        let channel: any Channel
        var url: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }

        func stop() async throws { try await channel.close() }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: String
        private var hasAnswered = false

        init(_ answer: String) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard !hasAnswered else { return }
            hasAnswered = true
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
            context.close(mode: .output, promise: nil)
        }
    }

    static func start(_ answer: String) async throws -> Running {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return Running(channel: channel)
    }
}
