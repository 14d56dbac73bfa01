/// A body as far as it is known.
public enum RecordedBody: Sendable, Hashable {
    /// All of it; no bytes are no body.
    case whole([UInt8])
    /// Its beginning. It cannot be checked.
    case beginning([UInt8], length: Int)
    /// Not read, and why: `gzip`, `an event stream`, `longer than 8388608 bytes`.
    case unread(reason: String)

    public static let none = RecordedBody.whole([])

    /// The bytes that are known.
    public var bytes: [UInt8] {
        switch self {
        case .whole(let bytes), .beginning(let bytes, length: _): bytes
        case .unread: []
        }
    }

    /// The body, no longer than `limitBytes`.
    public func shortened(to limitBytes: Int) -> RecordedBody {
        guard bytes.count > limitBytes else { return self }
        switch self {
        case .whole(let bytes): return .beginning(Array(bytes.prefix(limitBytes)), length: bytes.count)
        case .beginning(let bytes, let length): return .beginning(Array(bytes.prefix(limitBytes)), length: length)
        case .unread: return self
        }
    }
}
