internal import CivilTime

/// A point in time as ISO 8601 writes it, with the offset it was written with.
struct ISOTimestamp: Hashable, Sendable {
    let instant: Instant
    let offsetSeconds: Int

    /// Reads `2026-07-17T10:00:00-04:00` and the shorter forms of ISO 8601: without seconds, without a time, with a
    /// space for the T, offsets `Z`, `±HH`, `±HHMM` and `±HH:MM`. Without an offset it is read on the clocks of `zone`.
    /// Nil for anything else.
    init?(_ text: String, in zone: Zone) {
        guard text.utf8.count <= 40, text.utf8.count >= 10 else { return nil }
        let bytes = Array(text.utf8)
        var parts = Parts(bytes: bytes)
        guard let local = parts.dateTime(), let offset = parts.offset() else { return nil }
        if let offset {
            let day = Int64(local.date.daysSinceEpoch) * 86_400
            let seconds = day + Int64(local.hour * 3600 + local.minute * 60 + local.second) - Int64(offset)
            instant = Instant(seconds: seconds) + .milliseconds(parts.milliseconds)
            offsetSeconds = offset
        } else {
            instant = zone.earliestInstant(of: local) + .milliseconds(parts.milliseconds)
            offsetSeconds = zone.offsetSeconds(at: instant)
        }
    }

    /// As the analyzer writes times: with a numeric offset, `+00:00` in UTC.
    var text: String { instant.isoText(offsetSeconds: offsetSeconds) }

    private struct Parts {
        let bytes: [UInt8]
        var position = 0
        var milliseconds: Int64 = 0

        mutating func dateTime() -> CivilDateTime? {
            guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
                let date = CivilDate(year: year, month: month, day: day)
            else { return nil }
            guard position < bytes.count, take("T") || take("t") || take(" ") else { return CivilDateTime(date: date) }
            guard let hour = number(2), take(":"), let minute = number(2) else { return nil }
            var second = 0
            if take(":") {
                guard let written = number(2) else { return nil }
                second = written
                if take(".") || take(",") { guard fraction() else { return nil } }
            }
            return CivilDateTime(date: date, hour: hour, minute: minute, second: second)
        }

        /// The offset in seconds; nil inside when there is none, nil outside when what is left is no offset.
        mutating func offset() -> Int?? {
            if position == bytes.count { return .some(nil) }
            if take("Z") || take("z") { return position == bytes.count ? .some(0) : nil }
            let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
            guard take("+") || take("-"), let hours = number(2), hours <= 23 else { return nil }
            var minutes = 0
            if position < bytes.count {
                _ = take(":")
                guard let written = number(2), written < 60 else { return nil }
                minutes = written
            }
            guard position == bytes.count else { return nil }
            return .some((hours * 3600 + minutes * 60) * (isNegative ? -1 : 1))
        }

        /// 1 to 9 digits; what is finer than a millisecond is cut off.
        private mutating func fraction() -> Bool {
            let start = position
            var scale: Int64 = 100
            while let digit = digit(at: position), position - start < 9 {
                milliseconds += Int64(digit) * scale
                scale /= 10
                position += 1
            }
            return position > start
        }

        private mutating func number(_ count: Int) -> Int? {
            var value = 0
            for offset in 0..<count {
                guard let digit = digit(at: position + offset) else { return nil }
                value = value * 10 + digit
            }
            position += count
            return value
        }

        private func digit(at index: Int) -> Int? {
            guard index < bytes.count, (48...57).contains(bytes[index]) else { return nil }
            return Int(bytes[index]) - 48
        }

        private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
            position += 1
            return true
        }
    }
}

extension Zone {
    /// The instant at which the clocks show `local`; the first of two, and for a time they skip the instant of the
    /// change.
    func earliestInstant(of local: CivilDateTime) -> Instant {
        switch resolve(local) {
        case .unique(let instant), .overlap(let instant, _): instant
        case .gap(let transition): transition
        }
    }
}

extension Instant {
    /// ISO 8601 with a numeric offset, `+00:00` in UTC, as Python writes it.
    func isoText(offsetSeconds: Int) -> String {
        let text = rfc3339(offsetSeconds: offsetSeconds)
        return text.hasSuffix("Z") ? text.dropLast() + "+00:00" : text
    }

    func isoText(in zone: Zone) -> String { isoText(offsetSeconds: zone.offsetSeconds(at: self)) }
}
