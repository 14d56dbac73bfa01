import MockCore
import Testing
import WireJSON

/// Documented: product decisions, `GET /__admin/jobs/<id>/schedule`.
@Suite struct ExplainTests {
    private let test: TestWorld
    private let local: Int64

    init() throws {
        test = try TestWorld()
        let body: JSON = ["name": "l", "command": "c", "createdBy": "t"]
        local = test.call("POST", "/local-executors", body).data["id"]?.intValue ?? 0
    }

    @Test(
        arguments: [
            (["spec": "0 9 * * *", "status": "inactive"], "inactive"),
            (["spec": "0 9 * * *", "endDate": "2025-12-31T00:00:00Z"], "ended"),
            (["spec": "0 9 * * *", "endDate": "2026-01-01T08:00:00Z"], "ended"),
            (["startDate": "2025-06-01T00:00:00Z", "endDate": "2025-07-01T00:00:00Z"], "ended"),
            (["startDate": "2025-06-01T00:00:00Z"], "completed"),
            (["spec": "0 0 30 2 *"], "impossible"),
        ] as [(JSONObject, JSON)])
    func aJobWithNothingToComeHasItsReason(_ members: JSONObject, _ reason: JSON) {
        let explained = test.explain(test.job(members))
        #expect(explained["next"] == [])
        #expect(explained["reason"] == reason)
    }

    @Test func theReasonMayBeTheExecutorOrTheAccount() throws {
        let pulled = test.job(["spec": "0 9 * * *", "executorId": .int(local)])
        #expect(test.explain(pulled)["reason"] == "no_lease")
        test.call("GET", "/local-executors/\(local)/jobs")
        #expect(test.explain(pulled)["reason"] == .null)
        // A thousand runs are what an account has.
        let busy = test.job(["spec": "* * * * * *"])
        try test.advance(by: "PT20M")
        #expect(test.explain(busy)["reason"] == "quota")
        #expect(test.get(busy)["status"] == "inactive")
    }
}
