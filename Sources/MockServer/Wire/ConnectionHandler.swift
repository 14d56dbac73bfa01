import NIOCore
import NIOHTTP1

/// Serves one connection: requests are answered one after the other, in the order they came.
///
/// A request is handed on only when it is complete. While it is answered, what the client pipelines behind it waits in
/// `waitingParts`, and nothing more is read than the one piece that held it: a client cannot fill the memory by sending
/// faster than it is served.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// Between two requests: no byte of the next one is here.
        case idle
        /// Some bytes of a head are here.
        case head
        /// The head is complete, the body is not.
        case body
        /// A complete request is with the responder.
        case answering
        /// The answer is on its way out.
        case writing
        /// The last answer is out; what still comes in is thrown away until the client closes.
        case lingering
        case closed
    }

    private let limits: WireLimits
    private let eventLoop: any EventLoop
    private let executor: LoopExecutor
    private let respond: ConnectionChannel.Respond

    private var phase = Phase.idle { didSet { ticksInPhase = 0 } }
    private var ticksInPhase = 0
    private var context: ChannelHandlerContext?
    private var clock: RepeatedTask?
    private var assembler: RequestAssembler
    private var waitingParts = CircularBuffer<HTTPServerRequestPart>()
    private var waitingRefusal: Refusal?
    private var isReadHeldBack = false
    private var sawPartInThisRead = false
    private var task: Task<Void, Never>?
    /// Of the request in hand: what its answer depends on.
    private var method = HTTPMethod.GET
    private var version = HTTPVersion.http1_1
    private var keepsConnection = true
    /// The client has closed its sending side.
    private var isInputClosed = false
    /// The server stops: what is here is answered, nothing more is awaited.
    private var isWindingDown = false

    init(limits: WireLimits, eventLoop: any EventLoop, respond: @escaping ConnectionChannel.Respond) {
        self.limits = limits
        self.eventLoop = eventLoop
        executor = LoopExecutor(eventLoop)
        self.respond = respond
        assembler = RequestAssembler(bodyLimitBytes: limits.bodyBytes)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let tick = TimeAmount(limits.tick)
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        clock = eventLoop.scheduleRepeatedTask(initialDelay: tick, delay: tick) { _ in handler.value.tick() }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func end() {
        phase = .closed
        clock?.cancel()
        clock = nil
        task?.cancel()
        waitingParts.removeAll()
        context = nil
    }

    // MARK: - What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        sawPartInThisRead = true
        let part = unwrapInboundIn(data)
        switch phase {
        case .idle, .head, .body: take(part)
        case .answering, .writing: waitingParts.append(part)
        case .lingering, .closed: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Bytes came, yet no part came of them: the beginning of a head.
        if case .idle = phase, !sawPartInThisRead { phase = .head }
        sawPartInThisRead = false
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if waitingParts.isEmpty { context.read() } else { isReadHeldBack = true }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            context.close(promise: nil)
            return
        }
        // The end of the stream within a request: nobody is left to read a refusal, and `inputClosed` follows.
        if error == .invalidEOFState { return }
        switch phase {
        case .idle, .head:
            method = .GET
            refuse(Refusal(error))
        case .body: refuse(Refusal(error))
        case .answering, .writing: waitingRefusal = Refusal(error)
        case .lingering, .closed: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed {
            isInputClosed = true
            switch phase {
            case .idle, .head, .body, .lingering: context.close(promise: nil)
            // The client may be gone for good or only done with sending: a long poll ends, and its answer is tried.
            case .answering: task?.cancel()
            case .writing, .closed: break
            }
        } else if event is ChannelShouldQuiesceEvent {
            isWindingDown = true
            switch phase {
            case .idle, .head, .lingering: context.close(promise: nil)
            case .body, .answering, .writing, .closed: break
            }
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func take(_ part: HTTPServerRequestPart) {
        if case .head(let head) = part {
            method = head.method
            version = head.version
        }
        switch assembler.add(part) {
        case .incomplete:
            if case .head = part { phase = .body }
        case .awaitsContinue:
            phase = .body
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context?.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        case .complete(let request): start(request)
        case .refuse(let refusal): refuse(refusal)
        }
    }

    // MARK: - What goes out

    private func start(_ request: WireRequest) {
        phase = .answering
        keepsConnection = request.keepsConnection
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        // Each hop to another thread and back costs as much as a small request.
        task = Task(executorPreference: executor) { [respond, eventLoop] in
            let response = await respond(request)
            eventLoop.execute { handler.value.finish(response) }
        }
    }

    private func finish(_ response: WireResponse) {
        guard case .answering = phase else { return }
        task = nil
        write(response)
    }

    private func refuse(_ refusal: Refusal) {
        keepsConnection = false
        waitingParts.removeAll()
        waitingRefusal = nil
        write(refusal.response)
    }

    private func write(_ response: WireResponse) {
        guard let context else { return }
        phase = .writing
        if response.closesConnection { keepsConnection = false }
        let nothingFollows = (isInputClosed || isWindingDown) && waitingParts.isEmpty && waitingRefusal == nil
        let isLast = !keepsConnection || nothingFollows
        let head = Self.head(of: response, requestVersion: version, isLast: isLast)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if method != .HEAD, !response.body.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        }
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { result in
            switch result {
            case .success: handler.value.written(isLast: isLast)
            case .failure: handler.value.context?.close(promise: nil)
            }
        }
    }

    private static func head(
        of response: WireResponse, requestVersion: HTTPVersion, isLast: Bool
    ) -> HTTPResponseHead {
        var headers = HTTPHeaders()
        headers.reserveCapacity(response.headers.count + 2)
        for header in response.headers { headers.add(name: header.name, value: header.value) }
        headers.add(name: "Content-Length", value: String(response.body.count))
        if isLast {
            headers.add(name: "Connection", value: "close")
        } else if requestVersion == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        return HTTPResponseHead(version: .http1_1, status: .init(statusCode: response.status), headers: headers)
    }

    private func written(isLast: Bool) {
        guard case .writing = phase else { return }
        guard !isLast else {
            phase = .lingering
            context?.close(mode: .output, promise: nil)
            return
        }
        phase = .idle
        while acceptsParts, let part = waitingParts.popFirst() { take(part) }
        guard acceptsParts else { return }
        if let refusal = waitingRefusal {
            refuse(refusal)
        } else if isInputClosed {
            context?.close(promise: nil)
        } else if isReadHeldBack {
            isReadHeldBack = false
            context?.read()
        }
    }

    private var acceptsParts: Bool {
        switch phase {
        case .idle, .head, .body: true
        case .answering, .writing, .lingering, .closed: false
        }
    }

    // MARK: - Time

    private func tick() {
        ticksInPhase += 1
        switch phase {
        case .idle where isOver(limits.idle): context?.close(promise: nil)
        case .head where isOver(limits.head): refuse(.headTooSlow(seconds: limits.head / .seconds(1)))
        case .body where isOver(limits.body): refuse(.bodyTooSlow(seconds: limits.body / .seconds(1)))
        case .writing where isOver(limits.write), .lingering where isOver(limits.linger): context?.close(promise: nil)
        case .idle, .head, .body, .answering, .writing, .lingering, .closed: break
        }
    }

    private func isOver(_ limit: Duration) -> Bool { ticksInPhase > limits.ticks(covering: limit) }
}

extension Refusal {
    /// What the parser's error means for the client.
    init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow: self = .headTooLarge
        case .invalidVersion: self = .unsupportedVersion
        case .invalidMethod: self = .malformed("the method is not one of HTTP")
        case .invalidURL: self = .malformed("the request target holds a character that must be percent-encoded")
        case .invalidHeaderToken: self = .malformed("a header holds a character that is not allowed there")
        case .invalidContentLength, .unexpectedContentLength: self = .malformed("Content-Length")
        case .invalidChunkSize: self = .malformed("chunk size")
        default: self = .malformed("not HTTP/1.1")
        }
    }
}
