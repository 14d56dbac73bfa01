import ContractReport
import NIOCore
import NIOHTTP1
import WireJSON

/// One client's connection: passes its requests on, one after the other, and the answers back.
///
/// Everything runs on one event loop, the target's connection too; only checks run elsewhere. NIO's pipelining handler
/// stands in front, so that a request arrives here only when the one before it is answered.
final class ClientConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// How far the answer is.
    enum Stage {
        /// No request is here.
        case idle
        /// The request is the proxy's own to answer, once it is complete.
        case ownPage
        /// The target has not begun to answer.
        case awaitingAnswer
        /// The answer is gathered to be checked.
        case holding(HTTPResponseHead, ByteBuffer)
        /// The answer's head is being checked; what comes behind it waits.
        case checkingHead([HTTPClientResponsePart])
        case streaming(HTTPResponseHead)
        /// The whole answer is being checked.
        case checkingWhole
        /// The answer is out; the request is not all here yet.
        case answered
        case closed
    }

    /// The way to the target.
    private enum Link {
        case none
        /// The parts wait for the connection.
        case connecting([HTTPClientRequestPart])
        case open(UpstreamConnection)
    }

    /// An idle connection older than this is not used again: many servers close theirs after a few seconds, and a
    /// request that meets the close is lost.
    private static let reuseLimitMilliseconds = 1_000.0

    let services: ProxyServices
    let eventLoop: any EventLoop
    var context: ChannelHandlerContext?
    var stage = Stage.idle
    var exchange: ExchangeInProgress?
    /// Counts requests, so that what was begun for one is not done to the next.
    var number = 0
    private var link = Link.none
    private var timer: Scheduled<Void>?
    private var isRepeated = false
    private var sawAnswerBytes = false
    /// Whether the connection lives on after this answer.
    var keepsConnection = true

    init(_ services: ProxyServices, eventLoop: any EventLoop) {
        self.services = services
        self.eventLoop = eventLoop
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        startTimer()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        switch stage {
        case .awaitingAnswer, .holding, .checkingHead, .streaming:
            services.report.recordUnchecked("the client left before the answer was complete")
        case .idle, .ownPage, .checkingWhole, .answered, .closed: break
        }
        stage = .closed
        timer?.cancel()
        dropUpstream()
        context.fireChannelInactive()
    }

    // MARK: - The request

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(let bytes):
            guard exchange != nil else { return }
            exchange?.addRequestBody(bytes)
            forward(.body(.byteBuffer(bytes)))
            startTimer()
        case .end(let trailers): endRequest(trailers)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .open(let upstream) = link { upstream.flush() }
        context.fireChannelReadComplete()
    }

    private func begin(_ head: HTTPRequestHead) {
        guard case .idle = stage else { return }
        number += 1
        isRepeated = false
        sawAnswerBytes = false
        // The parser stops at the end of a request that asks for another protocol, so nothing can follow it.
        keepsConnection = head.isKeepAlive && head.method != .CONNECT && !head.headers.contains(name: "Upgrade")
        exchange = ExchangeInProgress(head, services)
        if ProxyPage.isMeant(by: head.uri) || head.method == .CONNECT {
            stage = .ownPage
        } else {
            stage = .awaitingAnswer
            forward(.head(outgoing(head)))
        }
        startTimer()
    }

    private func outgoing(_ head: HTTPRequestHead) -> HTTPRequestHead {
        let target = services.options.target
        return HTTPRequestHead(
            version: .http1_1, method: head.method, uri: target.requestTarget(head.uri),
            headers: HeaderRules.forTarget(head, target))
    }

    private func endRequest(_ trailers: HTTPHeaders?) {
        guard let head = exchange?.head else { return }
        exchange?.endRequest()
        switch stage {
        case .ownPage: answer(ownAnswer(head))
        case .answered: finishExchange()
        case .idle, .closed: break
        case .awaitingAnswer, .holding, .checkingHead, .streaming, .checkingWhole:
            forward(.end(trailers))
            startTimer()
        }
    }

    private func ownAnswer(_ head: HTTPRequestHead) -> LocalAnswer {
        guard head.method != .CONNECT else {
            return LocalAnswer(
                status: 501,
                json: ["error": "CONNECT is not possible", "hint": "send requests to this proxy as they are"]
            )
        }
        return ProxyPage(report: services.report).answer(head.method, head.uri)
    }

    private func forward(_ part: HTTPClientRequestPart) {
        switch stage {
        case .awaitingAnswer, .holding, .checkingHead, .streaming: break
        // Nobody needs the rest of a request that is answered.
        case .idle, .ownPage, .checkingWhole, .answered, .closed: return
        }
        switch link {
        case .connecting(let parts):
            link = .connecting(parts + [part])
        case .open(let upstream) where upstream.isOpen && !isStale(upstream):
            upstream.idleSince = nil
            upstream.send(part)
            if case .body = part { pace() } else { upstream.flush() }
        case .none, .open:
            dropUpstream()
            connect(sending: [part])
        }
    }

    private func isStale(_ upstream: UpstreamConnection) -> Bool {
        upstream.idleSince.map { $0.milliseconds > Self.reuseLimitMilliseconds } ?? false
    }

    // MARK: - The connection to the target

    private func connect(sending parts: [HTTPClientRequestPart]) {
        link = .connecting(parts)
        setClientReading(false)
        let number = number
        UpstreamConnection.connect(for: self, on: eventLoop, services).assumeIsolated().whenFailure { error in
            guard number == self.number, case .connecting = self.link else { return }
            self.link = .none
            self.setClientReading(true)
            self.fail(.unreachable(NetworkWords.describe(error)))
        }
    }

    func upstreamOpened(_ upstream: UpstreamConnection) {
        guard case .connecting(let parts) = link else { return upstream.drop() }
        link = .open(upstream)
        for part in parts { upstream.send(part) }
        upstream.flush()
        pace()
    }

    func upstreamClosed(_ upstream: UpstreamConnection, _ error: (any Error)?) {
        guard case .open(let current) = link, current === upstream else { return }
        link = .none
        setClientReading(true)
        switch stage {
        case .awaitingAnswer:
            if let exchange, upstream.hasAnswered, !sawAnswerBytes, !isRepeated, exchange.canBeRepeated {
                return repeatRequest(exchange)
            }
            fail(Self.fault(error, "the connection ended without an answer"))
        case .holding(_, let body):
            fail(Self.fault(error, "the connection ended within the answer, after \(body.readableBytes) bytes of it"))
        case .checkingHead(let parts):
            if case .end = parts.last { return }
            stage = .checkingHead(parts)
            brokenOff = Self.fault(error, "the connection ended within the answer")
        case .streaming: breakOff(Self.fault(error, "the connection ended within the answer"))
        case .idle, .ownPage, .checkingWhole, .answered, .closed: break
        }
    }

    /// Set when the target broke off while the head of its answer was being checked.
    var brokenOff: UpstreamFault?

    private static func fault(_ error: (any Error)?, _ words: String) -> UpstreamFault {
        switch error {
        case nil: .brokenOff(words)
        case HTTPParserError.invalidEOFState?: .brokenOff(words)
        case let error as HTTPParserError: .unreadable("\(error)")
        case let error?: .brokenOff("\(words): \(NetworkWords.describe(error))")
        }
    }

    private func repeatRequest(_ exchange: ExchangeInProgress) {
        isRepeated = true
        let body = exchange.heldRequestBody
        var parts: [HTTPClientRequestPart] = [.head(outgoing(exchange.head))]
        if body.readableBytes > 0 { parts.append(.body(.byteBuffer(body))) }
        connect(sending: parts + [.end(nil)])
    }

    func upstreamSent(_ part: HTTPClientResponsePart, _ upstream: UpstreamConnection) {
        guard case .open(let current) = link, current === upstream else { return }
        sawAnswerBytes = true
        upstream.hasAnswered = true
        take(part)
    }

    func upstreamPaused(_ upstream: UpstreamConnection) {
        if case .streaming = stage { context?.flush() }
    }

    func dropUpstream() {
        if case .open(let upstream) = link { upstream.drop() }
        link = .none
    }

    /// Keeps the target's connection for the next request, if both sides are done with this one.
    func releaseUpstream(_ answer: HTTPResponseHead) {
        guard case .open(let upstream) = link else { return }
        let isReusable = answer.isKeepAlive && exchange?.isRequestComplete == true && upstream.isOpen
        if isReusable { upstream.idleSince = Stopwatch() } else { dropUpstream() }
    }

    // MARK: - Pace

    /// Neither side is read faster than the other one takes it.
    private func pace() {
        guard case .open(let upstream) = link else { return }
        setClientReading(upstream.isWritable)
    }

    func upstreamWritabilityChanged(_ upstream: UpstreamConnection) {
        if case .open(let current) = link, current === upstream { pace() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .open(let upstream) = link { upstream.setReading(context.channel.isWritable) }
        context.fireChannelWritabilityChanged()
    }

    func setClientReading(_ isReading: Bool) {
        guard let context, context.channel.isActive else { return }
        try? context.channel.syncOptions?.setOption(.autoRead, value: isReading)
    }

    // MARK: - Time

    /// Begins the time-out of whatever is awaited now.
    func startTimer() {
        timer?.cancel()
        let number = number
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        let limit = if case .idle = stage { Duration.seconds(120) } else { services.options.timeout }
        timer = eventLoop.scheduleTask(in: TimeAmount(limit)) { handler.value.timeIsUp(number) }
    }

    func stopTimer() { timer?.cancel() }

    private func timeIsUp(_ number: Int) {
        guard number == self.number else { return }
        switch stage {
        case .idle, .ownPage, .answered: context?.close(promise: nil)
        case .awaitingAnswer, .holding:
            guard exchange?.isRequestComplete == true else {
                services.report.recordUnchecked("the client did not complete its request")
                context?.close(promise: nil)
                return
            }
            fail(.tooSlow(seconds: services.options.timeout / .seconds(1)))
        case .checkingHead, .streaming, .checkingWhole, .closed: break
        }
    }

    // MARK: - Ends and errors of the client's side

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed {
            // A client may be done with sending and still want its answer.
            if exchange?.isRequestComplete == true { keepsConnection = false } else { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError, case .idle = stage else {
            context.close(promise: nil)
            return
        }
        keepsConnection = false
        let message = "malformed HTTP request: \(error)"
        write(LocalAnswer(status: 400, json: ["data": .string(message), "success": false]), isLast: true)
    }
}
