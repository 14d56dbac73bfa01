/// The one place where this module reads a clock.
struct Stopwatch: Sendable {
    private let started = ContinuousClock.now

    /// Since it was made.
    var milliseconds: Double { (ContinuousClock.now - started) / .milliseconds(1) }
}
