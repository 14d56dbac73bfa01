/// ISO 8601 durations as RFC 3339, appendix A has them: whole numbers, units in order and without gaps, weeks alone.
enum DurationFormat {
    static func accepts(_ bytes: Bytes) -> Bool {
        var rest = bytes
        guard rest.take(UInt8(ascii: "P")) else { return false }
        let dateUnits = takeUnits(Array("YMD".utf8), &rest)
        if rest.first == UInt8(ascii: "T") {
            rest.removeFirst()
            let timeUnits = takeUnits(Array("HMS".utf8), &rest)
            return rest.isEmpty && isUnbroken(timeUnits) && (dateUnits?.isEmpty ?? false || isUnbroken(dateUnits))
        }
        if rest.isEmpty { return isUnbroken(dateUnits) }
        guard let none = dateUnits, none.isEmpty, !rest.takeDigits().isEmpty else { return false }
        return rest.take(UInt8(ascii: "W")) && rest.isEmpty
    }

    /// The places in `units` of the units read; nil when they are out of order. Stops before what is no such unit.
    private static func takeUnits(_ units: [UInt8], _ rest: inout Bytes) -> [Int]? {
        var places: [Int] = []
        while !rest.isEmpty {
            var ahead = rest
            guard !ahead.takeDigits().isEmpty, let letter = ahead.first, let place = units.firstIndex(of: letter) else {
                return places
            }
            if let last = places.last, place <= last { return nil }
            places.append(place)
            rest = ahead.dropFirst()
        }
        return places
    }

    private static func isUnbroken(_ places: [Int]?) -> Bool {
        guard let places, let first = places.first, let last = places.last else { return false }
        return last - first == places.count - 1
    }
}
