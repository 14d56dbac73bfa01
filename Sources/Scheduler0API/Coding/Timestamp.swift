public import CivilTime
public import Foundation

/// A date as it went over the wire.
///
/// The text is kept, so that an offset and digits beyond milliseconds survive. Servers write an unset date as year 1 or
/// as empty text; decoding reads both as nil.
public struct Timestamp: Codable, Hashable, Sendable {
    /// RFC 3339, for example `2026-01-31T09:00:00Z`.
    public var text: String

    public init(text: String) { self.text = text }

    /// To the millisecond, in UTC.
    public init(_ date: Date) {
        text = Instant(milliseconds: Int64(min(max((date.timeIntervalSince1970 * 1000).rounded(), -9e15), 9e15)))
            .rfc3339()
    }

    public init(_ instant: Instant) { text = instant.rfc3339() }

    /// Nil when the text is no RFC 3339 date-time with an offset.
    public var instant: Instant? { Instant(rfc3339: text) }

    /// Nil when the text is no RFC 3339 date-time with an offset.
    public var date: Date? { instant.map { Date(timeIntervalSince1970: Double($0.milliseconds) / 1000) } }

    /// Whether the text stands for no date at all. Observed: server-behaviour 3 (dates); sdk-behaviour 5.4.
    var isUnset: Bool { text.isEmpty || text.hasPrefix("0001-01-01T00:00:00") }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Timestamp: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { text = value }
}
