import NIOCore
import NIOHTTP1
import OutgoingHTTP

/// The way out: the connection to the target, and the pace of both.
extension ClientConnection {
    func forward(_ part: HTTPClientRequestPart) {
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
            self.fail(.unreachable(NetworkErrorWords.describe(error)))
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

    private static func fault(_ error: (any Error)?, _ words: String) -> UpstreamFault {
        switch error {
        case nil: .brokenOff(words)
        case HTTPParserError.invalidEOFState?: .brokenOff(words)
        case let error as HTTPParserError: .unreadable("\(error)")
        case let error?: .brokenOff("\(words): \(NetworkErrorWords.describe(error))")
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
}
