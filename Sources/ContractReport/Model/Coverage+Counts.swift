extension Coverage {
    public var documentedPairs: [Pair] {
        rows.flatMap { row in row.documented.map { Pair(operationID: row.operationID, status: $0) } }
    }

    /// Documented answers that did not occur, in the order of the document.
    public var unseenPairs: [Pair] {
        rows.flatMap { row in
            row.documented.filter { row.count(of: $0) == 0 }.map { Pair(operationID: row.operationID, status: $0) }
        }
    }

    public var seenPairCount: Int { documentedPairCount - unseenPairs.count }
    public var documentedPairCount: Int { rows.reduce(0) { $0 + $1.documented.count } }
    public var seenOperationCount: Int { rows.count { !$0.seen.isEmpty } }
    public var documentedFieldCount: Int { rows.reduce(0) { $0 + $1.fields.values.reduce(0) { $0 + $1.count } } }
    public var seenFieldCount: Int { rows.reduce(0) { $0 + $1.seenFields.values.reduce(0) { $0 + $1.count } } }

    public var provocablePairCount: Int { provocable?.count ?? documentedPairCount }
    public var seenProvocablePairCount: Int {
        provocablePairCount - unseenPairs.count { provocable?.contains($0) ?? true }
    }

    /// Answers seen, of a hundred that a request can provoke; 100 when there are none.
    public var provocablePercentage: Double {
        provocablePairCount == 0 ? 100 : Double(seenProvocablePairCount) * 100 / Double(provocablePairCount)
    }

    /// Documented answers seen, of a hundred; 100 when there are none to see.
    public var percentage: Double {
        let all = documentedPairCount
        return all == 0 ? 100 : Double(seenPairCount) * 100 / Double(all)
    }
}
