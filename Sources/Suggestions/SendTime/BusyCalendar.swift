internal import CivilTime

/// When someone is taken: intervals that begin at their first instant and end right before their last.
struct BusyCalendar: Hashable, Sendable {
    /// In order, not overlapping.
    private let intervals: [Range<Instant>]

    init(_ intervals: [Range<Instant>]) {
        var merged: [Range<Instant>] = []
        for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, interval.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, interval.upperBound)
            } else {
                merged.append(interval)
            }
        }
        self.intervals = merged
    }

    var isEmpty: Bool { intervals.isEmpty }

    func contains(_ instant: Instant) -> Bool {
        var low = 0
        var high = intervals.count
        while low < high {
            let middle = (low + high) / 2
            if intervals[middle].upperBound <= instant { low = middle + 1 } else { high = middle }
        }
        return low < intervals.count && intervals[low].contains(instant)
    }
}
