import CivilTime
import ContractReport
import OpenAPIContract
import WireJSON

/// Reports with all that can be in one, nasty text included.
enum ExampleReport {
    /// Text that means something to a terminal, to XML, to HTML, to Markdown and to GitHub.
    static let nasty =
        "</pre><script>alert(1)</script> ]]> & \"q\" 'a' \u{1b}[31m \u{0}\u{FFFE} | ``` %0A ::error::x\r\n::error::y"

    static func make() throws -> Report {
        let document = try ExampleDocument.make()
        var report = Report(
            kind: .suite, target: "http://user:hush@127.0.0.1:7070", document: document,
            coverage: Coverage(of: document, source: ExampleDocument.json),
            startedAt: Instant(rfc3339: "2026-11-21T10:00:00Z"))
        report.checks = [
            Check(name: "a page", story: "jobs", operationID: "listJobs", outcome: .passed, durationMilliseconds: 1.5),
            Check(name: nasty, story: "jobs", operationID: "listJobs", outcome: .failed),
            Check(name: "prompt", story: "ai", outcome: .skipped(reason: "no operator")),
        ]
        report.durationMilliseconds = 1_234
        return report
    }

    static let exchange = RecordedExchange(
        method: "POST", url: "http://127.0.0.1:7070/api/v1/jobs?token=hush&x='y",
        requestHeaders: [
            .init("X-API-Key", "0123456789abcdef"), .init("X-Secret-Key", "hush"), .init("Host", "127.0.0.1"),
        ],
        requestBody: .whole(Array(#"{"apiSecret":"hush","spec":"it's"}"#.utf8)), status: 200,
        responseHeaders: [.init("Content-Type", "application/json"), .init("Set-Cookie", "hush")],
        responseBody: .whole(Array((#"{"apiSecret":"hush","data":""# + nasty + #""}"#).utf8)),
        durationMilliseconds: 2)

    static func broken() throws -> Report {
        var report = try make()
        let checker = ExchangeChecker(document: try ExampleDocument.make())
        report.add(checker.check(exchange), of: exchange)
        report.add(
            Finding(
                checkName: "jobs: \(nasty)", operationID: "listJobs", exchange: exchange,
                expectation: .init(expected: "status 404", found: "status 200, \(nasty)")))
        return report
    }
}
