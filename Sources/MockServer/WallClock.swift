public import CivilTime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one place where this module reads the machine's clocks.
public struct WallClock: Sendable {
    private let started = ContinuousClock.now

    public init() {}

    /// The wall clock, in milliseconds.
    public var now: Instant {
        // Milliseconds since 1970 fit 64 bits for the next 292 million years.
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    /// The time since this clock was made, whatever happens to the wall clock meanwhile.
    var uptime: Duration { ContinuousClock.now - started }
}

extension Span {
    var duration: Duration { .milliseconds(milliseconds) }
}
