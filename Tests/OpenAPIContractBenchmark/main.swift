import Foundation
import OpenAPIContract
import WireJSON

// How fast documents are read and exchanges checked:
//
//   swift run -c release contract-benchmark openapi.json
//
// The response is a page of 10 jobs with 19 members each, the answer of GET /jobs.

/// The work done in about `seconds`, as repetitions a second. Blocks of work keep the clock out of the figure.
func rate(seconds: Double = 1.5, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0
    repeat {
        for _ in 0..<50 { try work() }
        count += 50
    } while start.duration(to: clock.now) < .seconds(seconds)
    let elapsed = start.duration(to: clock.now)
    return Double(count) / (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
}

func jobsPage() -> JSON {
    let jobs = (1...10).map { number -> JSON in
        [
            "id": .int(Int64(number)), "projectId": 123, "spec": "0 30 * * * *", "data": "job payload data",
            "executorId": 456, "startDate": "2026-01-01T00:00:00Z", "endDate": "2026-12-31T23:59:59Z",
            "lastExecutionDate": nil, "timezone": "Europe/Berlin", "timezoneOffset": 3600, "retryMax": 3,
            "executionId": nil, "dateCreated": "2026-01-01T00:00:00Z", "accountId": 123, "dateModified": nil,
            "createdBy": "user@example.com", "modifiedBy": nil, "deletedBy": nil, "status": "active",
        ]
    }
    return ["data": ["total": 10, "offset": 0, "limit": 10, "jobs": .array(jobs)], "success": true]
}

func line(_ what: String, _ rate: Double) { print("\(what): \(Int(rate)) a second") }

guard CommandLine.arguments.count == 2, let data = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
    FileHandle.standardError.write(Data("usage: contract-benchmark DOCUMENT\n".utf8))
    exit(2)
}
let bytes = [UInt8](data)
let json = try JSON.parse(bytes)
let document = try OpenAPIDocument(json)
guard case .operation(let operation, _) = document.match(method: "GET", path: "/api/v1/jobs") else {
    FileHandle.standardError.write(Data("the document has no GET /api/v1/jobs\n".utf8))
    exit(2)
}
let headers = [("Content-Type", "application/json")]
let page = jobsPage()
let text = page.serialized()
let parsed = Exchange(
    method: "GET", path: "/api/v1/jobs", status: 200, responseHeaders: headers, responseBody: .json(page))
let raw = Exchange(
    method: "GET", path: "/api/v1/jobs", status: 200, responseHeaders: headers, responseBody: .bytes(text))
let faults = document.violations(of: parsed, for: operation)
guard faults.isEmpty else {
    FileHandle.standardError.write(Data("the sample breaks the document: \(faults[0])\n".utf8))
    exit(1)
}
line(
    "responses of \(text.count) bytes checked, parsed already",
    rate { _ = document.violations(of: parsed, for: operation) })
line("responses of \(text.count) bytes parsed and checked", rate { _ = document.violations(of: raw, for: operation) })
line("requests routed", rate { _ = document.match(method: "GET", path: "/api/v1/jobs/17") })
line("documents of \(bytes.count) bytes compiled", try rate { _ = try OpenAPIDocument(json) })
