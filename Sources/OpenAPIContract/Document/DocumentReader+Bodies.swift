import WireJSON

extension DocumentReader {
    func parameters(_ part: DocumentPart?) -> [Parameter] {
        guard let part else { return [] }
        guard part.json.arrayValue != nil else {
            problem(part, "parameters must be a list, not \(part.json.shortDescription)")
            return []
        }
        var parameters: [Parameter] = []
        for element in part.elements {
            guard isObject(element, "a parameter"), let target = resolved(element), let parameter = parameter(target)
            else { continue }
            if parameters.contains(where: { $0.name == parameter.name && $0.location == parameter.location }) {
                problem(element, "\(parameter.location) parameter \(parameter.name) is listed twice")
            }
            parameters.append(parameter)
        }
        return parameters
    }

    private func parameter(_ part: DocumentPart) -> Parameter? {
        if let known = readParameters[part.pointer] { return known }
        let parameter = newParameter(part)
        readParameters[part.pointer] = parameter
        return parameter
    }

    private func newParameter(_ part: DocumentPart) -> Parameter? {
        checkFields(of: part, DocumentFields.parameter)
        guard let name = text(part, "name"), let place = text(part, "in") else {
            problem(part, "a parameter needs name and in")
            return nil
        }
        guard let location = Parameter.Location(rawValue: place) else {
            problem(part, "in must be path, query, header or cookie, not \"\(place)\"")
            return nil
        }
        let isIgnored = location == .header && ["accept", "content-type", "authorization"].contains(name.lowercased())
        if isIgnored { finding(.uncheckedField, part, "header \(name) is not described by parameters: not checked") }
        let standard: Parameter.Style = location == .query || location == .cookie ? .form : .simple
        return isIgnored ? nil : parameter(part, name: name, location: location, standard: standard)
    }

    /// A parameter or response header.
    private func parameter(
        _ part: DocumentPart, name: String, location: Parameter.Location, standard: Parameter.Style
    ) -> Parameter {
        var style = standard
        if let text = text(part, "style"), let field = part["style"] {
            if let known = Parameter.Style(rawValue: text), known.locations.contains(location) {
                style = known
            } else {
                finding(.malformedField, field, "style \"\(text)\" is none for \(location) parameters: not used")
            }
        }
        let content = part["content"]?.ownMembers.first
        if let content, !MediaTypeName(content.key).isJSON {
            finding(.uncheckedMediaType, content.part, "parameters of type \(content.key) are not checked")
        }
        let isJSON = content.map { MediaTypeName($0.key).isJSON } ?? false
        let described = content == nil ? part["schema"] : (isJSON ? content?.part["schema"] : nil)
        return Parameter(
            name: name, location: location, isRequired: location == .path || flag(part, "required"), style: style,
            explodes: flag(part, "explode", standard: style == .form), isJSON: isJSON,
            allowsEmptyValue: flag(part, "allowEmptyValue"), isDeprecated: flag(part, "deprecated"),
            schema: described.map(schema), extensions: part.extensions, pointer: part.display)
    }

    func requestBody(_ part: DocumentPart) -> RequestBody? {
        guard isObject(part, "a request body"), let part = resolved(part) else { return nil }
        if let known = readRequestBodies[part.pointer] { return known }
        checkFields(of: part, DocumentFields.requestBody)
        let body = RequestBody(
            isRequired: flag(part, "required"), content: content(part["content"]), pointer: part.display)
        readRequestBodies[part.pointer] = body
        return body
    }

    func responses(of operation: DocumentPart) -> [Response] {
        guard let part = operation["responses"] else {
            problem(operation, "an operation needs responses")
            return []
        }
        guard isObject(part, "responses") else { return [] }
        return part.ownMembers.compactMap { status, member in
            guard let range = StatusRange(status) else {
                finding(.malformedField, member, "\(status) is no status (200, 2XX, default): not used")
                return nil
            }
            guard isObject(member, "a response"), let target = resolved(member) else { return nil }
            return response(target, status: range)
        }
    }

    private func response(_ part: DocumentPart, status: StatusRange) -> Response {
        let (headers, content) = headersAndContent(of: part)
        return Response(
            status: status, headers: headers, content: content, description: text(part, "description"),
            extensions: part.extensions, pointer: part.display)
    }

    private func headersAndContent(of part: DocumentPart) -> (headers: [Parameter], content: [MediaType]) {
        if let known = readResponses[part.pointer] { return known }
        checkFields(of: part, DocumentFields.response)
        let headers = (part["headers"]?.ownMembers ?? []).compactMap { name, member -> Parameter? in
            // OpenAPI: a header called Content-Type is ignored, the media types speak for it.
            guard name.lowercased() != "content-type", isObject(member, "a header"), let header = resolved(member)
            else {
                return nil
            }
            checkFields(of: header, DocumentFields.header)
            return parameter(header, name: name, location: .header, standard: .simple)
        }
        let result = (headers, content(part["content"]))
        readResponses[part.pointer] = result
        return result
    }

    private func content(_ part: DocumentPart?) -> [MediaType] {
        guard let part, isObject(part, "content") else { return [] }
        return part.ownMembers.compactMap { name, member in
            guard isObject(member, "a media type") else { return nil }
            checkFields(of: member, DocumentFields.mediaType)
            let type = MediaTypeName(name)
            if let described = member["schema"], !type.isReadable, !isPlainString(described.json) {
                finding(.uncheckedMediaType, member, "bodies of type \(name) are not checked against their schema")
            }
            return MediaType(name: type, schema: member["schema"].map(schema), pointer: member.display)
        }
    }

    /// `type: string`, with a format perhaps: any bytes will do.
    private func isPlainString(_ schema: JSON) -> Bool {
        schema["type"] == "string"
            && (schema.objectValue?.keys ?? []).allSatisfy { ["type", "format", "description"].contains($0) }
    }

    /// Compiles what no operation refers to, so that it is named too if it is not understood.
    func readComponents() -> [String: Schema] {
        var schemas: [String: Schema] = [:]
        guard let components = root["components"], isObject(components, "components") else { return schemas }
        checkFields(of: components, DocumentFields.components)
        if let part = components["schemas"], isObject(part, "schemas") {
            for (name, member) in part.members { schemas[name] = schema(at: member) }
        }
        return schemas
    }
}
