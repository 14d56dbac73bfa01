import OpenAPIContract

/// The parts of a finding as text for people: secrets masked, control characters escaped, nothing else.
struct FindingText {
    /// More of a body is of no use to a reader.
    static let excerptLimitBytes = 2_000

    let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    /// `listJobs: GET /api/v1/jobs → 200`
    var title: String {
        guard let exchange = finding.exchange else {
            return PlainText.oneLine(finding.checkName ?? finding.operationID ?? "finding")
        }
        let answer = exchange.status.map { "→ \($0)" } ?? "→ no answer"
        let call = "\(PlainText.oneLine(exchange.method)) \(PlainText.oneLine(exchange.path)) \(answer)"
        return finding.operationID.map { "\($0): \(call)" } ?? call
    }

    /// Each fault in one line: where, what was expected, what was found.
    var faults: [String] {
        finding.violations.map(Self.line) + (finding.expectation.map { [Self.line($0)] } ?? [])
    }

    static func place(_ violation: Violation) -> String {
        let pointer = violation.pointer.isEmpty ? "" : " \(violation.pointer)"
        return PlainText.oneLine("\(violation.location)\(pointer)")
    }

    static func found(_ violation: Violation) -> String {
        PlainText.oneLine(SecretMask.shown(found: violation.found, at: secretPointer(violation)))
    }

    /// Headers and parameters are named by their place instead of a pointer.
    private static func secretPointer(_ violation: Violation) -> String {
        switch violation.location {
        case .requestHeader(let name), .responseHeader(let name), .queryParameter(let name), .cookie(let name),
            .pathParameter(let name):
            "/" + name
        case .value, .status, .responseBody, .requestBody: violation.pointer
        }
    }

    private static func line(_ violation: Violation) -> String {
        "\(place(violation)): expected \(PlainText.oneLine(violation.expected)), found \(found(violation))"
            + " (\(violation.keyword), \(PlainText.oneLine(violation.schemaPointer)))"
    }

    private static func line(_ expectation: Finding.Expectation) -> String {
        let found = PlainText.oneLine(SecretMask.shown(text: expectation.found))
        return "expected \(PlainText.oneLine(expectation.expected)), found \(found)"
    }

    var curl: String? { finding.exchange.map { CurlLine($0).text } }

    /// The answer: status, headers and the beginning of its body.
    var response: String? {
        guard let exchange = finding.exchange, let status = exchange.status else { return nil }
        let headers = exchange.responseHeaders.map {
            PlainText.oneLine("\($0.name): \(SecretMask.shown($0.value, of: $0.name))")
        }
        let body = Self.excerpt(exchange.responseBody)
        return (["HTTP \(status)"] + headers + (body.isEmpty ? [] : ["", body])).joined(separator: "\n")
    }

    /// The beginning of a body, fit to be shown.
    static func excerpt(_ body: RecordedBody) -> String {
        if case .unread(let reason) = body { return "(not read: \(PlainText.oneLine(reason)))" }
        let bytes = body.bytes
        let length = if case .beginning(_, let length) = body { length } else { bytes.count }
        let shown = SecretMask.shown(text: String(decoding: bytes, as: UTF8.self))
        let text = PlainText.block(String(decoding: shown.utf8.prefix(excerptLimitBytes), as: UTF8.self))
        let rest = max(length - excerptLimitBytes, length - bytes.count)
        return rest > 0 ? "\(text)… (\(length) bytes in all)" : text
    }
}
