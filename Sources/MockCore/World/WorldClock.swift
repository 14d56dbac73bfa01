import CivilTime

/// The only clock of a world. Whoever calls a world says what the wall clock shows; nothing below reads it.
struct WorldClock {
    enum Mode: Equatable {
        case real
        case frozen(Instant)
    }

    private(set) var mode: Mode
    private var wall: Instant

    init(mode: Mode, wall: Instant) {
        self.mode = mode
        self.wall = wall
    }

    /// While something due is carried out: the instant it was due.
    private var standingAt: Instant?

    var now: Instant { standingAt ?? latest }

    /// What the clock shows, also while something overdue is carried out.
    var latest: Instant {
        switch mode {
        case .real: wall
        case .frozen(let instant): instant
        }
    }

    var isFrozen: Bool { mode != .real }

    /// Takes note of the wall clock; it never runs backwards for the world.
    mutating func observe(_ instant: Instant) { wall = max(wall, instant) }

    mutating func set(_ mode: Mode) { self.mode = mode }

    /// Lets `now` be the instant of what is carried out; nil ends that.
    mutating func stand(at instant: Instant?) { standingAt = instant }
}
