import CivilTime
import GRDB

/// Hands out the sequence numbers that order what falls due at the same instant, and remembers what is due first of
/// each kind, so that the store is asked only after something of that kind was moved.
struct Agenda {
    private var lastSequence: Int64
    /// What is due first of a kind, nil inside when nothing is; kinds that are not here have to be asked for.
    private var known: [Due.Kind: Due?] = [:]

    init(_ db: Database) throws {
        lastSequence = try db.count(
            """
            SELECT MAX((SELECT COALESCE(MAX(sequence), 0) FROM schedules),
                (SELECT COALESCE(MAX(sequence), 0) FROM tasks), (SELECT COALESCE(MAX(sequence), 0) FROM timers))
            """)
    }

    /// The place of something planned next.
    mutating func next() -> Int64 {
        lastSequence += 1
        return lastSequence
    }

    /// Something of this kind that was planned before has moved or gone.
    mutating func forget(_ kind: Due.Kind) { known[kind] = nil }

    mutating func forgetAll() { known = [:] }

    /// Something new was planned; what was there before stays where it was.
    mutating func add(_ due: Due) {
        guard let first = known[due.kind] else { return }
        if first.map({ due < $0 }) ?? true { known[due.kind] = .some(due) }
    }

    /// What is due first of all.
    mutating func first(_ db: Database) throws -> Due? {
        for kind in Due.Kind.allCases where known[kind] == nil { known[kind] = .some(try Due.first(kind, db)) }
        return known.values.compactMap(\.self).min()
    }
}
