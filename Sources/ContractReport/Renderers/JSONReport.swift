import CivilTime
import OpenAPIContract
public import WireJSON

/// The report for programs.
public struct JSONReport: Sendable {
    private let report: Report

    public init(_ report: Report) { self.report = report }

    public var text: String { json.prettyPrinted() + "\n" }

    public var json: JSON {
        let counts = report.counts
        return [
            "kind": .string(report.kind.rawValue),
            "target": .string(SecretMask.shown(url: report.target)),
            "document": ["title": .string(report.documentTitle), "version": .string(report.documentVersion)],
            "startedAt": report.startedAt.map { .string($0.rfc3339()) } ?? .null,
            "durationMilliseconds": .double(Self.rounded(report.durationMilliseconds)),
            "passed": .bool(!report.isBreach && !report.isInterrupted),
            "interrupted": .bool(report.isInterrupted),
            "verdict": .string(ReportWords(report).verdict),
            "counts": [
                "checks": .int(Int64(report.checks.count)), "passed": .int(Int64(counts.passed)),
                "failed": .int(Int64(counts.failed)), "skipped": .int(Int64(counts.skipped)),
                "exchanges": .int(Int64(counts.exchanges)), "breaches": .int(Int64(counts.breaches)),
                "warnings": .int(Int64(counts.warnings)), "violations": .int(Int64(counts.faults)),
                "omittedFindings": .int(Int64(report.omitted.values.reduce(0, +))),
            ],
            "checks": .array(report.checks.map(Self.check)),
            "findings": .array(report.findings.map(Self.finding)),
            "coverage": coverage,
            "unchecked": .object(
                JSONObject(report.unchecked.sorted { $0.key < $1.key }.map { ($0.key, .int(Int64($0.value))) })),
            "notes": .array(report.notes.map { .string($0) }),
        ]
    }

    private static func check(_ check: Check) -> JSON {
        let outcome: (word: JSON, reason: JSON) =
            switch check.outcome {
            case .passed: ("passed", .null)
            case .failed: ("failed", .null)
            case .skipped(let reason): ("skipped", .string(reason))
            }
        return [
            "name": .string(check.name), "story": .string(check.story), "operationId": optional(check.operationID),
            "outcome": outcome.word, "reason": outcome.reason,
            "durationMilliseconds": .double(rounded(check.durationMilliseconds)),
        ]
    }

    private static func finding(_ finding: Finding) -> JSON {
        [
            "severity": .string(finding.severity.rawValue), "check": optional(finding.checkName),
            "operationId": optional(finding.operationID), "source": optional(finding.source),
            "expectation": finding.expectation.map {
                ["expected": .string($0.expected), "found": .string(SecretMask.shown(text: $0.found))]
            } ?? .null,
            "violations": .array(finding.violations.map(violation)),
            "curl": optional(FindingText(finding).curl),
            "exchange": finding.exchange.map(exchange) ?? .null,
        ]
    }

    private static func violation(_ violation: Violation) -> JSON {
        [
            "location": .string(violation.location.description), "pointer": .string(violation.pointer),
            "keyword": .string(violation.keyword), "schemaPointer": .string(violation.schemaPointer),
            "expected": .string(violation.expected), "found": .string(FindingText.found(violation)),
        ]
    }

    private static func exchange(_ exchange: RecordedExchange) -> JSON {
        [
            "method": .string(exchange.method), "url": .string(SecretMask.shown(url: exchange.url)),
            "startedAt": exchange.startedAt.map { .string($0.rfc3339()) } ?? .null,
            "durationMilliseconds": .double(rounded(exchange.durationMilliseconds)),
            "request": ["headers": headers(exchange.requestHeaders), "body": body(exchange.requestBody)],
            "response": [
                "status": exchange.status.map { .int(Int64($0)) } ?? .null,
                "headers": headers(exchange.responseHeaders), "body": body(exchange.responseBody),
            ],
        ]
    }

    /// As pairs: a repeated header is a repeated pair.
    private static func headers(_ headers: [RecordedExchange.Field]) -> JSON {
        .array(headers.map { ["name": .string($0.name), "value": .string(SecretMask.shown($0.value, of: $0.name))] })
    }

    private static func body(_ body: RecordedBody) -> JSON {
        switch body {
        case .whole([]): .null
        case .whole, .beginning: .string(SecretMask.shown(text: String(decoding: body.bytes, as: UTF8.self)))
        case .unread(let reason): ["unread": .string(reason)]
        }
    }

    private var coverage: JSON {
        let coverage = report.coverage
        return [
            "percentage": .double(Self.rounded(coverage.percentage)),
            "minimum": report.minimumCoverage.map { .double($0) } ?? .null,
            "statuses": [
                "seen": .int(Int64(coverage.seenPairCount)), "all": .int(Int64(coverage.documentedPairCount)),
            ],
            "operations": [
                "seen": .int(Int64(coverage.seenOperationCount)), "all": .int(Int64(coverage.rows.count)),
            ],
            "fields": [
                "seen": .int(Int64(coverage.seenFieldCount)), "all": .int(Int64(coverage.documentedFieldCount)),
            ],
            "rows": .array(coverage.rows.map(row)),
        ]
    }

    private func row(_ row: Coverage.Row) -> JSON {
        let answers = row.documented.map { range -> JSON in
            let pair = Coverage.Pair(operationID: row.operationID, status: range)
            let missing = row.fields[range, default: []].subtracting(row.seenFields[range, default: []])
            let count = row.count(of: range)
            return [
                "status": .string(range.description), "count": .int(Int64(count)),
                "reason": count > 0 ? .null : Self.optional(report.coverage.reasons[pair]),
                "unseenFields": .array(count > 0 ? missing.sorted().map { .string($0) } : []),
            ]
        }
        let others = row.seen.filter { row.range(of: $0.key) == nil }.sorted { $0.key < $1.key }
        return [
            "operationId": .string(row.operationID), "method": .string(row.method), "path": .string(row.path),
            "documented": .array(answers),
            "undocumented": .array(others.map { ["status": .int(Int64($0.key)), "count": .int(Int64($0.value))] }),
        ]
    }

    private static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// To a thousandth.
    private static func rounded(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }
}
