import CivilTime
import ContractReport
import NIOCore
import NIOHTTP1

/// A request and its answer, as far as they have come.
struct ExchangeInProgress {
    let head: HTTPRequestHead
    let url: String
    let startedAt: Instant
    private let stopwatch = Stopwatch()
    private let limitBytes: Int
    private var requestPlan: BodyPlan
    private var requestBytes = ByteBuffer()
    private(set) var isRequestComplete = false

    init(_ head: HTTPRequestHead, _ services: ProxyServices) {
        self.head = head
        let target = services.options.target
        url = target.url(of: target.requestTarget(head.uri))
        startedAt = services.options.wall()
        limitBytes = services.options.heldBodyLimitBytes
        requestPlan = .ofRequest(head, limitBytes: limitBytes)
    }

    mutating func addRequestBody(_ bytes: ByteBuffer) {
        guard case .hold = requestPlan else { return }
        guard requestBytes.readableBytes + bytes.readableBytes <= limitBytes else {
            requestBytes = ByteBuffer()
            requestPlan = .pass(reason: BodyPlan.tooLong(limitBytes))
            return
        }
        requestBytes.writeImmutableBuffer(bytes)
    }

    mutating func endRequest() { isRequestComplete = true }

    /// Whether the whole request is at hand, to be sent a second time without doing anything twice (RFC 9110, 9.2.2).
    var canBeRepeated: Bool {
        guard isRequestComplete, case .hold = requestPlan else { return false }
        switch head.method {
        case .GET, .HEAD, .PUT, .DELETE, .OPTIONS: return true
        default: return false
        }
    }

    /// The request's body, when `canBeRepeated`.
    var heldRequestBody: ByteBuffer { requestBytes }

    /// What is known of the exchange.
    func recorded(_ answer: HTTPResponseHead?, _ body: RecordedBody) -> RecordedExchange {
        RecordedExchange(
            method: head.method.rawValue, url: url, requestHeaders: Self.fields(head.headers),
            requestBody: requestBody, status: answer.map { Int($0.status.code) },
            responseHeaders: Self.fields(answer?.headers ?? [:]), responseBody: body,
            durationMilliseconds: stopwatch.milliseconds, startedAt: startedAt)
    }

    private var requestBody: RecordedBody {
        switch requestPlan {
        case .pass(let reason): .unread(reason: reason)
        case .hold where !isRequestComplete: .unread(reason: "answered before it was complete")
        case .hold: .whole(Array(requestBytes.readableBytesView))
        }
    }

    private static func fields(_ headers: HTTPHeaders) -> [RecordedExchange.Field] {
        headers.map { .init($0.name, $0.value) }
    }
}
