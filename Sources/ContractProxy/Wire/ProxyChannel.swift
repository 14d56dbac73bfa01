import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// An accepted connection as Hummingbird's server sees it: NIO's HTTP parser and pipelining, then ``ClientConnection``.
///
/// Hummingbird accepts, limits the number of connections and winds down; its own HTTP channel is left out because it
/// frames answers its own way, and here they pass as they came.
struct ProxyChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let services: ProxyServices

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var encoding = HTTPResponseEncoder.Configuration()
            encoding.automaticallySetFramingHeaders = false
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: true,
                withServerUpgrade: nil,
                withErrorHandling: false,
                withOutboundHeaderValidation: false,
                withEncoderConfiguration: encoding,
                withDecoderLimitConfiguration: .ofProxy)
            try pipeline.addHandler(ClientConnection(services, eventLoop: channel.eventLoop))
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
