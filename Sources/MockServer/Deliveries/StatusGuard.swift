import NIOCore
import NIOHTTP1

/// Refuses answers whose status is below 100: AsyncHTTPClient takes them for interim answers, which have no end, and
/// traps at the end that comes.
final class StatusGuard: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    struct NoStatus: Error, CustomStringConvertible {
        let code: UInt

        var description: String { "answered with \(code), which is no status" }
    }

    private var isBroken = false

    static func install(in channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(StatusGuard(), position: .after(decoder))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isBroken else { return }
        if case .head(let head) = unwrapInboundIn(data), head.status.code < 100 {
            isBroken = true
            context.fireErrorCaught(NoStatus(code: head.status.code))
            context.close(promise: nil)
        } else {
            context.fireChannelRead(data)
        }
    }
}
