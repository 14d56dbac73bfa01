/// The six fields of a cron spec.
public enum CronField: String, CaseIterable, Hashable, Sendable {
    case second
    case minute
    case hour
    case dayOfMonth = "day of month"
    case month
    case dayOfWeek = "day of week"

    /// The numbers the field can have. Day of week: 0 is Sunday, and 7 is refused.
    ///
    /// Observed: server-behaviour 6.1.
    public var range: ClosedRange<Int> {
        switch self {
        case .second, .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...6
        }
    }

    /// The names that stand for the numbers of `range`, in its order; empty when there are none.
    var names: [String] {
        switch self {
        case .second, .minute, .hour, .dayOfMonth: []
        case .month: Self.monthNames
        case .dayOfWeek: Self.dayNames
        }
    }

    private static let monthNames = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    private static let dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]

    /// What may stand in the field, for the reader of an error.
    var allowed: String {
        let numbers = "\(range.lowerBound) to \(range.upperBound)"
        return switch self {
        case .second, .minute, .hour, .dayOfMonth: numbers
        case .month: numbers + " or JAN to DEC"
        case .dayOfWeek: numbers + " or SUN to SAT (Sunday is 0)"
        }
    }
}
