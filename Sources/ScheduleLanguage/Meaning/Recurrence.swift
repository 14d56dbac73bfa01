internal import CivilTime

/// A schedule that repeats, as it was meant, before it becomes crons.
public struct Recurrence: Hashable, Sendable {
    public var minutes: MinutesOfDay
    public var days: DayPattern
    /// In the zone's local time; inclusive.
    var start: CivilDateTime?
    /// In the zone's local time; inclusive.
    var end: CivilDateTime?
    var runs: Int?
    /// From the first run on, its end excluded.
    var lasting: Amount?
    /// The unit that the prompt named ("weekly"), for the recurrence field.
    var unit: TimeUnit?
}

/// One schedule of a prompt: repeating, or single instants.
enum Meaning: Hashable, Sendable {
    case recurring(Recurrence)
    case once([Instant])
}

/// A meaning with its zone and what had to be assumed.
struct Schedule: Hashable, Sendable {
    var meaning: Meaning
    var zone: Zone
    var notes: [String] = []
}
