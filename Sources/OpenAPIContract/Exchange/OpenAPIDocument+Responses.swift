import WireJSON

extension OpenAPIDocument {
    /// Every way in which the response of `exchange` breaks what the document says about `operation`: its status,
    /// headers, content type, whether there is a body, and the body's schema.
    public func violations(of exchange: Exchange, for operation: Operation) -> [Violation] {
        guard let response = operation.response(for: exchange.status) else {
            let documented = operation.responses.map(\.status.description).joined(separator: ", ")
            return [
                Violation(
                    location: .status, pointer: "", keyword: "responses",
                    schemaPointer: "\(operation.pointer)/responses", expected: "one of \(documented)",
                    found: String(exchange.status))
            ]
        }
        var violations: [Violation] = []
        for header in response.headers {
            violations += ParameterReader(parameter: header, place: .responseHeader(header.name), direction: .response)
                .violations(ofHeaders: exchange.responseHeaders)
        }
        return violations + bodyViolations(of: exchange, response)
    }

    private func bodyViolations(of exchange: Exchange, _ response: Response) -> [Violation] {
        let check = BodyCheck(
            content: response.content, body: exchange.responseBody,
            contentType: exchange.responseHeaders.values(ofHeader: "content-type").last, location: .responseBody,
            header: .responseHeader("Content-Type"), direction: .response, pointer: response.pointer)
        let mustBeEmpty = exchange.method == "HEAD" || [204, 304].contains(exchange.status) || exchange.status < 200
        if exchange.responseBody.isEmpty {
            if mustBeEmpty || response.content.isEmpty { return [] }
            return check.mayBeEmpty ? check.violations : [check.missing]
        }
        if mustBeEmpty {
            let cause = exchange.method == "HEAD" ? "HEAD" : "status \(exchange.status)"
            return [check.unexpected("no body with \(cause)")]
        }
        return check.violations
    }
}
