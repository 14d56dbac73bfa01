import WireJSON

extension OpenAPIDocument {
    /// Every way in which the request of `exchange` breaks what the document says about `operation`: its parameters,
    /// each read by its style and schema, and its body.
    ///
    /// Path parameters are read from `exchange.path`, written as `form` says. Parameters the document does not name
    /// are no fault, and neither is a `readOnly` member in a body, which a server is free to ignore.
    public func requestViolations(
        of exchange: Exchange, for operation: Operation, form: PathForm = .withServerPrefix
    ) -> [Violation] {
        var violations: [Violation] = []
        let pathValues = pathParameters(of: exchange, operation, form)
        for parameter in operation.parameters {
            switch parameter.location {
            case .path:
                let reader = ParameterReader(
                    parameter: parameter, place: .pathParameter(parameter.name), direction: .request)
                if let text = pathValues[parameter.name] { violations += reader.violations(ofText: text) }
            case .query:
                violations += ParameterReader(
                    parameter: parameter, place: .queryParameter(parameter.name), direction: .request
                ).violations(ofQuery: exchange.query)
            case .header:
                violations += ParameterReader(
                    parameter: parameter, place: .requestHeader(parameter.name), direction: .request
                ).violations(ofHeaders: exchange.requestHeaders)
            case .cookie:
                violations += ParameterReader(
                    parameter: parameter, place: .cookie(parameter.name), direction: .request
                ).violations(ofCookies: exchange.requestHeaders)
            }
        }
        return violations + bodyViolations(of: exchange, operation)
    }

    private func pathParameters(of exchange: Exchange, _ operation: Operation, _ form: PathForm) -> [String: String] {
        guard case .operation(let found, let values) = match(method: exchange.method, path: exchange.path, form: form),
            found.pathTemplate == operation.pathTemplate
        else { return [:] }
        return values
    }

    private func bodyViolations(of exchange: Exchange, _ operation: Operation) -> [Violation] {
        guard let described = operation.requestBody else {
            guard !exchange.requestBody.isEmpty, !["GET", "HEAD", "DELETE"].contains(exchange.method) else { return [] }
            return [bodyCheck(exchange, [], "\(operation.pointer)/requestBody").unexpected("no body")]
        }
        let check = bodyCheck(exchange, described.content, described.pointer)
        if exchange.requestBody.isEmpty { return described.isRequired ? [check.missing] : [] }
        return check.violations
    }

    private func bodyCheck(_ exchange: Exchange, _ content: [MediaType], _ pointer: String) -> BodyCheck {
        BodyCheck(
            content: content, body: exchange.requestBody,
            contentType: exchange.requestHeaders.values(ofHeader: "content-type").last, location: .requestBody,
            header: .requestHeader("Content-Type"), direction: .request, pointer: pointer)
    }
}
