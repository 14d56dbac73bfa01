import CivilTime
import Logging
import MockCore
import WireJSON

/// One world and its turn-taking: calls are answered one after the other, other worlds run beside it.
///
/// The core decides; this actor gives it the time, waits where the core says to wait, carries its deliveries out and
/// wakes it when something falls due.
actor WorldActor {
    let name: WorldName
    let world: World
    let clock: WallClock
    let logger: Logger
    let deliveryClient: any DeliveryClient

    /// The longest a call may wait for its async task.
    ///
    /// Documented: "a GET of an unfinished task waits (bounded, 30 s at most)".
    static let longestWait = Span.seconds(30)

    var polls = LongPolls()
    var deliveries = DeliveryQueue()
    var alarm = Alarm()
    var isStopped = false
    var advances = AdvanceQueue()

    init(
        name: WorldName, options: WorldOptions, databasePath: String?, document: APIDocument,
        clock: WallClock, deliveryClient: any DeliveryClient, logger: Logger
    ) throws {
        self.name = name
        self.clock = clock
        self.deliveryClient = deliveryClient
        self.logger = logger
        world = try World(
            options: options, databasePath: databasePath, document: document, wall: clock.now)
    }

    /// Takes up what a world has to do from its start: work left over from before a restart, say.
    func wakeUp() { worldChanged() }

    /// Answers a call under `/api/v1`.
    func answer(_ call: Call) async -> Reply {
        switch ask(call, mayWait: true) {
        case .reply(let reply): return reply
        case .wait(let wait): return await longPoll(call, bound: min(wait.bound, Self.longestWait))
        case .invoke(let pending): return await invoke(pending)
        }
    }

    private func ask(_ call: Call, mayWait: Bool) -> Answer {
        let answer = world.answer(call, wall: clock.now, mayWait: mayWait)
        if call.method == "GET" { worldRead() } else { worldChanged() }
        return answer
    }

    /// Makes the call of a webhook that is only tried out: the world hears nothing of it but how it went.
    private func invoke(_ pending: PendingInvocation) async -> Reply {
        let start = clock.uptime
        let outcome = await deliveryClient.deliver(pending.delivery)
        let took = Span(milliseconds: Int64((clock.uptime - start) / .milliseconds(1)))
        return world.complete(pending, succeeded: outcome.succeeded, took: took)
    }

    /// Carries out a control call; `path` is what follows `/__admin/`, in decoded segments.
    func control(_ call: Call, path: [String]) async -> Reply {
        switch (call.method, path) {
        case ("POST", ["clock", "advance"]): await advance(call.body)
        case ("PUT", ["clock"]): await inTurn { $0.controlNow(call, path: path) }
        default: controlNow(call, path: path)
        }
    }

    private func controlNow(_ call: Call, path: [String]) -> Reply {
        let reply = world.control(method: call.method, path: path, call: call, wall: clock.now)
        if call.method == "GET" {
            worldRead()
        } else {
            deliveries.drop { !world.awaits($0) }
            worldChanged()
        }
        return reply
    }

    /// Takes in a webhook; `delay` is how long its answer is to be held back.
    func receive(sink: String, _ call: Call) -> (reply: Reply, delay: Span) {
        let answer = world.receive(sink: sink, call: call, wall: clock.now)
        worldChanged()
        return answer
    }

    /// Ends what waits: long polls answer at once, deliveries are broken off (after a restart they start anew).
    func stop() {
        isStopped = true
        polls.stop()
        alarm.cancel()
        deliveries.cancel()
        advances.landed()
    }

    /// To be called after whatever may have changed the world.
    func worldChanged() {
        polls.worldChanged()
        advances.landed()
        worldRead()
    }

    /// To be called after every call: time may have moved even where nothing was asked to change.
    private func worldRead() {
        startDeliveries()
        setAlarm()
        reportFailures()
    }

    private func reportFailures() {
        guard !world.failures.isEmpty else { return }
        for failure in world.failures { logger.error("\(failure)", metadata: ["world": "\(name)"]) }
        world.failures = []
    }

    /// Asks the world again whenever it has changed, until it answers or the wait is over.
    private func longPoll(_ call: Call, bound: Span) async -> Reply {
        let id = polls.begin()
        let expiry = Task {
            try await Task.sleep(for: bound.duration)
            polls.giveUp(id)
        }
        defer {
            expiry.cancel()
            polls.end(id)
        }
        while true {
            await withTaskCancellationHandler {
                await withCheckedContinuation { polls.sleep(id, $0) }
            } onCancel: {
                Task { await self.giveUp(id) }
            }
            let isOver = polls.isOver(id)
            switch ask(call, mayWait: !isOver) {
            case .reply(let reply): return reply
            case .wait where isOver: return .stillWaiting
            case .wait: continue
            case .invoke(let pending): return await invoke(pending)
            }
        }
    }

    private func giveUp(_ id: LongPolls.ID) { polls.giveUp(id) }
}

extension Reply {
    /// A call that must answer now was told to wait: a fault of this server.
    fileprivate static let stillWaiting = Reply(
        status: 500,
        headers: [("Content-Type", "application/json")],
        body: .json(["data": "the wait is over and the call has no answer", "success": false]))
}
