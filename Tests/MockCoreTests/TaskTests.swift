import CivilTime
import MockCore
import Testing
import WireJSON

/// Observed: server-behaviour 5. Documented: product decisions, Async task and `PUT /__admin/tasks`.
@Suite struct TaskTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func post() -> String {
        let reply = test.call("POST", "/jobs", [["projectId": 123, "timezone": "UTC", "spec": "0 9 * * *"]])
        #expect(reply.status == 202)
        let id = reply.data.stringValue ?? ""
        #expect(reply.headers.contains { $0 == ("Location", "/async-tasks/\(id)") })
        return id
    }

    private func state(_ id: String) -> JSON? { test.call("GET", "/async-tasks/\(id)").data["state"] }

    @Test func aTaskEndsAtOnceWithTheJobsAsOutput() throws {
        let task = test.call("GET", "/async-tasks/\(post())").data
        #expect(task["state"] == 2)
        #expect(task["service"] == "create_job")
        #expect(try JSON.parse(task["output"]?.stringValue ?? "")[0]?["id"] == 1)
        #expect(try JSON.parse(task["input"]?.stringValue ?? "")[0]?["spec"] == "0 9 * * *")
    }

    @Test func onTheClockATaskStaysInEachStateForItsDelay() throws {
        #expect(test.control("PUT", "tasks", ["mode": "after", "delay": "PT5S"]).status == 200)
        let id = post()
        #expect(state(id) == 0)
        try test.advance(by: "PT5S")
        #expect(state(id) == 1)
        #expect(test.call("GET", "/jobs").data["total"] == 0)
        try test.advance(by: "PT5S")
        #expect(state(id) == 2)
        #expect(test.call("GET", "/jobs").data["total"] == 1)
    }

    @Test func byHandATaskGoesWhereItIsTold() {
        #expect(test.control("PUT", "tasks", ["mode": "manual"]).status == 200)
        let id = post()
        #expect(state(id) == 0)
        #expect(test.control("POST", "tasks/\(id)", ["state": 1]).status == 200)
        #expect(state(id) == 1)
        #expect(test.control("POST", "tasks/\(id)", ["state": 2]).status == 200)
        #expect(state(id) == 2)
        #expect(test.control("POST", "tasks/\(id)", ["state": 3]).status == 409)
        #expect(test.control("POST", "tasks/none", ["state": 1]).status == 404)
    }

    @Test func aFailedTaskCreatesNothing() {
        _ = test.control("PUT", "tasks", ["mode": "manual"])
        let id = post()
        #expect(test.control("POST", "tasks/\(id)", ["state": 3, "output": "out of order"]).status == 200)
        let task = test.call("GET", "/async-tasks/\(id)").data
        #expect(task["state"] == 3)
        #expect(task["output"] == "out of order")
        #expect(test.call("GET", "/jobs").data["total"] == 0)
    }

    @Test func aTaskWhoseProjectIsGoneFailsWhole() throws {
        let project =
            test.call("POST", "/projects", ["name": "n", "description": "d", "createdBy": "t"]).data["id"] ?? 0
        _ = test.control("PUT", "tasks", ["mode": "manual"])
        let jobs: JSON = [
            ["projectId": 123, "timezone": "UTC", "spec": "0 9 * * *"],
            ["projectId": project, "timezone": "UTC", "spec": "0 9 * * *"],
        ]
        let id = test.call("POST", "/jobs", jobs).data.stringValue ?? ""
        test.call("DELETE", "/projects/\(project.intValue ?? 0)", ["deletedBy": "t"])
        _ = test.control("POST", "tasks/\(id)", ["state": 2])
        let task = test.call("GET", "/async-tasks/\(id)").data
        #expect(task["state"] == 3)
        let output = try JSON.parse(task["output"]?.stringValue ?? "")
        #expect(output["Type"] == 500)
        #expect(output["Message"]?.stringValue?.hasPrefix("failed to batch insert job repository: ") == true)
        #expect(test.call("GET", "/jobs").data["total"] == 0)
    }

    @Test func aTaskBelongsToItsAccount() {
        let id = post()
        let second = Array(TestWorld.key.prefix(2)) + [("X-Account-ID", "456")]
        #expect(test.call("GET", "/async-tasks/\(id)", as: second).status == 404)
    }

    @Test func aWaitingGetIsToldToWaitAndHowLong() throws {
        _ = test.control("PUT", "tasks", ["mode": "manual"])
        let id = post()
        let call = Call(
            method: "GET", path: "/api/v1/async-tasks/\(id)",
            headers: TestWorld.key.map { (name: $0.0, value: $0.1) })
        guard case .wait(let wait) = test.world.answer(call, wall: test.wall) else {
            Issue.record("does not wait")
            return
        }
        #expect(wait.requestID == id)
        #expect(wait.bound <= .seconds(30))
    }
}
