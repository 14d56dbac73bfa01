import ContractReport
import OpenAPIContract
import Testing
import WireJSON

struct HARTests {
    /// A HAR with these entries.
    private func har(_ entries: String...) -> [UInt8] {
        Array(
            #"{"log":{"version":"1.2","creator":{"name":"t","version":"1"},"entries":[\#(entries.joined(separator: ","))]}}"#
                .utf8)
    }

    private func entry(
        _ method: String = "GET", _ url: String = "http://h/api/v1/jobs", request: String = "", status: Int = 200,
        content: String = #"{"size":11,"mimeType":"application/json","text":"{\"data\":[],\"success\":true}"}"#
    ) -> String {
        """
        {"startedDateTime":"2026-11-21T10:00:00.000Z","time":12.5,"request":{"method":"\(method)","url":"\(url)",\
        "httpVersion":"HTTP/1.1","headers":[],"queryString":[]\(request)},"response":{"status":\(status),\
        "headers":[],"content":\(content)}}
        """
    }

    private func check(_ bytes: [UInt8], _ options: HARCheck.Options = .init()) throws -> Report {
        try HARCheck(document: try ExampleDocument.make(), source: ExampleDocument.json, options: options)
            .report(of: bytes, fileName: "t.har")
    }

    @Test func soundTrafficIsGreen() throws {
        let report = try check(har(entry(), entry("GET", "https://other/base/worlds/a/api/v1/jobs?limit=2")))
        #expect(!report.isBreach)
        #expect(report.exchangeCount == 2)
        #expect(report.coverage.rows[0].seen == [200: 2])
        #expect(report.durationMilliseconds == 25)
    }

    @Test func whatIsNotDocumentedIsABreach() throws {
        let report = try check(
            har(
                entry("PATCH"), entry("GET", "http://h/api/v1/teapots"), entry("GET", "http://h/favicon.ico"),
                entry(status: 418)))
        #expect(report.counts.breaches == 4)
        #expect(report.findings.map(\.source) == (0...3).map { "t.har, /log/entries/\($0)" })
    }

    @Test func aBrokenBodyIsABreachWithItsPlace() throws {
        let content = #"{"mimeType":"application/json","text":"{\"data\":[{\"id\":\"x\"}],\"success\":true}"}"#
        let report = try check(har(entry(content: content)))
        #expect(report.findings.first?.violations.first?.pointer == "/data/0/id")
    }

    @Test func base64IsRead() throws {
        let content = #"{"mimeType":"application/json","encoding":"base64","text":"eyJkYXRhIjpbXX0="}"#
        let report = try check(har(entry(content: content)))
        #expect(report.findings.first?.violations.first?.keyword == "required")
        let wrong = #"{"mimeType":"application/json","encoding":"base64","text":"***"}"#
        #expect(throws: HARError.self) { try check(har(entry(content: wrong))) }
    }

    @Test func aWrongRequestIsABreachOnlyWhenAskedFor() throws {
        let bytes = har(
            entry(
                "POST", request: #","postData":{"mimeType":"application/json","text":"{}"}"#, status: 202,
                content: #"{"size":0}"#))
        let lenient = try check(bytes)
        #expect(!lenient.isBreach)
        #expect(lenient.counts.warnings == 1)
        #expect(try check(bytes, .init(strictRequests: true)).isBreach)
    }

    @Test func bodiesThatWereNotRecordedAreUnchecked() throws {
        let report = try check(har(entry(content: #"{"size":500,"mimeType":"application/json"}"#)))
        #expect(!report.isBreach)
        #expect(report.unchecked == ["response body: not in the file": 1])
    }

    @Test func otherHostsAreLeftOut() throws {
        let bytes = har(entry("GET", "http://cdn.example/x.js"), entry("GET", "http://API.example:80/api/v1/jobs"))
        #expect(try check(bytes, .init(hosts: ["api.example"])).exchangeCount == 1)
        #expect(try check(bytes, .init(hosts: ["api.example:80"])).exchangeCount == 1)
        let error = #expect(throws: HARError.self) { try check(bytes, .init(hosts: ["h"])) }
        #expect(
            error?.description
                == "t.har: /log/entries: no entry is for h; the file has api.example:80, cdn.example")
    }

    @Test func preflightsAndRequestsWithoutAnswerAreNoCalls() throws {
        let preflight = entry("OPTIONS", request: "", status: 204, content: "{}").replacing(
            #""headers":[],"queryString""#,
            with: #""headers":[{"name":"Access-Control-Request-Method","value":"GET"}],"queryString""#)
        let report = try check(har(preflight, entry(status: 0), entry()))
        #expect(report.exchangeCount == 1)
        #expect(report.unchecked == ["a browser's CORS preflight": 1, "no answer was recorded": 1])
    }

    @Test func whatABrowserRecordsBesideHTTPIsLeftOut() throws {
        let others = ["wss://h/socket", "data:image/png;base64,AAAA", "chrome-extension://abc/x.js"]
        let entries = others.map { entry("GET", $0) } + [entry()]
        let report = try HARCheck(document: try ExampleDocument.make())
            .report(
                of: Array(#"{"log":{"entries":[\#(entries.joined(separator: ","))]}}"#.utf8), fileName: "t.har")
        #expect(!report.isBreach && report.exchangeCount == 1)
        #expect(Set(report.unchecked.keys) == ["no HTTP: wss", "no HTTP: data", "no HTTP: chrome-extension"])
    }

    @Test(arguments: [
        ("", "line 1, column 1: no JSON"),
        ("{\n  \"log\": }", "line 2, column"),
        ("[]", "/log: a HAR is an object with the member log"),
        (#"{"log":{}}"#, "/log/entries: expected a list, found none"),
        (#"{"log":{"version":"2.0","entries":[]}}"#, "/log/version: version 2.0 is not 1.1 or 1.2"),
        (#"{"log":{"entries":[]}}"#, "/log/entries: no entries, so nothing to check"),
        (#"{"log":{"entries":[{}]}}"#, "/log/entries/0/request/method: expected a string, found none"),
        (
            #"{"log":{"entries":[{"request":{"method":"GET","url":"/a"},"response":{"status":200}}]}}"#,
            "/log/entries/0/request/url: expected an absolute http or https URL, found /a"
        ),
        (
            #"{"log":{"entries":[{"request":{"method":"GET","url":"http://h/"},"response":{"status":"ok"}}]}}"#,
            "/log/entries/0/response/status: expected a whole number, found a value of type string"
        ),
    ])
    func whatIsNoHARIsRefusedWithItsPlace(_ text: String, _ words: String) {
        let error = #expect(throws: HARError.self) { try check(Array(text.utf8)) }
        #expect(error?.description.hasPrefix("t.har: \(words)") == true, "\(error?.description ?? "none")")
    }
}
