import WireJSON

/// A set of JSON kinds, as the keyword `type` names them.
struct TypeSet: OptionSet, Sendable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let boolean = TypeSet(rawValue: 2)
    static let integer = TypeSet(rawValue: 4)
    /// Numbers that are no integers; `type: number` is this and `integer`.
    static let fraction = TypeSet(rawValue: 8)
    static let string = TypeSet(rawValue: 16)
    static let array = TypeSet(rawValue: 32)
    static let object = TypeSet(rawValue: 64)
    static let number: TypeSet = [.integer, .fraction]
    static let all = TypeSet(rawValue: 127)

    /// The set a word of `type` stands for; nil when it is none of the seven words.
    init?(word: String) {
        switch word {
        case "null": self = .null
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "number": self = .number
        case "string": self = .string
        case "array": self = .array
        case "object": self = .object
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The kind of `value`; `1.0` is an integer.
    init(of value: JSON) {
        switch value {
        case .null: self = .null
        case .bool: self = .boolean
        case .int: self = .integer
        case .double(let number): self = number.rounded(.towardZero) == number ? .integer : .fraction
        case .bigNumber(let text): self = (DecimalNumber(text)?.isInteger ?? false) ? .integer : .fraction
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// The words, for people: `string or null`.
    var words: String {
        var names: [String] = []
        if contains(.object) { names.append("object") }
        if contains(.array) { names.append("array") }
        if contains(.string) { names.append("string") }
        if contains(.number) { names.append("number") } else if contains(.integer) { names.append("integer") }
        if contains(.boolean) { names.append("boolean") }
        if contains(.null) { names.append("null") }
        return names.joined(separator: " or ")
    }
}
