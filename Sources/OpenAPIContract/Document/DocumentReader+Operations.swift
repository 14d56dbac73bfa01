import WireJSON

extension DocumentReader {
    /// Every operation, in the order of the document.
    func operations() -> [Operation] {
        guard let paths = root["paths"], isObject(paths, "paths") else { return [] }
        var operations: [Operation] = []
        for (template, item) in paths.ownMembers {
            guard isObject(item, "a path item"), let item = pathItem(item) else { continue }
            operations += self.operations(of: item, template: template)
        }
        reportRepeatedIds(operations)
        return operations
    }

    /// A path item may be a reference; in 3.1 its own fields then count too, which only summaries are used for.
    private func pathItem(_ item: DocumentPart) -> DocumentPart? {
        checkFields(of: item, DocumentFields.pathItem)
        guard item["$ref"] != nil else { return item }
        for (key, member) in item.ownMembers where !["$ref", "summary", "description"].contains(key) {
            finding(.uncheckedField, member, "\(key) stands beside $ref: not used")
        }
        guard let target = resolved(item), isObject(target, "a path item") else { return nil }
        checkFields(of: target, DocumentFields.pathItem)
        return target
    }

    private func operations(of item: DocumentPart, template: String) -> [Operation] {
        if let servers = item["servers"] {
            finding(.uncheckedField, servers, "servers of one path are not used, only those of the document")
        }
        let shared = parameters(item["parameters"])
        return DocumentFields.methods.compactMap { method in
            guard let part = item[method], isObject(part, "an operation") else { return nil }
            return operation(part, method: method.uppercased(), template: template, shared: shared)
        }
    }

    private func operation(
        _ part: DocumentPart, method: String, template: String, shared: [Parameter]
    ) -> Operation {
        checkFields(of: part, DocumentFields.operation)
        if let servers = part["servers"] {
            finding(.uncheckedField, servers, "servers of one operation are not used, only those of the document")
        }
        let own = parameters(part["parameters"])
        let inherited = shared.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.location == parameter.location }
        }
        let parameters = inherited + own
        checkTemplate(template, parameters, part)
        return Operation(
            id: text(part, "operationId") ?? "\(method) \(template)", method: method, pathTemplate: template,
            parameters: parameters, requestBody: part["requestBody"].flatMap(requestBody),
            responses: responses(of: part),
            security: security(part["security"] ?? root["security"]), extensions: part.extensions,
            tags: texts(part["tags"]), summary: text(part, "summary"), isDeprecated: flag(part, "deprecated"),
            pointer: part.display)
    }

    /// Names in the path and declared path parameters should be the same.
    private func checkTemplate(_ template: String, _ parameters: [Parameter], _ part: DocumentPart) {
        guard case .success(let parsed) = PathTemplate.parse(template) else { return }
        let declared = parameters.filter { $0.location == .path }.map(\.name)
        for name in parsed.parameterNames where !declared.contains(name) {
            finding(.malformedField, part, "{\(name)} of the path is not declared as a parameter: not checked")
        }
        for name in declared where !parsed.parameterNames.contains(name) {
            finding(.malformedField, part, "path parameter \(name) does not occur in \(template): not checked")
        }
    }

    private func reportRepeatedIds(_ operations: [Operation]) {
        var pointerById: [String: String] = [:]
        for operation in operations {
            if let first = pointerById[operation.id] {
                compiler.problem(
                    "\(operation.pointer)/operationId",
                    "operationId \"\(operation.id)\" is also that of \(first); each must be unique")
            } else {
                pointerById[operation.id] = operation.pointer
            }
        }
    }

    /// The alternatives of `security`, each a set of schemes with their scopes.
    private func security(_ part: DocumentPart?) -> [[String: [String]]] {
        (part?.elements ?? []).map { alternative in
            var schemes: [String: [String]] = [:]
            for (name, scopes) in alternative.members {
                schemes[name] = texts(scopes)
                if root["components"]?["securitySchemes"]?[name] == nil {
                    finding(.malformedField, scopes, "security scheme \(name) is not among the components")
                }
            }
            return schemes
        }
    }
}
