import ContractReport
import NIOCore
import NIOHTTP1
import OpenAPIContract
import WireJSON

/// An answer that the proxy gives itself.
struct LocalAnswer {
    static let violationsHeader = "X-Contract-Violations"

    var status: Int
    var headers: HTTPHeaders
    var body: [UInt8]

    init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        headers = ["Content-Type": contentType]
        self.body = body
    }

    init(status: Int, json: JSON) {
        self.init(status: status, contentType: "application/json", body: json.serialized())
    }

    /// In the API's envelope, so that a client shows the message as one of the server's.
    static func upstream(_ fault: UpstreamFault, target: ProxyTarget) -> LocalAnswer {
        var answer = LocalAnswer(
            status: fault.status,
            json: [
                "data": .string("contract proxy: \(target.text): \(fault.found)"), "success": false,
            ])
        answer.headers.add(name: violationsHeader, value: "1")
        return answer
    }

    /// In place of an answer that breaks the contract.
    static func breach(_ checked: CheckedExchange, _ exchange: RecordedExchange) -> LocalAnswer {
        var faults = (checked.response + checked.request).map(\.description)
        if let undocumented = checked.undocumented {
            faults.append("expected \(undocumented.expected), found \(undocumented.found)")
        }
        let shown = faults.map { SecretMask.shown(text: $0) }
        let call = "\(exchange.method) \(exchange.path)"
        let message = "contract proxy: \(call) was answered \(exchange.status ?? 0): \(shown.first ?? "")"
        var answer = LocalAnswer(
            status: 502,
            json: [
                "data": .string(message), "success": false,
                "status": .int(Int64(exchange.status ?? 0)),
                "violations": .array(shown.map { .string($0) }),
            ])
        answer.headers.add(name: violationsHeader, value: String(checked.faultCount))
        return answer
    }
}
