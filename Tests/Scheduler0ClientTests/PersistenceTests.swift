import Scheduler0API
import Scheduler0Client
import Testing

/// Calls that take more than one request: retries, redirects, pages, tasks.
struct PersistenceTests {
    private static let job = ScriptedTransport.Step(status: 200, json: #"{"data":{"id":1},"success":true}"#)
    private static let busy = ScriptedTransport.Step(status: 503, json: #"{"data":"busy","success":false}"#)
    private static let quick = RetryPolicy(attempts: 3, firstDelay: .milliseconds(1))

    @Test func nothingIsRetriedUnlessAskedFor() async throws {
        let transport = ScriptedTransport([Self.busy, Self.job])
        let client = try client(transport)
        await #expect(throws: Scheduler0Error.self) { try await client.getJob(1) }
        #expect(transport.requests.count == 1)
    }

    @Test func readsAreRetried() async throws {
        let transport = ScriptedTransport([.failure(.unreachable("reset")), Self.busy, Self.job])
        #expect(try await client(transport, retries: Self.quick).getJob(1).id == 1)
        #expect(transport.requests.count == 3)
    }

    @Test func theLastErrorIsTold() async throws {
        let transport = ScriptedTransport([.failure(.timedOut)])
        let client = try client(transport, retries: Self.quick)
        await #expect(throws: Scheduler0Error.timedOut(after: .seconds(60))) { try await client.getJob(1) }
        #expect(transport.requests.count == 3)
    }

    @Test func writesAreRetriedOnlyWhenNothingWasDone() async throws {
        let refused = ScriptedTransport([Self.busy, .init(status: 202, json: #"{"data":"abc","success":true}"#)])
        #expect(try await client(refused, retries: Self.quick).createJobs([]) == "abc")
        #expect(refused.requests.count == 2)
        let lost = ScriptedTransport([.failure(.unreachable("reset"))])
        let client = try client(lost, retries: Self.quick)
        await #expect(throws: Scheduler0Error.unreachable("reset")) { try await client.createJobs([]) }
        #expect(lost.requests.count == 1)
    }

    @Test(arguments: [400, 401, 404, 429, 500]) func refusalsAreNotRetried(status: Int) async throws {
        let transport = ScriptedTransport([.init(status: status, json: #"{"data":"no","success":false}"#)])
        let client = try client(transport, retries: Self.quick)
        await #expect(throws: Scheduler0Error.self) { try await client.getJob(1) }
        #expect(transport.requests.count == 1)
    }

    // MARK: - Redirects

    @Test func aWriteIsCarriedToTheLeaderAsItIs() async throws {
        let transport = ScriptedTransport([
            .init(
                status: 302, json: #"{"data":null,"success":false}"#,
                headers: [HeaderField("Location", "http://leader:9090/api/v1/cluster/add-node")]),
            .init(status: 200, json: #"{"data":{"status":"node added"},"success":true}"#),
        ])
        _ = try await client(transport).addNode(2, nodeAddress: "a", clientAddress: "b")
        let (first, second) = (transport.requests[0], transport.requests[1])
        #expect(second.url == "http://leader:9090/api/v1/cluster/add-node?nodeId=2&nodeAddress=a&clientAddress=b")
        #expect(second.method == "POST" && second.body == first.body && second.headers == first.headers)
    }

    @Test func redirectsEnd() async throws {
        let transport = ScriptedTransport([
            .init(status: 302, json: "", headers: [HeaderField("Location", "http://leader:9090/api/v1/jobs")])
        ])
        let client = try client(transport)
        await #expect(throws: Scheduler0Error.redirected(to: "http://leader:9090/api/v1/jobs")) {
            try await client.createJobs([])
        }
        #expect(transport.requests.count == 3)
    }

    // MARK: - Pages

    @Test func pagesAreFetchedAsTheyAreNeeded() async throws {
        let transport = ScriptedTransport([
            .init(
                status: 200,
                json: #"{"data":{"total":3,"offset":0,"limit":2,"jobs":[{"id":1},{"id":2}]},"success":true}"#),
            .init(status: 200, json: #"{"data":{"total":3,"offset":2,"limit":2,"jobs":[{"id":3}]},"success":true}"#),
        ])
        let client = try client(transport)
        var ids: [Int64] = []
        for try await job in client.jobs(.init(limit: 2)) {
            ids.append(job.id)
            if job.id == 2 { #expect(transport.requests.count == 1) }
        }
        #expect(ids == [1, 2, 3])
        #expect(transport.requests.map { $0.url.split(separator: "?")[1] } == ["limit=2&offset=0", "limit=2&offset=2"])
    }

    @Test func aListThatNeverEndsEndsAtAnEmptyPage() async throws {
        let transport = ScriptedTransport([
            .init(status: 200, json: #"{"data":{"total":99,"jobs":[{"id":1}]},"success":true}"#),
            .init(status: 200, json: #"{"data":{"total":99,"jobs":[]},"success":true}"#),
        ])
        #expect(try await client(transport).jobs().collected().map(\.id) == [1])
        #expect(transport.requests.count == 2)
    }

    // MARK: - Tasks

    private static func task(_ state: Int, _ output: String = "") -> ScriptedTransport.Step {
        .init(
            status: 200, json: #"{"data":{"requestId":"abc","state":\#(state),"output":"\#(output)"},"success":true}"#)
    }

    @Test func aTaskIsWaitedForToItsEnd() async throws {
        let transport = ScriptedTransport([Self.task(0), Self.task(1), Self.task(2), Self.task(2, "[]")])
        let task = try await client(transport).waitForTask("abc", every: .milliseconds(1))
        // A task that has just ended may be told without its output: it is asked for again.
        #expect(task.state == .success && task.output == "[]")
        #expect(transport.requests.count == 4)
    }

    @Test func aFailedTaskIsAnError() async throws {
        let client = try client(ScriptedTransport([Self.task(3, "disk full")]))
        let error = await #expect(throws: Scheduler0Error.self) { try await client.waitForTask("abc") }
        #expect(error?.description == "task abc failed: disk full")
    }

    @Test func aTaskIsNotWaitedForForever() async throws {
        let client = try client(ScriptedTransport([Self.task(1)]))
        await #expect(throws: Scheduler0Error.timedOut(after: .milliseconds(20))) {
            try await client.waitForTask("abc", atMost: .milliseconds(20), every: .milliseconds(1))
        }
    }

    @Test func waitingCanBeCancelled() async throws {
        let client = try client(ScriptedTransport([Self.task(1)]))
        let waiting = Task { try await client.waitForTask("abc", every: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(20))
        waiting.cancel()
        await #expect(throws: Scheduler0Error.cancelled) { try await waiting.value }
    }
}
