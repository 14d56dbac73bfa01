/// A length of time, to the millisecond; negative for a way back.
///
/// Arithmetic that would leave the range of `Int64` milliseconds stops at its ends.
public struct Span: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static let zero = Span(milliseconds: 0)

    public static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }

    public static func seconds(_ count: Int64) -> Span { Span(milliseconds: count.multipliedSaturated(by: 1000)) }

    public static func minutes(_ count: Int64) -> Span { Span(milliseconds: count.multipliedSaturated(by: 60_000)) }

    public static func hours(_ count: Int64) -> Span { Span(milliseconds: count.multipliedSaturated(by: 3_600_000)) }

    /// Days of 24 hours, whatever a zone does in between.
    public static func days(_ count: Int64) -> Span { Span(milliseconds: count.multipliedSaturated(by: 86_400_000)) }

    public static func < (left: Span, right: Span) -> Bool { left.milliseconds < right.milliseconds }

    public static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds.addingSaturated(right.milliseconds))
    }

    public static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds.subtractingSaturated(right.milliseconds))
    }

    public static func * (span: Span, factor: Int64) -> Span {
        Span(milliseconds: span.milliseconds.multipliedSaturated(by: factor))
    }

    public static prefix func - (span: Span) -> Span { zero - span }
}

extension Span: CustomStringConvertible {
    /// The span as an ISO 8601 duration.
    public var description: String { iso8601 }
}
