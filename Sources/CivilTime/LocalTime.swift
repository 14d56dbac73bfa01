/// What a civil time means in a zone.
public enum LocalTime: Hashable, Sendable {
    /// The clocks show it once.
    case unique(Instant)
    /// The clocks skip it: they are put forward at the instant `before`, at which they already show a later time.
    case gap(before: Instant)
    /// The clocks show it twice, because they are put back in between.
    case overlap(first: Instant, second: Instant)
}
