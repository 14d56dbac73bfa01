import NIOCore
import NIOPosix
import Synchronization

/// A server that answers each request with prepared bytes, whatever they are.
final class ScriptedUpstream: Sendable {
    /// What is done when a request has come.
    enum Step: Sendable {
        case send(String)
        case sendBytes([UInt8])
        case wait(Duration)
        /// Ends the connection in order.
        case close
        /// Ends it with a reset.
        case reset
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let upstream: ScriptedUpstream
        private var received = ""

        init(_ upstream: ScriptedUpstream) { self.upstream = upstream }

        func channelActive(context: ChannelHandlerContext) { upstream.log.withLock { $0.connections += 1 } }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            received += String(buffer: unwrapInboundIn(data))
            while let length = Self.length(ofRequest: received) {
                let text = String(decoding: received.utf8.prefix(length), as: UTF8.self)
                received = String(decoding: received.utf8.dropFirst(length), as: UTF8.self)
                run(upstream.next(text)[...], on: context.channel)
            }
        }

        private func run(_ steps: ArraySlice<Step>, on channel: any Channel) {
            guard let step = steps.first else { return }
            switch step {
            case .send(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            case .sendBytes(let bytes): channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
            case .close: channel.close(promise: nil)
            case .reset:
                try? channel.syncOptions?.setOption(.socketOption(.so_linger), value: .init(l_onoff: 1, l_linger: 0))
                channel.close(promise: nil)
            case .wait(let duration):
                let handler = NIOLoopBound(self, eventLoop: channel.eventLoop)
                let rest = steps.dropFirst()
                channel.eventLoop.scheduleTask(in: TimeAmount(duration)) { handler.value.run(rest, on: channel) }
                return
            }
            run(steps.dropFirst(), on: channel)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        /// Of a whole request with its length or its chunks; nil while it is not whole.
        private static func length(ofRequest text: String) -> Int? {
            guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
            let head = text[..<end.lowerBound].lowercased()
            let headLength = text[..<end.upperBound].utf8.count
            if head.contains("transfer-encoding: chunked") {
                guard let last = text[end.upperBound...].firstRange(of: "0\r\n\r\n") else { return nil }
                return text[..<last.upperBound].utf8.count
            }
            guard let mark = head.firstRange(of: "content-length: ") else { return headLength }
            let length = headLength + (Int(head[mark.upperBound...].prefix { $0.isNumber }) ?? 0)
            return text.utf8.count >= length ? length : nil
        }
    }

    private struct Log {
        var requests: [String] = []
        var connections = 0
    }

    private let script: [[Step]]
    private let log = Mutex(Log())
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ script: [[Step]]) { self.script = script }

    /// The first request gets the first steps, and so on; the last ones repeat.
    static func start(_ script: [[Step]]) async throws -> ScriptedUpstream {
        let upstream = ScriptedUpstream(script)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Handler(upstream))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        upstream.channel.withLock { $0 = channel }
        return upstream
    }

    var url: String { "http://127.0.0.1:\(channel.withLock { $0?.localAddress?.port ?? 0 })" }

    /// Every request so far, as it came.
    var requests: [String] { log.withLock { $0.requests } }

    var connectionCount: Int { log.withLock { $0.connections } }

    func stop() async throws { try await channel.withLock { $0 }?.close() }

    private func next(_ request: String) -> [Step] {
        log.withLock { log in
            log.requests.append(request)
            return script[min(log.requests.count - 1, script.count - 1)]
        }
    }
}
