import WireJSON

/// Checks a body against the media types it may have.
struct BodyCheck {
    let content: [MediaType]
    let body: Exchange.Body
    /// The header, if there is one.
    let contentType: String?
    let location: Violation.Location
    /// Where a wrong content type is reported.
    let header: Violation.Location
    let direction: Direction
    /// Of the response or request body in the document.
    let pointer: String

    /// There is no body where one is described.
    var missing: Violation { violation("content", expected: "a body", found: "none") }

    /// Whether no bytes at all are a value of the content type: an empty text, but no JSON.
    var mayBeEmpty: Bool { contentType.map { !MediaTypeName($0).isJSON } ?? false }

    func unexpected(_ expected: String) -> Violation {
        violation("content", expected: expected, found: describedBody)
    }

    /// The faults of a body that is there.
    var violations: [Violation] {
        guard !content.isEmpty else { return [unexpected("no body")] }
        let offered = content.map(\.name.description).joined(separator: ", ")
        guard let contentType else {
            return [violation("content", at: header, expected: "content type \(offered)", found: "no Content-Type")]
        }
        let name = MediaTypeName(contentType)
        let candidates = content.filter { $0.name.includes(name) }
        guard let type = candidates.max(by: { $0.name.precision < $1.name.precision }) else {
            let found = contentType.shortened(to: 60)
            return [violation("content", at: header, expected: "content type \(offered)", found: found)]
        }
        return violations(type, as: name)
    }

    private func violations(_ type: MediaType, as name: MediaTypeName) -> [Violation] {
        switch body {
        case .json(let value): return type.schema?.validate(value, location: location, direction: direction) ?? []
        case .bytes(let bytes):
            if name.isJSON { return jsonViolations(bytes, type) }
            guard let schema = type.schema else { return [] }
            if name.isForm {
                return FormReader(schema: schema, location: location, direction: direction).violations(of: bytes)
            }
            guard name.type == "text" else { return [] }
            return schema.validate(
                .string(String(decoding: bytes, as: UTF8.self)), location: location, direction: direction)
        }
    }

    private func jsonViolations(_ bytes: [UInt8], _ type: MediaType) -> [Violation] {
        do {
            let value = try JSON.parse(bytes)
            return type.schema?.validate(value, location: location, direction: direction) ?? []
        } catch {
            return [violation("content", expected: "JSON", found: "\(describedBody): \(error)")]
        }
    }

    private var describedBody: String {
        switch body {
        case .json(let value): value.shortDescription
        case .bytes(let bytes):
            "\(bytes.count) bytes \(JSON.string(String(decoding: bytes.prefix(32), as: UTF8.self)).text)"
        }
    }

    private func violation(
        _ keyword: String, at place: Violation.Location? = nil, expected: String, found: String
    ) -> Violation {
        Violation(
            location: place ?? location, pointer: "", keyword: keyword, schemaPointer: "\(pointer)/\(keyword)",
            expected: expected, found: found)
    }
}
