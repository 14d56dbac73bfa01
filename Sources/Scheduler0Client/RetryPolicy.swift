/// Whether and how a call that failed for a passing reason is made again.
///
/// Reads are repeated when the server was not reached, did not answer in time, or answered 502, 503 or 504. Writes only
/// after a 503, by which a Scheduler0 server says that it has done nothing (server-behaviour 2.6).
public struct RetryPolicy: Hashable, Sendable {
    /// Every call is made once.
    public static let none = RetryPolicy(attempts: 1, firstDelay: .zero)

    /// How often a call is made in all; 1 is no retry.
    public var attempts: Int
    /// The pause before the second attempt; it doubles before each further one.
    public var firstDelay: Duration
    public var longestDelay: Duration

    public init(attempts: Int, firstDelay: Duration = .milliseconds(200), longestDelay: Duration = .seconds(10)) {
        self.attempts = attempts
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
    }

    /// The pause after the failed attempt number `attempt`, counted from 1; nil when it was the last.
    func pause(after error: Scheduler0Error, attempt: Int, isWrite: Bool) -> Duration? {
        guard attempt < attempts, isPassing(error, isWrite: isWrite) else { return nil }
        var pause = firstDelay
        for _ in 1..<max(attempt, 1) where pause < longestDelay { pause = pause * 2 }
        return min(pause, longestDelay)
    }

    private func isPassing(_ error: Scheduler0Error, isWrite: Bool) -> Bool {
        switch error {
        case .refused(let refusal): refusal.status == 503 || (!isWrite && [502, 504].contains(refusal.status))
        case .unreachable, .timedOut: !isWrite
        case .invalidBaseURL, .redirected, .undecodable, .taskFailed, .cancelled: false
        }
    }
}
