private import Foundation
private import Synchronization

/// The offsets of one zone, read from Foundation's copy of the IANA database as they are asked for and kept.
///
/// Foundation answers offsets instant by instant and reports only some of the transitions, so they are found by
/// sampling. The time line is cut into chunks of about four years; a chunk is worked out in some 30 µs when it is first
/// needed, after that a look-up costs some tens of nanoseconds.
final class ZoneTable: Sendable {
    let identifier: String
    private let timeZone: TimeZone
    private let chunks = Mutex<[[ZonePeriod]?]>(Array(repeating: nil, count: chunkCount))

    static let utc = ZoneTable(identifier: "UTC", timeZone: .gmt)

    /// Nil unless the IANA database has exactly that name.
    convenience init?(identifier: String) {
        guard ZoneName.isPlausible(identifier), let timeZone = TimeZone(identifier: identifier) else { return nil }
        self.init(identifier: identifier, timeZone: timeZone)
    }

    private init(identifier: String, timeZone: TimeZone) {
        self.identifier = identifier
        self.timeZone = timeZone
    }

    /// The period that contains that second since the epoch.
    func period(at second: Int64) -> ZonePeriod {
        if second < Self.firstSecond {
            let offset = firstChunkOffset
            return ZonePeriod(
                start: .min / 2, end: Self.firstSecond, offsetSeconds: offset, firstNewClock: .min / 2)
        }
        if second < Self.endSecond { return tabled(at: second) }
        // The rules in force repeat with the Gregorian calendar, whose 400 years are a whole number of weeks.
        let cycles = (second - Self.endSecond) / Self.calendarCycleSeconds + 1
        let shift = cycles * Self.calendarCycleSeconds
        return tabled(at: second - shift).shifted(by: shift)
    }

    /// Local mean time, in force before any zone had rules.
    private var firstChunkOffset: Int64 { tabled(at: Self.firstSecond).offsetSeconds }

    private func tabled(at second: Int64) -> ZonePeriod {
        let index = Int((second - Self.firstSecond) / Self.chunkSeconds)
        return chunks.withLock { chunks in
            let periods: [ZonePeriod]
            if let known = chunks[index] {
                periods = known
            } else {
                periods = makeChunk(index)
                chunks[index] = periods
            }
            var position = 0
            while position + 1 < periods.count, periods[position].end <= second { position += 1 }
            return periods[position]
        }
    }

    /// The periods of a chunk, in order, without holes.
    private func makeChunk(_ index: Int) -> [ZonePeriod] {
        let lower = Self.firstSecond + Int64(index) * Self.chunkSeconds
        let upper = lower + Self.chunkSeconds
        // A little of the past tells which clock times just after `lower` have been shown before.
        var start = lower - Self.sampleSeconds
        var offset = offsetSeconds(at: start)
        var shownBefore = Int64.min / 2
        var periods: [ZonePeriod] = []
        func close(at end: Int64) {
            let period = ZonePeriod(
                start: start, end: end, offsetSeconds: offset, firstNewClock: max(start + offset, shownBefore))
            if end > max(start, lower) { periods.append(period.clipped(from: lower, to: upper)) }
            shownBefore = max(shownBefore, end + offset)
        }
        var sampled = start
        while sampled < upper {
            let next = min(sampled + Self.sampleSeconds, upper)
            let nextOffset = offsetSeconds(at: next)
            if nextOffset != offset {
                let transition = self.transition(after: sampled, notAfter: next)
                close(at: transition)
                (start, offset) = (transition, offsetSeconds(at: transition))
                sampled = transition
            } else {
                sampled = next
            }
        }
        close(at: upper)
        return periods
    }

    /// The second at which the offset of `lower` ends, given that it has ended at `upper`.
    private func transition(after lower: Int64, notAfter upper: Int64) -> Int64 {
        let offset = offsetSeconds(at: lower)
        var (same, different) = (lower, upper)
        while different - same > 1 {
            let middle = same + (different - same) / 2
            if offsetSeconds(at: middle) == offset { same = middle } else { different = middle }
        }
        return different
    }

    private func offsetSeconds(at second: Int64) -> Int64 {
        Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
    }

    /// Two transitions of a zone were never nearer to each other than this (3.98 days: Freetown, 1939).
    private static let sampleSeconds: Int64 = 3 * 86_400
    private static let chunkSeconds: Int64 = 1 << 27
    /// November 1799: before the first zone left its local mean time.
    private static let firstSecond: Int64 = -40 * chunkSeconds
    private static let chunkCount = 165
    /// The year 2501.
    private static let endSecond = firstSecond + Int64(chunkCount) * chunkSeconds
    private static let calendarCycleSeconds: Int64 = 146_097 * 86_400
}
