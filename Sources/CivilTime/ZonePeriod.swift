/// A stretch of time in which a zone keeps one offset. All numbers are seconds.
///
/// It may be a part of a longer stretch: a neighbour may have the same offset.
package struct ZonePeriod: Hashable, Sendable {
    /// The first second, since the epoch.
    package let start: Int64
    /// The second after the last.
    package let end: Int64
    /// What clocks are ahead of UTC.
    package let offsetSeconds: Int64
    /// The first clock time (see `CivilDateTime.clockSeconds`) of the period that no clock of the zone has shown before;
    /// later than `start + offsetSeconds` after the clocks were put back.
    package let firstNewClock: Int64

    func shifted(by seconds: Int64) -> ZonePeriod {
        ZonePeriod(
            start: start + seconds, end: end + seconds, offsetSeconds: offsetSeconds,
            firstNewClock: firstNewClock + seconds)
    }

    func clipped(from lower: Int64, to upper: Int64) -> ZonePeriod {
        ZonePeriod(
            start: max(start, lower), end: min(end, upper), offsetSeconds: offsetSeconds, firstNewClock: firstNewClock)
    }
}
