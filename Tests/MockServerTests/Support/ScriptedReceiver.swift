import NIOCore
import NIOPosix
import Synchronization

/// A receiver of webhooks that answers with prepared bytes: the first request with the first, and so on; the last
/// repeats. An empty answer hangs up.
final class ScriptedReceiver: Sendable {
    private struct Log {
        var requests: [String] = []
        var answered = 0
        var connections = 0
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let receiver: ScriptedReceiver
        private var bytes: [UInt8] = []

        init(_ receiver: ScriptedReceiver) { self.receiver = receiver }

        func channelActive(context: ChannelHandlerContext) {
            receiver.log.withLock { $0.connections += 1 }
            context.fireChannelActive()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView)
            guard let (_, length) = RawResponse.parse(bytes, hasBody: true) else { return }
            let text = String(decoding: bytes.prefix(length), as: UTF8.self)
            bytes.removeFirst(length)
            let answer = receiver.answer(to: text)
            if answer.isEmpty {
                context.close(promise: nil)
            } else {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
            }
        }
    }

    private let answers: [String]
    private let log = Mutex(Log())
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ answers: [String]) { self.answers = answers }

    static func start(_ answers: [String]) async throws -> ScriptedReceiver {
        let receiver = ScriptedReceiver(answers)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(receiver))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        receiver.channel.withLock { $0 = channel }
        return receiver
    }

    var url: String { "http://127.0.0.1:\(channel.withLock { $0?.localAddress?.port ?? 0 })" }

    /// Every request so far, as it came.
    var requests: [String] { log.withLock { $0.requests } }

    var connectionCount: Int { log.withLock { $0.connections } }

    func stop() async throws { try await channel.withLock { $0 }?.close() }

    private func answer(to request: String) -> String {
        log.withLock { log in
            log.requests.append(request)
            defer { log.answered += 1 }
            return answers[min(log.answered, answers.count - 1)]
        }
    }
}
