import MockCore
import Testing
import WireJSON

/// What is wrong in the body of a control call is refused with its place, and changes nothing.
@Suite struct ControlBodyTests {
    @Test(arguments: [
        ("clock", #"{"mode":"frozen","nwo":"2026-01-01T00:00:00Z"}"#, "unknown member \"nwo\""),
        ("clock", #"{"mode":"warp"}"#, "mode \"warp\" is not one of real, frozen"),
        ("clock", "{}", "mode is missing: one of real, frozen"),
        (
            "clock", #"{"mode":"frozen","now":"2026-02-30T00:00:00Z"}"#,
            "now \"2026-02-30T00:00:00Z\" is not an RFC 3339 date"
        ),
        ("clock", "[]", "the body is []: an object with mode, now is needed"),
        ("tasks", #"{"mode":"after"}"#, "delay is missing: how long a task stays in each state, such as PT5S"),
        ("tasks", #"{"mode":"manual","delay":"PT5S"}"#, "delay does not go with manual"),
        (
            "executors/456/outcomes", #"{"outcomes":{"result":"success"}}"#,
            "outcomes {\"result\":\"success\"} is not a list"
        ),
        (
            "executors/456/outcomes", #"{"outcomes":[{"result":"sucess"}]}"#,
            "outcomes[0].result \"sucess\" is not one of success, failure, timeout, live"
        ),
        (
            "executors/456/outcomes", #"{"outcomes":[{}]}"#,
            "outcomes[0].result is missing: one of success, failure, timeout, live"
        ),
        (
            "executors/456/outcomes", #"{"outcomes":[{"result":"failure","times":"2"}]}"#,
            "outcomes[0].times \"2\" is not a number from 1 to 100000"
        ),
        (
            "executors/456/outcomes", #"{"outcomes":[{"result":"success","dealy":"PT1S"}]}"#,
            "unknown member \"outcomes[0].dealy\""
        ),
        (
            "executors/456/outcomes", #"{"outcomes":[{"result":"timeout","delay":"PT1S"}]}"#,
            "outcomes[0].delay does not go with timeout"
        ),
        ("sinks/a", #"{"answers":[{"status":200,"delay":"PT6M"}]}"#, "answers[0].delay \"PT6M\" is longer than PT5M"),
        ("sinks/a", #"{"answers":[{"status":200},{}]}"#, "answers[1].status is missing: a status from 200 to 599"),
        ("cluster", #"{"state":"follower","laeder":"x"}"#, "unknown member \"laeder\""),
    ])
    func isRefusedWithItsPlace(_ path: String, _ body: String, _ error: String) throws {
        let test = try TestWorld()
        let before = test.control("GET", "state").text
        let reply = test.control("PUT", path, try JSON.parse(body))
        #expect(reply.status == 400)
        #expect(reply.json["error"]?.stringValue == error)
        #expect(test.control("GET", "state").text == before)
    }

    @Test(arguments: [
        (#"{"by":"PT1H","to":"2026-01-02T00:00:00Z"}"#, "an advance goes `by` a duration or `to` a date, not both"),
        (#"{"by":"P1M"}"#, "by \"P1M\" is not a duration"),
        (#"{"by":"-PT1H"}"#, "by \"-PT1H\" is not a duration"),
        (#"{"by":"P9999999D"}"#, "the clock would stand beyond the year 9999"),
        (#"{"by":"P99999999999999D"}"#, "by \"P99999999999999D\" is not a duration"),
        (#"{"by":"PT1S","until":1}"#, "unknown member \"until\""),
    ])
    func anAdvanceIsRefusedWithItsReason(_ body: String, _ error: String) throws {
        let test = try TestWorld()
        let refusal = #expect(throws: ControlError.self) {
            try test.world.beginAdvance(Array(body.utf8), wall: test.wall)
        }
        #expect(refusal?.error == error)
    }

    @Test func aScriptSaysWhatFollowsIt() throws {
        let test = try TestWorld()
        let path = "executors/456/outcomes"
        #expect(test.control("GET", path).json["then"] == "live")
        #expect(test.control("PUT", path, ["outcomes": []]).json["then"] == "success")
    }

    @Test(arguments: [
        ("GET", "reset"), ("DELETE", "clock"), ("GET", "clock/advance"), ("POST", "state"), ("PUT", "local-executors"),
        ("DELETE", "jobs/1/schedule"), ("PATCH", "cluster"), ("PATCH", "sinks/a"),
    ])
    func aWrongMethodOnAKnownPathIsToldFromAnUnknownPath(_ method: String, _ path: String) throws {
        let test = try TestWorld()
        #expect(test.control(method, path).status == 405)
        #expect(test.control(method, path + "/nowhere/else").status == 404)
    }
}
