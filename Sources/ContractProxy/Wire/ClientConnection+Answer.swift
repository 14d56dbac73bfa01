import ContractReport
import NIOCore
import NIOHTTP1

/// The way back: from the target's parts to what the client gets.
extension ClientConnection {
    func take(_ part: HTTPClientResponsePart) {
        switch (stage, part) {
        case (.awaitingAnswer, .head(let head)): take(head)
        case (.holding(let head, var bytes), .body(let more)):
            bytes.writeImmutableBuffer(more)
            let limitBytes = services.options.heldBodyLimitBytes
            if bytes.readableBytes > limitBytes {
                stage = .checkingHead([.body(bytes)])
                checkHead(head, reason: BodyPlan.tooLong(limitBytes))
            } else {
                stage = .holding(head, bytes)
            }
        case (.holding(let head, let bytes), .end(let trailers)):
            stage = .checkingWhole
            stopTimer()
            releaseUpstream(head)
            checkWhole(head, bytes, trailers)
        case (.checkingHead(let parts), _): stage = .checkingHead(parts + [part])
        case (.streaming(let head), _): stream(part, head)
        case (.idle, _), (.ownPage, _), (.checkingWhole, _), (.answered, _), (.closed, _), (.awaitingAnswer, _),
            (.holding, .head):
            // Nothing was asked that this could answer.
            dropUpstream()
        }
    }

    private func take(_ head: HTTPResponseHead) {
        guard let exchange else { return }
        if head.status.code < 200 {
            // RFC 9110, 15.2: a proxy passes these on, except to clients of HTTP/1.0, which do not know them.
            if exchange.head.version == .http1_1, head.status != .switchingProtocols {
                context?.writeAndFlush(wrapOutboundOut(.head(passedOn(head))), promise: nil)
            }
            return
        }
        let mayHaveBody = HeaderRules.mayHaveBody(head.status, exchange.head.method)
        let plan =
            mayHaveBody ? BodyPlan(head.headers, limitBytes: services.options.heldBodyLimitBytes) : BodyPlan.hold
        switch plan {
        case .hold: stage = .holding(head, ByteBuffer())
        case .pass(let reason):
            stage = .checkingHead([])
            checkHead(head, reason: reason)
        }
    }

    private func passedOn(_ head: HTTPResponseHead) -> HTTPResponseHead {
        HTTPResponseHead(version: .http1_1, status: head.status, headers: HeaderRules.passedOn(head.headers))
    }

    // MARK: - Checks

    private func checkWhole(_ head: HTTPResponseHead, _ body: ByteBuffer, _ trailers: HTTPHeaders?) {
        guard let exchange else { return }
        let recorded = exchange.recorded(head, .whole(Array(body.readableBytesView)))
        check(recorded) { connection, checked in
            guard case .checkingWhole = connection.stage else { return }
            if connection.replaces(checked) { return connection.answer(.breach(checked, recorded)) }
            connection.writeHead(head, checked.faultCount)
            if body.readableBytes > 0 { connection.write(.body(.byteBuffer(body))) }
            connection.writeEnd(trailers)
        }
    }

    /// Checks what can be told from the head, and then lets the body through.
    private func checkHead(_ head: HTTPResponseHead, reason: String) {
        guard let exchange else { return }
        stopTimer()
        let recorded = exchange.recorded(head, .unread(reason: reason))
        check(recorded) { connection, checked in
            guard case .checkingHead(let parts) = connection.stage else { return }
            if connection.replaces(checked) {
                connection.dropUpstream()
                return connection.answer(.breach(checked, recorded))
            }
            connection.stage = .streaming(head)
            connection.writeHead(head, checked.faultCount)
            for part in parts { connection.stream(part, head) }
            connection.context?.flush()
            if let fault = connection.brokenOff, case .streaming = connection.stage { connection.breakOff(fault) }
        }
    }

    /// Checking more than this would keep the other connections of the event loop waiting.
    private static let promptCheckLimitBytes = 128 << 10

    /// Checks, records, and goes on when the client is still there. Long bodies are checked off the event loop; for
    /// short ones the way to another thread and back would take longer than the check.
    private func check(_ recorded: RecordedExchange, then next: @escaping (ClientConnection, CheckedExchange) -> Void) {
        let services = services
        guard recorded.requestBody.bytes.count + recorded.responseBody.bytes.count > Self.promptCheckLimitBytes else {
            return next(self, services.check(recorded))
        }
        let number = number
        let eventLoop = eventLoop
        let bound = NIOLoopBound((self, next), eventLoop: eventLoop)
        Task {
            let checked = services.check(recorded)
            eventLoop.execute {
                let (connection, next) = bound.value
                if connection.number == number { next(connection, checked) }
            }
        }
    }

    private func replaces(_ checked: CheckedExchange) -> Bool {
        guard services.options.answersErrors else { return false }
        let isWrong = !checked.response.isEmpty || checked.undocumented != nil
        return isWrong || (services.options.strictRequests && !checked.request.isEmpty)
    }

    // MARK: - Writing

    private func write(_ part: HTTPServerResponsePart) { context?.write(wrapOutboundOut(part), promise: nil) }

    private func writeHead(_ head: HTTPResponseHead, _ violations: Int) {
        guard let exchange else { return }
        var (headers, endsWithConnection) = HeaderRules.forClient(
            head, violations: violations, method: exchange.head.method, version: exchange.head.version)
        if endsWithConnection || !exchange.isRequestComplete { keepsConnection = false }
        addConnectionHeader(&headers, exchange.head.version)
        write(.head(HTTPResponseHead(version: .http1_1, status: head.status, headers: headers)))
    }

    private func addConnectionHeader(_ headers: inout HTTPHeaders, _ version: HTTPVersion) {
        if !keepsConnection {
            headers.add(name: "Connection", value: "close")
        } else if version == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
    }

    private func stream(_ part: HTTPClientResponsePart, _ head: HTTPResponseHead) {
        switch part {
        case .head: break
        case .body(let bytes): write(.body(.byteBuffer(bytes)))
        case .end(let trailers):
            releaseUpstream(head)
            writeEnd(trailers)
        }
    }

    private func writeEnd(_ trailers: HTTPHeaders?) {
        writeLast(trailers, isLast: !keepsConnection)
        stage = .answered
        if exchange?.isRequestComplete == true { finishExchange() }
    }

    private func writeLast(_ trailers: HTTPHeaders?, isLast: Bool) {
        guard let context else { return }
        let written = context.writeAndFlush(wrapOutboundOut(.end(trailers)))
        guard isLast else { return }
        written.assumeIsolated().whenComplete { _ in self.linger() }
    }

    /// Ends the connection so that the answer arrives: closing at once while the client still sends would reset it.
    private func linger() {
        stage = .answered
        context?.close(mode: .output, promise: nil)
        setClientReading(true)
        let handler = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(in: .seconds(2)) { handler.value.context?.close(promise: nil) }
    }

    func finishExchange() {
        exchange = nil
        brokenOff = nil
        guard keepsConnection else { return }
        stage = .idle
        setClientReading(true)
        startTimer()
    }

    // MARK: - Answers of the proxy itself

    func answer(_ answer: LocalAnswer) {
        if exchange?.isRequestComplete != true { keepsConnection = false }
        write(answer, isLast: !keepsConnection)
        stage = .answered
        if exchange?.isRequestComplete == true { finishExchange() }
    }

    func write(_ answer: LocalAnswer, isLast: Bool) {
        var headers = answer.headers
        headers.add(name: "Content-Length", value: String(answer.body.count))
        addConnectionHeader(&headers, exchange?.head.version ?? .http1_1)
        write(.head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: headers)))
        if exchange?.head.method != .HEAD { write(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))) }
        writeLast(nil, isLast: isLast)
    }

    /// The target gave no answer.
    func fail(_ fault: UpstreamFault) {
        guard let exchange else { return }
        record(fault, exchange, isNew: true)
        stopTimer()
        dropUpstream()
        answer(.upstream(fault, target: services.options.target))
    }

    /// The target broke off in an answer whose beginning the client has; it must not take it for whole.
    func breakOff(_ fault: UpstreamFault) {
        guard let exchange else { return }
        record(fault, exchange, isNew: false)
        stage = .closed
        context?.close(promise: nil)
    }

    private func record(_ fault: UpstreamFault, _ exchange: ExchangeInProgress, isNew: Bool) {
        let answer: HTTPResponseHead? =
            switch stage {
            case .holding(let head, _), .streaming(let head): head
            case .idle, .ownPage, .awaitingAnswer, .checkingHead, .checkingWhole, .answered, .closed: nil
            }
        let recorded = exchange.recorded(answer, .unread(reason: "broken off"))
        let operation = services.checker.operationID(of: recorded)
        services.report.record(fault, of: recorded, operationID: operation, isNew: isNew)
    }
}
