import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// One accepted connection as Hummingbird's server sees it: NIO's HTTP parser, then ``ConnectionHandler``.
///
/// Hummingbird accepts, limits the number of connections and winds down; its own HTTP channel is left out because this
/// server owes its clients a 431, a 408, a 413 that arrives, and answers that break off on purpose.
struct ConnectionChannel: ServerChildChannel {
    /// Answers one request; cancelled when the client has gone.
    typealias Respond = @Sendable (WireRequest) async -> WireResponse

    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let limits: WireLimits
    let respond: Respond

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var decoderLimits = NIOHTTPDecoderLimitConfiguration()
            decoderLimits.maxHeaderFieldSize = limits.headFieldBytes
            decoderLimits.maxHeaderListSize = limits.headBytes
            decoderLimits.maxHeaderFieldCount = limits.headFields
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false,
                withServerUpgrade: nil,
                withErrorHandling: false,
                withOutboundHeaderValidation: true,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: decoderLimits)
            try pipeline.addHandler(ConnectionHandler(limits: limits, eventLoop: channel.eventLoop, respond: respond))
            return Value(channel: channel)
        }
    }

    /// Everything happens in the channel's handler; the connection's task only waits for its end.
    func handle(value: Value, logger: Logger) async {
        await withTaskCancellationHandler {
            // How the channel closed is of no interest here: it is closed.
            try? await value.channel.closeFuture.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
    }
}
