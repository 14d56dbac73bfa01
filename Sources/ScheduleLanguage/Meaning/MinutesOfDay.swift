/// A set of minutes of the day: any schedule within a day, exactly.
public struct MinutesOfDay: Hashable, Sendable {
    /// Bit `m` of hour `h`: the minute `h:m`.
    private(set) var hours: [UInt64] = Array(repeating: 0, count: 24)

    static let allMinutes: UInt64 = (1 << 60) - 1

    public init() {}

    init(_ minutes: some Sequence<Int>) { for minute in minutes { insert(minute) } }

    /// Inserts a minute since midnight; others are left out.
    public mutating func insert(_ minute: Int) {
        guard (0..<1440).contains(minute) else { return }
        hours[minute / 60] |= 1 << UInt64(minute % 60)
    }

    func contains(_ minute: Int) -> Bool {
        (0..<1440).contains(minute) && hours[minute / 60] & 1 << UInt64(minute % 60) != 0
    }

    mutating func remove(_ minute: Int) {
        guard (0..<1440).contains(minute) else { return }
        hours[minute / 60] &= ~(1 << UInt64(minute % 60))
    }

    func union(_ other: MinutesOfDay) -> MinutesOfDay { combined(other) { $0 | $1 } }
    func intersection(_ other: MinutesOfDay) -> MinutesOfDay { combined(other) { $0 & $1 } }
    func subtracting(_ other: MinutesOfDay) -> MinutesOfDay { combined(other) { $0 & ~$1 } }

    private func combined(_ other: MinutesOfDay, _ operation: (UInt64, UInt64) -> UInt64) -> MinutesOfDay {
        var result = self
        for hour in 0..<24 { result.hours[hour] = operation(hours[hour], other.hours[hour]) }
        return result
    }

    public var isEmpty: Bool { hours.allSatisfy { $0 == 0 } }

    public var count: Int { hours.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Minutes since midnight, ascending.
    public var minutes: [Int] { (0..<1440).filter(contains) }

    /// The hours that share a set of minutes, by their first hour: one cron each says all of it.
    var groups: [(minutes: [Int], hours: [Int])] {
        var result: [(mask: UInt64, hours: [Int])] = []
        for hour in 0..<24 where hours[hour] != 0 {
            if let index = result.firstIndex(where: { $0.mask == hours[hour] }) {
                result[index].hours.append(hour)
            } else {
                result.append((hours[hour], [hour]))
            }
        }
        return result.map { group in ((0..<60).filter { group.mask & 1 << UInt64($0) != 0 }, group.hours) }
    }

    /// From the first minute up to but without the last; wraps past midnight.
    static func range(from: Int, to: Int) -> MinutesOfDay {
        var result = MinutesOfDay()
        var minute = from
        for _ in 0..<1440 where minute != to {
            result.insert(minute)
            minute = (minute + 1) % 1440
        }
        return result
    }
}
