public import WireJSON

/// So that parts of an answer that have no fixed shape can stand in the types of this module.
extension JSON: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            self = .object(
                JSONObject(
                    try container.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
                        (key: key.stringValue, value: try container.decode(JSON.self, forKey: key))
                    }))
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSON] = []
            while !container.isAtEnd { elements.append(try container.decode(JSON.self)) }
            self = .array(elements)
        } else {
            self = try Self.scalar(try decoder.singleValueContainer())
        }
    }

    private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSON {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(Int64.self) { return .int(value) }
        if let value = try? container.decode(Double.self) { return .double(value) }
        return .string(try container.decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let object):
            var container = encoder.container(keyedBy: Key.self)
            for member in object { try container.encode(member.value, forKey: Key(stringValue: member.key)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null: try encodeScalar(encoder) { try $0.encodeNil() }
        case .bool(let value): try encodeScalar(encoder) { try $0.encode(value) }
        case .int(let value): try encodeScalar(encoder) { try $0.encode(value) }
        case .double(let value): try encodeScalar(encoder) { try $0.encode(value) }
        case .bigNumber(let text): try encodeScalar(encoder) { try $0.encode(Double(text) ?? 0) }
        case .string(let value): try encodeScalar(encoder) { try $0.encode(value) }
        }
    }

    private func encodeScalar(
        _ encoder: any Encoder, _ write: (inout any SingleValueEncodingContainer) throws -> Void
    ) throws {
        var container = encoder.singleValueContainer()
        try write(&container)
    }
}
