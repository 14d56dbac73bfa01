import WireJSON

/// The values of `format` that are checked on numbers.
enum NumberFormat: String, CaseIterable, Sendable {
    case int32
    case int64
    case float
    case double

    func accepts(_ value: JSON) -> Bool {
        switch self {
        case .int32: value.intValue.map { Int32(exactly: $0) != nil } ?? false
        case .int64: value.intValue != nil
        case .float: value.doubleValue.map { $0.magnitude <= Double(Float.greatestFiniteMagnitude) } ?? false
        case .double: value.doubleValue?.isFinite ?? false
        }
    }

    var expectation: String {
        switch self {
        case .int32: "an integer of 32 bits"
        case .int64: "an integer of 64 bits"
        case .float: "a number a 32-bit float can hold"
        case .double: "a number a 64-bit float can hold"
        }
    }
}
