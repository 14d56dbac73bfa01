import ContractReport
import OpenAPIContract
import Testing

struct CheckingTests {
    private func check(
        _ method: String, _ url: String, status: Int? = 200, type: String? = "application/json",
        body: RecordedBody = .whole(Array(#"{"data":[],"success":true}"#.utf8))
    ) throws -> CheckedExchange {
        ExchangeChecker(document: try ExampleDocument.make()).check(
            RecordedExchange(
                method: method, url: url, status: status,
                responseHeaders: type.map { [.init("Content-Type", $0)] } ?? [], responseBody: body))
    }

    @Test(arguments: [
        "http://h/api/v1/jobs", "/api/v1/jobs", "http://h/worlds/a/api/v1/jobs?limit=3", "http://h/x/api/v1/jobs",
        "http://h/api/v1/api/v1/jobs",
    ])
    func theAPIIsFoundBehindAnyBasePath(_ url: String) throws {
        let checked = try check("GET", url)
        #expect(checked.operation?.id == "listJobs")
        #expect(checked.faultCount == 0)
    }

    @Test(arguments: ["http://h/api/v1x/jobs", "http://h/jobs", "http://h/api/v1/", "http://h/api/v1/jobs/1/2"])
    func otherPathsAreNotDocumented(_ url: String) throws {
        #expect(try check("GET", url).undocumented?.expected.hasPrefix("a path of the document") == true)
    }

    @Test func queryParametersAreChecked() throws {
        let checked = try check("GET", "http://h/api/v1/jobs?limit=0")
        #expect(checked.request.map(\.location) == [.queryParameter("limit")])
        #expect(checked.response.isEmpty)
    }

    @Test func aBodyThatIsNotKnownIsCheckedByItsHead() throws {
        let unread = RecordedBody.unread(reason: "gzip")
        let sound = try check("GET", "/api/v1/jobs", body: unread)
        #expect(sound.response.isEmpty)
        #expect(sound.unchecked == ["response body: gzip"])
        let wrongType = try check("GET", "/api/v1/jobs", type: "text/html", body: unread)
        #expect(wrongType.response.map(\.location) == [.responseHeader("Content-Type")])
        #expect(try check("GET", "/api/v1/jobs", status: 500, body: unread).response.map(\.location) == [.status])
    }

    @Test func anAnswerThatDidNotComeIsNotChecked() throws {
        #expect(try check("GET", "/api/v1/jobs", status: nil, body: .none).response.isEmpty)
    }

    @Test func longBodiesAreKeptShort() throws {
        let document = try ExampleDocument.make()
        var report = Report(kind: .proxy, target: "t", document: document, coverage: Coverage(of: document))
        let body = RecordedBody.whole(Array(repeating: 65, count: 1_000))
        let exchange = RecordedExchange(
            method: "GET", url: "/api/v1/jobs", status: 200,
            responseHeaders: [.init("Content-Type", "application/json")], responseBody: body)
        report.add(ExchangeChecker(document: document).check(exchange), of: exchange, bodyLimitBytes: 10)
        #expect(
            report.findings.first?.exchange?.responseBody == .beginning(Array(repeating: 65, count: 10), length: 1_000))
    }
}
