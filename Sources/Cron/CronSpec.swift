public import CivilTime

/// When a job runs: a cron spec, read and ready to be asked for instants.
///
/// Fields are numbers, names (`JAN`, `MON`, upper or lower case), `*` or `?`, ranges (`1-5`), steps (`*/5`, `1-30/5`;
/// `5/10` goes from 5 to the end) and lists of these. When day of month and day of week are both restricted, either is
/// enough (see `CronFields.matchesEitherDay`). Or a descriptor: `@yearly`, `@annually`, `@monthly`, `@weekly`,
/// `@daily`, `@midnight`, `@hourly`, or `@every` with a Go duration such as `1h30m`.
///
/// What summer time does to a spec is said, and done, in `CronSpec+Zone.swift`.
public struct CronSpec: Hashable, Sendable {
    /// What the fields are, by their number.
    public enum Dialect: Hashable, Sendable {
        /// 5 fields: minute, hour, day of month, month, day of week. 6: the same after a field for the second.
        ///
        /// Documented: product 1 (cron spec).
        case documented
        /// 5 fields: second, minute, hour, day of month, month. 6: the same before a field for the day of week.
        ///
        /// Observed: server-behaviour 6.1.
        case secondsFirst

        /// The fields in the order they are written; none for a number of fields that is wrong.
        func layout(fieldCount: Int) -> [CronField] {
            switch (self, fieldCount) {
            case (.documented, 5): [.minute, .hour, .dayOfMonth, .month, .dayOfWeek]
            case (.secondsFirst, 5): [.second, .minute, .hour, .dayOfMonth, .month]
            case (_, 6): CronField.allCases
            default: []
            }
        }
    }

    enum Rule: Hashable, Sendable {
        case fields(CronFields)
        /// Whole seconds, at least one.
        case every(Span)
    }

    /// The spec as it was written.
    public let text: String
    let rule: Rule

    /// Reads a spec of at most 1000 bytes; fields are separated by blanks, blanks around them do not matter.
    public init(parsing text: String, dialect: Dialect = .documented) throws(CronError) {
        rule = try CronReader(dialect: dialect).rule(of: text)
        self.text = text
    }

    /// The interval of `@every`; nil for a spec that names times.
    ///
    /// Such a spec has no times of its own: its next run is an interval after the last.
    public var interval: Span? { if case .every(let span) = rule { span } else { nil } }

    /// Whether no instant can ever match, as for 30 February.
    public var isImpossible: Bool { if case .fields(let fields) = rule { fields.isImpossible } else { false } }
}

extension CronSpec: CustomStringConvertible {
    public var description: String { text }
}
