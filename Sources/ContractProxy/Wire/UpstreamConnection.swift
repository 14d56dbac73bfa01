import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A connection to the target, which belongs to one client's connection and lives on its event loop.
final class UpstreamConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private weak var owner: ClientConnection?
    private var context: ChannelHandlerContext?
    private var error: (any Error)?
    /// Since when it has been waiting for its next request.
    var idleSince: Stopwatch?
    /// Whether it has answered before: an end without answer may then only mean that the target had closed it.
    var hasAnswered = false

    init(owner: ClientConnection) { self.owner = owner }

    /// Connects on the event loop of the client's connection, without a hop between the two.
    static func connect(
        for owner: ClientConnection, on eventLoop: any EventLoop, _ services: ProxyServices
    ) -> EventLoopFuture<any Channel> {
        let handler = NIOLoopBound(UpstreamConnection(owner: owner), eventLoop: eventLoop)
        let target = services.options.target
        let limit = TimeAmount(min(services.options.timeout, .seconds(10)))
        return ClientBootstrap(group: eventLoop)
            .connectTimeout(limit)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try setUp(channel, handler.value, target, services.tls)
                }
            }
            .connect(host: target.host, port: target.port)
    }

    private static func setUp(
        _ channel: any Channel, _ handler: UpstreamConnection, _ target: ProxyTarget, _ tls: NIOSSLContext?
    ) throws {
        let pipeline = channel.pipeline.syncOperations
        if let tls {
            // TLS names hosts, not addresses.
            let isAddress = (try? SocketAddress(ipAddress: target.host, port: target.port)) != nil
            let name = isAddress ? nil : target.host
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        var encoding = HTTPRequestEncoder.Configuration()
        // Framing passes through as it came.
        encoding.automaticallySetFramingHeaders = false
        try pipeline.addHandler(HTTPRequestEncoder(configuration: encoding))
        let decoder = HTTPResponseDecoder(
            leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .forward, limitConfiguration: .ofProxy)
        try pipeline.addHandler(ByteToMessageHandler(decoder))
        try pipeline.addHandler(handler)
    }

    // MARK: - From the client's side

    func send(_ part: HTTPClientRequestPart) {
        context?.write(wrapOutboundOut(part), promise: nil)
    }

    func flush() { context?.flush() }

    var isOpen: Bool { context?.channel.isActive ?? false }

    var isWritable: Bool { context?.channel.isWritable ?? true }

    /// Whether more of the answer is read, for as long as the client takes it.
    func setReading(_ isReading: Bool) {
        guard let context else { return }
        try? context.channel.syncOptions?.setOption(.autoRead, value: isReading)
    }

    /// Closes without a word to the client's side.
    func drop() {
        owner = nil
        context?.close(promise: nil)
    }

    // MARK: - From the target

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        owner?.upstreamOpened(self)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        owner?.upstreamSent(unwrapInboundIn(data), self)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        owner?.upstreamPaused(self)
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        owner?.upstreamWritabilityChanged(self)
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The first one is the cause.
        if self.error == nil { self.error = error }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        owner?.upstreamClosed(self, error)
        owner = nil
        context.fireChannelInactive()
    }
}

extension NIOHTTPDecoderLimitConfiguration {
    /// More than any server takes, so that a refusal of a long head is the target's own.
    static var ofProxy: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 512 << 10
        limits.maxHeaderListSize = 2 << 20
        limits.maxHeaderFieldCount = 2_000
        return limits
    }
}
