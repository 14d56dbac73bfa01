import ContractReport
import OpenAPIContract
import Testing
import WireJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What all formats have in common, and what each must not let through.
struct RendererTests {
    @Test(arguments: ReportFormat.allCases)
    func noSecretIsShown(_ format: ReportFormat) throws {
        let report = try ExampleReport.broken()
        #expect(!format.render(report).contains("hush"))
        #expect(!GitHubReport(report).stepSummary.contains("hush"))
    }

    @Test func theTerminalGetsNoControlCharacters() throws {
        let text = TerminalReport(try ExampleReport.broken()).text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(text.contains("curl -i -X POST 'http://127.0.0.1:7070/api/v1/jobs?token=***&x='\\''y'"))
        #expect(text.contains("-H 'X-API-Key: 0123***' -H 'X-Secret-Key: ***' --data-raw"))
        #expect(text.contains("RED: 1 check failed, 2 breaches"))
        #expect(text.contains("no operator: ai: prompt"))
        #expect(text.contains("GET     /api/v1/jobs       listJobs   200 –  400 –"))
    }

    @Test func theVerdictOfASoundReportIsGreen() throws {
        var report = try ExampleReport.make()
        report.checks.removeAll { $0.outcome == .failed }
        #expect(TerminalReport(report).text.hasSuffix("GREEN: the contract is kept\n"))
        report.minimumCoverage = 50
        #expect(report.isBreach)
        #expect(TerminalReport(report).text.hasSuffix("RED: coverage 0.0 % is below 50.0 %\n"))
    }

    @Test func githubCommandsAreTheReportsOwn() throws {
        let lines = GitHubReport(try ExampleReport.broken()).annotations.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != " " } } == ["::error", "::error", "::warning", "::error"])
        #expect(lines.allSatisfy { !$0.contains("\r") })
        let title = try #require(lines[1].dropFirst("::error title=".count).components(separatedBy: "::").first)
        #expect(!title.contains(",") && title.contains("%3A"))
    }

    @Test func manyFindingsGiveTenAnnotations() throws {
        var report = try ExampleReport.make()
        for _ in 0..<40 { report.add(Finding(exchange: ExampleReport.exchange)) }
        #expect(GitHubReport(report).annotations.split(separator: "\n").count == 10)
    }

    @Test func markdownStaysText() throws {
        let text = GitHubReport(try ExampleReport.broken()).stepSummary
        var isCode = false
        let prose = text.split(separator: "\n").filter { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return !isCode
        }
        #expect(
            !prose.contains {
                $0.contains("<script>") || $0.contains("::error") && !$0.hasPrefix("-") && !$0.hasPrefix("<details>")
            })
        #expect(text.contains("````http\n"), "a fence longer than the one in the body")
    }

    @Test func htmlHasNoMarkupFromOutside() throws {
        let html = HTMLReport(try ExampleReport.broken()).text
        #expect(!html.contains("<script>alert"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.components(separatedBy: "<script>").count == 2)
        #expect(!html.contains("http-equiv=\"refresh\"") && !html.contains("src=") && !html.contains("<link"))
        #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func junitIsXML() throws {
        let xml = JUnitReport(try ExampleReport.broken()).text
        #expect(!xml.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0xFFFE })
        #expect(!xml.contains("<script>") && !xml.contains("]]>"))
        #expect(xml.contains("tests=\"4\" failures=\"2\" skipped=\"1\""))
        #expect(xml.contains("<skipped message=\"no operator\"/>"))
    }

    @Test func jsonTellsEverything() throws {
        let json = try JSON.parse(JSONReport(try ExampleReport.broken()).text)
        #expect(json["passed"] == false)
        #expect(json["counts"]?["breaches"] == 2)
        #expect(json["checks"]?[2]?["reason"] == "no operator")
        let finding = try #require(json["findings"]?[0])
        #expect(finding["violations"]?[0]?["location"] == "status")
        #expect(finding["exchange"]?["request"]?["headers"]?[0]?["value"] == "0123***")
        #expect(json["coverage"]?["rows"]?[1]?["undocumented"]?[0]?["status"] == 200)
    }

    @Test(arguments: ["junit=a.xml", "json=-", "github", "html=a=b.html"])
    func theseAreDestinations(_ text: String) throws {
        let destination = try ReportDestination(parsing: text)
        #expect(text.hasPrefix(destination.format.rawValue))
        #expect(
            destination.path
                == (text.hasSuffix("-") || text == "github" ? nil : String(text.split(separator: "=", maxSplits: 1)[1]))
        )
    }

    @Test(arguments: ["", "pdf=a", "junit", "junit=", "github=x"])
    func theseAreNone(_ text: String) {
        let fault = #expect(throws: ReportDestination.Fault.self) { try ReportDestination(parsing: text) }
        #expect(fault?.description.contains("'\(text)'") == true)
    }
}
