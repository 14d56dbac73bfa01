extension Report {
    public struct Counts: Sendable, Hashable {
        public var passed = 0
        public var failed = 0
        public var skipped = 0
        public var exchanges = 0
        /// Findings that are breaches, the omitted ones included.
        public var breaches = 0
        public var warnings = 0
        /// Single faults of all findings.
        public var faults = 0
    }

    public var counts: Counts {
        var counts = Counts()
        for check in checks {
            switch check.outcome {
            case .passed: counts.passed += 1
            case .failed: counts.failed += 1
            case .skipped: counts.skipped += 1
            }
        }
        counts.exchanges = exchangeCount
        counts.breaches = number(of: .breach)
        counts.warnings = number(of: .warning)
        counts.faults = faultCounts.values.reduce(0, +)
        return counts
    }

    private func number(of severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity } + omitted[severity, default: 0]
    }
}
