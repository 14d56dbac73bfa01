import NIOCore
import NIOHTTP1

/// Puts the parts of a request together: parts in, a decision out, no socket in sight.
struct RequestAssembler {
    enum Decision {
        /// More parts are needed.
        case incomplete
        /// More parts are needed, and the client waits for a word before it sends them.
        case awaitsContinue
        case complete(WireRequest)
        case refuse(Refusal)
    }

    private let bodyLimitBytes: Int
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(bodyLimitBytes: Int) { self.bodyLimitBytes = bodyLimitBytes }

    mutating func add(_ part: HTTPServerRequestPart) -> Decision {
        switch part {
        case .head(let head):
            self.head = head
            body = []
            return Self.examine(head, bodyLimitBytes: bodyLimitBytes)
        case .body(let bytes):
            guard body.count + bytes.readableBytes <= bodyLimitBytes else {
                return .refuse(.bodyTooLarge(limitBytes: bodyLimitBytes))
            }
            body.append(contentsOf: bytes.readableBytesView)
            return .incomplete
        case .end:
            guard let head else { return .refuse(.malformed("a body without a head")) }
            defer {
                self.head = nil
                body = []
            }
            return .complete(Self.request(head, body: body))
        }
    }

    /// What a head alone already decides.
    private static func examine(_ head: HTTPRequestHead, bodyLimitBytes: Int) -> Decision {
        if head.version == .http1_1 {
            // RFC 9112, 3.2: a request with no Host or with several is answered 400.
            switch head.headers["Host"].count {
            case 0: return .refuse(.malformed("missing Host header"))
            case 1: break
            default: return .refuse(.malformed("more than one Host header"))
            }
        }
        if let text = head.headers.first(name: "Content-Length"), Int(text).map({ $0 > bodyLimitBytes }) ?? true {
            return .refuse(.bodyTooLarge(limitBytes: bodyLimitBytes))
        }
        if let coding = head.headers.first(name: "Transfer-Encoding"), coding.lowercased() != "chunked" {
            return .refuse(.unsupportedTransferCoding(coding))
        }
        guard head.version == .http1_1, let expectation = head.headers.first(name: "Expect") else { return .incomplete }
        return expectation.lowercased() == "100-continue"
            ? .awaitsContinue : .refuse(.unsupportedExpectation(expectation))
    }

    private static func request(_ head: HTTPRequestHead, body: [UInt8]) -> WireRequest {
        // The parser stops at the end of a request that asks for another protocol, so nothing can follow it.
        let asksForOtherProtocol = head.method == .CONNECT || head.headers.contains(name: "Upgrade")
        return WireRequest(
            method: head.method.rawValue,
            target: head.uri,
            headers: head.headers.map { (name: $0.name, value: $0.value) },
            body: body,
            keepsConnection: head.isKeepAlive && !asksForOtherProtocol)
    }
}
