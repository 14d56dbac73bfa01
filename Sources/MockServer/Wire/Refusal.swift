import WireJSON

/// Why a request is refused before anyone has read what it asks for.
enum Refusal: Error, Equatable {
    case malformed(String)
    case headTooLarge
    case bodyTooLarge(limitBytes: Int)
    case headTooSlow(seconds: Double)
    case bodyTooSlow(seconds: Double)
    case unsupportedVersion
    case unsupportedTransferCoding(String)
    case unsupportedExpectation(String)

    var status: Int {
        switch self {
        case .malformed: 400
        case .headTooSlow, .bodyTooSlow: 408
        case .bodyTooLarge: 413
        case .unsupportedExpectation: 417
        case .headTooLarge: 431
        case .unsupportedTransferCoding: 501
        case .unsupportedVersion: 505
        }
    }

    var message: String {
        switch self {
        case .malformed(let what): "malformed HTTP request: \(what)"
        case .headTooLarge: "the request line or the headers are too long"
        case .bodyTooLarge(let limit): "the request body is longer than \(limit) bytes"
        case .headTooSlow(let seconds): "the request head did not arrive within \(seconds.plain) s"
        case .bodyTooSlow(let seconds): "the request body did not arrive within \(seconds.plain) s"
        case .unsupportedVersion: "this server speaks HTTP/1.1 and HTTP/1.0, in lines that end in CR LF"
        case .unsupportedTransferCoding(let coding): "the transfer coding \(coding) is not supported; use chunked"
        case .unsupportedExpectation(let text): "the expectation \(text) is not supported; use 100-continue"
        }
    }

    /// The refusal in the API's envelope. What follows the refused part of the connection cannot be told apart from the
    /// next request, so the connection ends.
    var response: WireResponse {
        let body: JSON = ["data": .string(message), "success": false]
        return WireResponse(
            status: status,
            headers: [.init(name: "Content-Type", value: "application/json")],
            body: body.serialized(),
            closesConnection: true)
    }
}

extension Double {
    /// The number without a needless `.0`.
    fileprivate var plain: String { self == rounded() ? String(Int(self)) : String(self) }
}
