import WireJSON

extension DocumentReader {
    func info() -> (title: String, version: String) {
        guard let info = root["info"], isObject(info, "info") else {
            if root["info"] == nil { problem(root, "info is missing") }
            return ("", "")
        }
        checkFields(of: info, DocumentFields.info)
        if let dialect = root["jsonSchemaDialect"],
            !["https://spec.openapis.org/oas/3.1/dialect/base", "https://json-schema.org/draft/2020-12/schema"]
                .contains(dialect.json.stringValue)
        {
            finding(
                .unsupportedKeyword, dialect, "names a dialect that is not known: schemas are read as draft 2020-12")
        }
        return (text(info, "title") ?? "", text(info, "version") ?? "")
    }

    /// The longest first, so that the most exact one is tried first.
    func serverPrefixes() -> [String] {
        let servers = root["servers"]?.elements ?? []
        let prefixes = servers.compactMap { server -> String? in
            guard var url = text(server, "url") else { return nil }
            for (name, variable) in server["variables"]?.members ?? [] {
                url = replacing("{\(name)}", in: url, with: text(variable, "default") ?? "")
            }
            if url.contains("{") { finding(.malformedField, server, "a variable of \(url) has no default") }
            var path = URIReference(url).path
            while path.hasSuffix("/") { path.removeLast() }
            return path.isEmpty || path.hasPrefix("/") ? path : "/" + path
        }
        let distinct = Set(prefixes.isEmpty ? [""] : prefixes)
        return distinct.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    }

    private func replacing(_ name: String, in text: String, with value: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            rest = rest[brace...]
            if rest.hasPrefix(name) {
                result += value
                rest = rest.dropFirst(name.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    func securitySchemes() -> [String: JSON] {
        var schemes: [String: JSON] = [:]
        for (name, part) in root["components"]?["securitySchemes"]?.members ?? [] {
            schemes[name] = resolved(part)?.json
        }
        return schemes
    }

    /// Puts every operation into one table, reporting paths that are wrong or in each other's way.
    func routes(of operations: [Operation]) -> RouteTable {
        var table = RouteTable()
        guard let paths = root["paths"] else {
            problem(root, "paths is missing")
            return table
        }
        var reported: Set<String> = []
        for (index, operation) in operations.enumerated() {
            let text = operation.pathTemplate
            let message: String?
            switch PathTemplate.parse(text) {
            case .success(let template):
                message = table.add(template, text: text, method: operation.method, index: index)
            case .failure(let fault): message = fault.message
            }
            if let message, let part = paths[text], reported.insert(text).inserted { problem(part, message) }
        }
        return table
    }
}
