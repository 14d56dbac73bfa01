import CivilTime
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Trying an executor. Observed: server-behaviour 4.5, test-invoke.
enum InvocationStory {
    static let story = Story("test-invoke", "trying executors out") { stage async throws(Stop) in
        let client = stage.client
        let made = try await stage.check("an executor to try", "createExecutor") {
            let made = try await client.createExecutor(
                ExecutorCreate(
                    // Port 9 of this machine: nobody listens there.
                    name: stage.unique(), type: .webhookURL, createdBy: "contract suite",
                    webhookURL: "http://127.0.0.1:9/hook", webhookMethod: "POST"))
            stage.cleanup.add { try await client.deleteExecutor(made.id, deletedBy: "contract suite") }
            return made
        }
        guard let made else { return }
        try await stage.check("a target that does not answer is a result, not an error", "testInvokeExecutor") {
            let result = try await client.testInvokeExecutor(made.id)
            try stage.expectEqual(result.test, true, "test")
            try stage.expectEqual(result.executorID, made.id, "executorId")
            try stage.expectEqual(result.executorType, .webhookURL, "executorType")
            try stage.expectEqual(result.success, false, "success")
            _ = try stage.require(result.error, "an error")
            let start = try stage.require(result.startedAt?.instant, "startedAt")
            let end = try stage.require(result.finishedAt?.instant, "finishedAt")
            try stage.expect(start <= end, "an end after the start", found: (start, end))
        }
        try await stage.check("the job given is the job sent", "testInvokeExecutor") {
            let job = InvocationJob(spec: "@daily", data: "payload", timezone: "Europe/Berlin")
            let result = try await client.testInvokeExecutor(made.id, TestInvocation(job: job, age: "24h"))
            try stage.expectEqual(result.payload?.job?.data, "payload", "the data of the job")
            try stage.expectEqual(result.payload?.job?.timezone, "Europe/Berlin", "the timezone of the job")
        }
        for (age, word) in [("soon", "soon"), ("-1h", "positive"), ("0s", "positive")] {
            try await stage.check("an age of \(age) is refused", "testInvokeExecutor") {
                try await stage.refused(400, word) { () throws(Scheduler0Error) in
                    try await client.testInvokeExecutor(made.id, TestInvocation(age: age))
                }
            }
        }
        try await stage.check("an unknown executor cannot be tried", "testInvokeExecutor") {
            try await stage.refused(404, "999999999") { () throws(Scheduler0Error) in
                try await client.testInvokeExecutor(999_999_999)
            }
        }
        try await stage.check("a local executor cannot be tried", "testInvokeExecutor") {
            let local = try await client.registerLocalExecutor(
                LocalExecutorCreate(name: stage.unique(), command: "true", createdBy: "contract suite"))
            stage.cleanup.add { try await client.deleteExecutor(local.id, deletedBy: "contract suite") }
            try await stage.refused(400, "local") { () throws(Scheduler0Error) in
                try await client.testInvokeExecutor(local.id)
            }
        }
    }
}
