import CivilTime
import GRDB

/// Hands out the sequence numbers that order what falls due at the same instant, and remembers what is due next.
struct Agenda {
    private var last: Int64
    /// The next due instant as last read; unknown after anything was planned.
    private var known: Due??

    init(_ db: Database) throws {
        last = try db.count(
            """
            SELECT MAX((SELECT COALESCE(MAX(sequence), 0) FROM schedules),
                (SELECT COALESCE(MAX(sequence), 0) FROM tasks), (SELECT COALESCE(MAX(sequence), 0) FROM timers))
            """)
    }

    mutating func next() -> Int64 {
        last += 1
        known = nil
        return last
    }

    /// Something was planned, moved or taken away.
    mutating func forget() { known = nil }

    /// What is due first of all.
    mutating func first(_ db: Database) throws -> Due? {
        if let known { return known }
        let due = try Due.first(db)
        known = .some(due)
        return due
    }
}

/// Something that falls due: its instant, its place among equals, and what it is.
struct Due: Hashable {
    enum Subject: Hashable {
        /// Jobs to run or to settle; all of this instant up to the next other subject are taken together.
        case runs
        case task(id: Int64)
        case timer(name: String, subject: Int64)
    }

    let at: Instant
    let sequence: Int64
    let subject: Subject

    /// The first of all three tables in the order (instant, sequence).
    static func first(_ db: Database) throws -> Due? {
        let run = try db.first(
            """
            SELECT due_at, sequence FROM schedules WHERE due_at IS NOT NULL AND in_flight = 0
            ORDER BY due_at, sequence LIMIT 1
            """
        ) { Due(at: $0[0], sequence: $0[1], subject: .runs) }
        let task = try db.first(
            "SELECT due_at, sequence, id FROM tasks WHERE due_at IS NOT NULL ORDER BY due_at, sequence LIMIT 1"
        ) { Due(at: $0[0], sequence: $0[1], subject: .task(id: $0[2])) }
        let timer = try db.first(
            "SELECT due_at, sequence, name, subject FROM timers ORDER BY due_at, sequence LIMIT 1"
        ) { Due(at: $0[0], sequence: $0[1], subject: .timer(name: $0[2], subject: $0[3])) }
        return [run, task, timer].compactMap(\.self).min { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
    }
}
