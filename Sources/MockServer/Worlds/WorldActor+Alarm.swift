import CivilTime
import MockCore

/// The next moment at which a world has something to do.
struct Alarm {
    fileprivate var due: Instant?
    fileprivate var task: Task<Void, any Error>?

    mutating func cancel() {
        task?.cancel()
        task = nil
        due = nil
    }
}

extension WorldActor {
    /// A sleep never lasts longer: the wall clock may be set, and the machine may sleep meanwhile.
    private static let longestSleep = Span.seconds(60)
    /// Nor shorter, once an alarm has rung: a world that is due again at once cannot keep a core busy.
    private static let shortestSleep = Span(milliseconds: 1)

    /// Sets the alarm to the instant the world names.
    func setAlarm() {
        guard !isStopped, world.nextWakeUp != alarm.due else { return }
        startAlarm(shortest: .zero)
        // A call may have run what the old alarm stood for, and whoever waits for that has to hear of it.
        polls.worldChanged()
    }

    private func startAlarm(shortest: Span) {
        alarm.cancel()
        guard !isStopped, let due = world.nextWakeUp else { return }
        let sleep = max(shortest, min(due - clock.now, Self.longestSleep))
        alarm.due = due
        alarm.task = Task {
            if sleep.milliseconds > 0 { try await Task.sleep(for: sleep.duration) }
            try Task.checkCancellation()
            ring()
        }
    }

    private func ring() {
        world.tick(wall: clock.now)
        // Forget the alarm that has rung only after the world has had its say, so that this call sets the next one.
        startAlarm(shortest: Self.shortestSleep)
        worldChanged()
    }
}
