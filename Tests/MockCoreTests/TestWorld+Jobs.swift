import CivilTime
import MockCore
import Testing
import WireJSON

extension TestWorld {
    /// Makes a job and answers its id.
    @discardableResult
    func job(_ members: JSONObject) -> Int64 {
        var body: JSONObject = ["projectId": 123, "timezone": "UTC", "createdBy": "t"]
        for member in members { body[member.key] = member.value }
        let accepted = call("POST", "/jobs", [.object(body)])
        #expect(accepted.status == 202)
        let task = call("GET", "/async-tasks/\(accepted.data.stringValue ?? "")").data
        #expect(task["state"] == 2)
        return (try? JSON.parse(task["output"]?.stringValue ?? ""))?[0]?["id"]?.intValue ?? 0
    }

    /// The execution log of a job, oldest first: state, last, next, version, created.
    func log(_ job: Int64) -> [String] {
        let page = call("GET", "/executions?jobId=\(job)&limit=1000&orderBy=dateCreated&orderDirection=ASC").data
        return (page["executions"]?.arrayValue ?? []).map { row in
            let state = ["scheduled", "success", "failed"][Int(row["state"]?.intValue ?? 0)]
            let times = ["lastExecutionDatetime", "nextExecutionDatetime", "dateCreated"].map {
                row[$0]?.stringValue.map { String($0.dropFirst(8).dropLast()) } ?? "-"
            }
            return
                "\(state) v\(row["executionVersion"]?.intValue ?? 0) last \(times[0]) next \(times[1]) at \(times[2])"
        }
    }

    func get(_ job: Int64) -> JSON { call("GET", "/jobs/\(job)").data }

    func explain(_ job: Int64, count: Int = 3) -> JSON {
        let call = Call(method: "GET", path: "", query: [(name: "count", value: String(count))])
        return control("GET", "jobs/\(job)/schedule", call).json
    }

    /// A webhook executor of the test's own.
    func webhook(_ members: JSONObject = [:]) -> Int64 {
        var body: JSONObject = [
            "name": "hook", "type": "webhook_url", "webhookUrl": "http://127.0.0.1:1/hook", "webhookMethod": "put",
            "createdBy": "t",
        ]
        for member in members { body[member.key] = member.value }
        return call("POST", "/executors", .object(body)).data["id"]?.intValue ?? 0
    }
}
