import CivilTime
import GRDB

/// Something that falls due: its instant, its place among equals, and what it is.
struct Due: Hashable, Comparable {
    enum Kind: CaseIterable {
        case run
        case task
        case timer
    }

    enum Subject: Hashable {
        /// Jobs to run or to settle; all of this instant up to the next other subject are taken together.
        case runs
        case task(id: Int64)
        case timer(name: String, subject: Int64)
    }

    let at: Instant
    let sequence: Int64
    let subject: Subject

    var kind: Kind {
        switch subject {
        case .runs: .run
        case .task: .task
        case .timer: .timer
        }
    }

    /// Documented: product decisions, Time (order by instant, then sequence).
    static func < (left: Due, right: Due) -> Bool { (left.at, left.sequence) < (right.at, right.sequence) }

    static func first(_ kind: Kind, _ db: Database) throws -> Due? {
        switch kind {
        case .run:
            try db.first(
                """
                SELECT due_at, sequence FROM schedules WHERE due_at IS NOT NULL AND in_flight = 0
                ORDER BY due_at, sequence LIMIT 1
                """
            ) { Due(at: $0[0], sequence: $0[1], subject: .runs) }
        case .task:
            try db.first(
                "SELECT due_at, sequence, id FROM tasks WHERE due_at IS NOT NULL ORDER BY due_at, sequence LIMIT 1"
            ) { Due(at: $0[0], sequence: $0[1], subject: .task(id: $0[2])) }
        case .timer:
            try db.first(
                "SELECT due_at, sequence, name, subject FROM timers ORDER BY due_at, sequence LIMIT 1"
            ) { Due(at: $0[0], sequence: $0[1], subject: .timer(name: $0[2], subject: $0[3])) }
        }
    }

    /// The place of the first task or timer due at the same instant, which parts the runs before it from those after.
    static func firstOther(than due: Due, _ db: Database) throws -> Int64? {
        try db.first(
            """
            SELECT MIN(sequence) FROM (SELECT sequence FROM tasks WHERE due_at = ?1
                UNION ALL SELECT sequence FROM timers WHERE due_at = ?1)
            """, [due.at]
        ) { $0[0] as Int64? } ?? nil
    }
}
