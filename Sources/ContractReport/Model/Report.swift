public import CivilTime
public import OpenAPIContract

/// What a run of checks has found out about a server.
public struct Report: Sendable {
    public enum Kind: String, Sendable {
        case suite, har, proxy
    }

    public var kind: Kind
    /// The base URL, or the file, that was checked.
    public var target: String
    public var documentTitle: String
    public var documentVersion: String
    public var startedAt: Instant?
    public var durationMilliseconds: Double
    public var checks: [Check]
    public private(set) var findings: [Finding]
    /// Findings that were counted but not kept, see ``findingLimit``.
    public private(set) var omitted: [Finding.Severity: Int] = [:]
    public private(set) var faultCounts: [Finding.Severity: Int] = [:]
    /// The most findings kept.
    public let findingLimit: Int
    public var coverage: Coverage
    /// Requests that were answered or should have been.
    public var exchangeCount: Int
    /// Why exchanges, or parts of them, were not checked, with their number: `gzip body: 3`.
    public private(set) var unchecked: [String: Int] = [:]
    /// What else the reader should know, one line each.
    public var notes: [String] = []
    /// Whether the run was broken off, so that nothing found is not all is well.
    public var isInterrupted = false
    /// The least ``Coverage/percentage`` that is enough.
    public var minimumCoverage: Double?

    public init(
        kind: Kind, target: String, document: OpenAPIDocument, coverage: Coverage, startedAt: Instant? = nil,
        findingLimit: Int = .max
    ) {
        self.kind = kind
        self.target = target
        documentTitle = document.title
        documentVersion = document.version
        self.startedAt = startedAt
        durationMilliseconds = 0
        checks = []
        findings = []
        self.findingLimit = findingLimit
        self.coverage = coverage
        exchangeCount = 0
    }

    /// Adds a finding, or counts it when enough are kept.
    public mutating func add(_ finding: Finding) {
        faultCounts[finding.severity, default: 0] += finding.faultCount
        if findings.count < findingLimit {
            findings.append(finding)
        } else {
            omitted[finding.severity, default: 0] += 1
        }
    }

    /// Notes that something was not checked.
    public mutating func addUnchecked(_ reason: String) {
        // Reasons are few words of ours; a bound all the same, since some name what a server sent.
        let key = unchecked[reason] != nil || unchecked.count < 100 ? reason : "other reasons"
        unchecked[key, default: 0] += 1
    }

    /// Whether the contract is broken: exit code 1.
    public var isBreach: Bool {
        counts.failed > 0 || counts.breaches > 0 || !isCoveredEnough
    }

    public var isCoveredEnough: Bool { minimumCoverage.map { coverage.percentage >= $0 } ?? true }
}
