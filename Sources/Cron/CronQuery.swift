public import CivilTime

/// The question of `cron next`: the next runs of a spec in a zone, as lines of text.
public struct CronQuery: Hashable, Sendable {
    public let spec: CronSpec
    public let zone: Zone
    /// The runs wanted are after this instant.
    public let from: Instant
    public let count: Int

    public static let counts = 1...100_000

    /// Reads the question.
    ///
    /// `zone` is an IANA name; `from` is RFC 3339, or a date or time without an offset on the clocks of the zone.
    public init(
        spec: String, zone zoneName: String, from text: String, count: Int, dialect: CronSpec.Dialect = .documented
    ) throws(CronQueryError) {
        do throws(CronError) {
            self.spec = try CronSpec(parsing: spec, dialect: dialect)
        } catch {
            throw .spec(error)
        }
        guard let zone = Zone(identifier: zoneName) else { throw .zone(zoneName) }
        guard let from = Instant(text: text, in: zone) else { throw .from(text) }
        guard Self.counts.contains(count) else { throw .count("\(count)") }
        self.zone = zone
        self.from = from
        self.count = count
    }

    /// The runs as RFC 3339 with the zone's offset; the one line `never` when there are none.
    ///
    /// Documented: product 6 (impossible spec).
    public var lines: [String] {
        var lines: [String] = []
        var last = from
        while lines.count < count, let next = spec.next(after: last, in: zone) {
            lines.append(next.rfc3339(offsetSeconds: zone.offsetSeconds(at: next)))
            last = next
        }
        return lines.isEmpty ? ["never"] : lines
    }
}

/// Why a question of `cron next` has no answer.
public enum CronQueryError: Error, Hashable, Sendable {
    case spec(CronError)
    case zone(String)
    case from(String)
    case count(String)
}

extension CronQueryError: CustomStringConvertible {
    /// One line: what was wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .spec(let error): error.description
        case .zone(let name):
            "timezone \"\(CronError.excerpt(name))\": the IANA database has no such zone; write it as in Europe/Paris"
        case .from(let text):
            "from \"\(CronError.excerpt(text))\": it is no instant; write it as in 2026-11-21T09:30:00+01:00, or without"
                + " an offset for the clocks of the timezone"
        case .count(let text):
            "count \"\(CronError.excerpt(text))\": allowed are \(CronQuery.counts.lowerBound)"
                + " to \(CronQuery.counts.upperBound)"
        }
    }
}
