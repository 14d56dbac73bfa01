import MockCore
import Testing
import WireJSON

@Suite struct SmokeTests {
    @Test func smoke() throws {
        let test = try TestWorld()
        for (method, path) in [
            ("GET", "/healthcheck"), ("GET", "/projects"), ("GET", "/jobs"), ("GET", "/credentials"),
            ("GET", "/executors"), ("GET", "/executions"), ("GET", "/executions/totals"), ("GET", "/features"),
            ("GET", "/accounts/123"), ("GET", "/ai/models"), ("GET", "/ai/settings"), ("GET", "/nope"), ("PATCH", "/jobs"),
            ("GET", "/executions/analytics?startDate=2026-01-01&startTime=00:00"), ("GET", "/ai/prompt-requests"),
            ("GET", "/accounts/123/ai/usage"), ("GET", "/accounts/123/tokens"), ("GET", "/accounts/123/execution-count"),
        ] {
            let reply = test.call(method, path)
            print(method, path, reply.status, reply.text.prefix(300))
        }
        let created = test.call("POST", "/jobs", [["projectId": 123, "timezone": "UTC", "spec": "0 30 * * * *", "executorId": 456]])
        print(created.status, created.text)
        print(test.call("GET", "/async-tasks/\(created.data.stringValue ?? "")").text)
        print(test.call("GET", "/jobs/1").text)
        print(try test.advance(by: "PT3H"))
        print(test.call("GET", "/executions?limit=3").text)
        print(test.control("GET", "jobs/1/schedule?count=3").text)
        print(test.control("GET", "state").text.prefix(3000))
    }
}
