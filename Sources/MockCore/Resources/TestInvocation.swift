public import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `POST /executors/{id}/test-invoke`. Observed: server-behaviour 4.5; documented: sdk-behaviour 3 (200 also when the
/// target fails).
enum TestInvocation {
    static let handlers: [String: Handler] = ["testInvokeExecutor": invoke]

    private static func invoke(_ request: Request) throws -> Reply {
        let id = try request.pathID()
        let fields = try body(request)
        guard let executor = try StoredExecutor.find(id, account: request.accountID, in: request.db) else {
            throw Problem.executorUnknown(id)
        }
        if executor.type == .local { throw Problem.localExecutorNotInvocable }
        let age = try age(fields)
        let executionTime = try fields.date("executionTime", in: .utc)
        let job = try job(fields, request, executor: id)
        let lastRun = age.map { (executionTime ?? request.now) - $0 } ?? executionTime
        let payload = Payload(world: request.world, db: request.db).single(
            job: job, lastRun: lastRun, lastState: lastRun == nil ? nil : .success)
        let invocation = Invocation(executorID: id, executorType: executor.type, payload: payload)
        return try call(executor, invocation, request)
    }

    /// Scripted or simulated at once; otherwise the edge makes the call and the world answers afterwards.
    private static func call(_ executor: StoredExecutor, _ invocation: Invocation, _ request: Request) throws -> Reply {
        let world = request.world
        let step = world.hasScripts ? try OutcomeScript.take(executor.id, request.db) : nil
        if case .outcome(let state, _)? = step {
            return invocation.reply(succeeded: state == .success, started: request.now, finished: request.now)
        }
        guard executor.type == .webhookURL, world.options.deliveries == .live else {
            return invocation.reply(succeeded: true, started: request.now, finished: request.now)
        }
        let delivery = WebhookCall(executor: executor, world: world)
            .delivery(id: world.nextDeliveryID(), body: invocation.payload)
        world.invocation = PendingInvocation(delivery: delivery, invocation: invocation, started: request.now)
        return .noContent
    }

    /// No body, or `null`, means all defaults: the Go client sends `null`.
    private static func body(_ request: Request) throws -> Fields {
        guard !request.call.body.isEmpty else { return try Fields(.null, structName: "TestInvocation") }
        return try request.fields("TestInvocation")
    }

    private static func age(_ fields: Fields) throws -> Span? {
        guard let text = try fields.text("age") else { return nil }
        guard let age = Span(goDuration: text) else { throw Problem.invalidAge(text) }
        guard age > .zero else { throw Problem.ageNotPositive }
        return age
    }

    /// The job as given, with timezone UTC and status active unless said otherwise; nothing is stored.
    private static func job(_ fields: Fields, _ request: Request, executor: Int64) throws -> StoredJob {
        let json = fields.value("job") ?? [:]
        let given = try Fields(json, structName: "Job")
        let body = try JobBody(json, goType: "models.Job")
        let zone = Zone(identifier: body.timezone ?? "UTC") ?? .utc
        let values = JobValues(
            executorID: body.executorID ?? executor, spec: body.spec ?? "", data: body.data ?? "",
            startDate: try given.date("startDate", in: zone), endDate: try given.date("endDate", in: zone),
            timezone: body.timezone ?? "UTC", timezoneOffset: body.timezoneOffset ?? 0,
            retryMax: body.retryMax ?? 0, status: JobStatus(rawValue: body.status ?? "") ?? .active)
        return StoredJob(
            id: try given.uint("id") ?? 0, accountID: try request.accountID, projectID: body.projectID ?? 0,
            values: values, createdBy: body.createdBy ?? "", dateCreated: request.now)
    }
}

/// A test call before its outcome is known.
public struct Invocation: Sendable {
    let executorID: Int64
    let executorType: ExecutorType
    let payload: JSON

    func reply(succeeded: Bool, started: Instant, finished: Instant) -> Reply {
        .success([
            "test": true, "executorId": .int(executorID), "executorType": .string(executorType.rawValue),
            "success": .bool(succeeded), "error": succeeded ? .null : .string(Self.failure),
            "startedAt": .string(started.rfc3339()), "finishedAt": .string(finished.rfc3339()),
            "durationMs": .int(max(0, (finished - started).milliseconds)), "payload": payload,
        ])
    }

    private static let failure =
        "executor reported the invocation as failed; inspect your endpoint and the server logs for details"
}

/// A test call the edge has to make before the request can be answered.
public struct PendingInvocation: Sendable {
    public let delivery: Delivery
    let invocation: Invocation
    let started: Instant
}

extension World {
    /// The answer to a test call that was made; `took` is measured, so it never enters the world's state.
    public func complete(_ pending: PendingInvocation, succeeded: Bool, took: Span) -> Reply {
        pending.invocation.reply(succeeded: succeeded, started: pending.started, finished: pending.started + took)
    }
}
