import ContractReport
import NIOHTTP1
import WireJSON

/// What the proxy serves itself, under `/__proxy`.
struct ProxyPage {
    static let prefix = "/__proxy"

    let report: ProxyReport

    static func isMeant(by target: String) -> Bool {
        let path = RequestURL(target).path
        return path == prefix || path.hasPrefix(prefix + "/")
    }

    func answer(_ method: HTTPMethod, _ target: String) -> LocalAnswer {
        let url = RequestURL(target)
        guard url.path == Self.prefix + "/report" else {
            return Self.refusal(404, "there is no \(url.path)", hint: "GET \(Self.prefix)/report is what is here")
        }
        guard method == .GET || method == .HEAD else {
            var answer = Self.refusal(405, "\(method.rawValue) is not possible here", hint: "use GET")
            answer.headers.add(name: "Allow", value: "GET, HEAD")
            return answer
        }
        let name = url.query.last { $0.name == "format" }?.value ?? ReportFormat.json.rawValue
        guard let format = ReportFormat(rawValue: name) else {
            let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            return Self.refusal(400, "'\(name)' is no format", hint: "use one of \(names)")
        }
        let text = format.render(report.snapshot)
        return LocalAnswer(status: 200, contentType: format.contentType, body: Array(text.utf8))
    }

    private static func refusal(_ status: Int, _ error: String, hint: String) -> LocalAnswer {
        LocalAnswer(status: status, json: ["error": .string(error), "hint": .string(hint)])
    }
}
