/// A point on the time line, to the millisecond.
///
/// The range is that of `Int64` milliseconds (292 million years either way); arithmetic that would leave it stops at
/// its ends, so that no input can crash a caller. Use `adding(_:)` where leaving the range is an error to report.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant of a whole second; beyond the range, the nearest end of it.
    public init(seconds: Int64) { milliseconds = Span.seconds(seconds).milliseconds }

    /// 1970-01-01T00:00:00Z.
    public static let epoch = Instant(milliseconds: 0)

    /// Whole seconds since the epoch, rounded towards the past.
    public var secondsRoundedDown: Int64 { milliseconds.flooredQuotient(by: 1000) }

    /// Whole seconds since the epoch, rounded towards the future.
    public var secondsRoundedUp: Int64 {
        secondsRoundedDown + (milliseconds.flooredRemainder(by: 1000) == 0 ? 0 : 1)
    }

    /// The instant `span` later, or nil when that is out of range.
    public func adding(_ span: Span) -> Instant? {
        let (sum, isOverflow) = milliseconds.addingReportingOverflow(span.milliseconds)
        return isOverflow ? nil : Instant(milliseconds: sum)
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    public static func + (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds.addingSaturated(span.milliseconds))
    }

    public static func - (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds.subtractingSaturated(span.milliseconds))
    }

    /// The time from `right` to `left`.
    public static func - (left: Instant, right: Instant) -> Span {
        Span(milliseconds: left.milliseconds.subtractingSaturated(right.milliseconds))
    }

    public static func += (instant: inout Instant, span: Span) { instant = instant + span }

    public static func -= (instant: inout Instant, span: Span) { instant = instant - span }
}

extension Instant: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC.
    public var description: String { rfc3339() }
}
