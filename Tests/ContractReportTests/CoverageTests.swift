import ContractReport
import OpenAPIContract
import Testing
import WireJSON

struct CoverageTests {
    private func coverage() throws -> Coverage {
        Coverage(of: try ExampleDocument.make(), source: ExampleDocument.json)
    }

    @Test func countsDocumentedAnswers() throws {
        var coverage = try coverage()
        #expect(coverage.documentedPairCount == 5)
        #expect(coverage.percentage == 0)
        coverage.record(operationID: "listJobs", status: 200)
        coverage.record(operationID: "listJobs", status: 200)
        coverage.record(operationID: "deleteJob", status: 204)
        #expect(coverage.seenPairCount == 2)
        #expect(coverage.percentage == 40)
        #expect(coverage.rows[0].count(of: .exact(200)) == 2)
        #expect(coverage.unseenPairs.first == .init(operationID: "listJobs", status: .exact(400)))
    }

    @Test func anUndocumentedStatusIsKeptApart() throws {
        var coverage = try coverage()
        coverage.record(operationID: "deleteJob", status: 418)
        #expect(coverage.seenPairCount == 0)
        #expect(coverage.rows[2].seen == [418: 1])
    }

    @Test func fieldsFollowReferencesAndEndAtCircles() throws {
        let coverage = try coverage()
        #expect(
            coverage.rows[0].fields[.exact(200)] == [
                "/data", "/success", "/data/*/id", "/data/*/apiSecret", "/data/*/next",
            ])
        #expect(coverage.rows[0].fields[.exact(400)] == ["/data"])
        #expect(coverage.documentedFieldCount == 7)
    }

    @Test func fieldsAreSeenInAnyElement() throws {
        var coverage = try coverage()
        let body = JSON.document(#"{"data": [{"id": 1}, {"next": null, "other": 1}], "extra": 2}"#)
        coverage.record(operationID: "listJobs", status: 200, body: body)
        #expect(coverage.rows[0].seenFields[.exact(200)] == ["/data", "/data/*/id", "/data/*/next"])
        #expect(coverage.seenFieldCount == 3)
    }

    @Test func twoRunsAddUp() throws {
        var first = try coverage()
        var second = try coverage()
        first.record(operationID: "listJobs", status: 200)
        second.record(operationID: "listJobs", status: 200)
        second.record(operationID: "listJobs", status: 400)
        first.merge(second)
        #expect(first.rows[0].seen == [200: 2, 400: 1])
    }
}
