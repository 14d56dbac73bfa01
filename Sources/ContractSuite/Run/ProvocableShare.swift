public import ContractReport
public import OpenAPIContract

/// How many of the documented answers that a request by itself can provoke were seen.
///
/// Some answers are given for the state of the cluster, or by one profile only (`x-provoked-by` in the document): no
/// client can bring those about.
public struct ProvocableShare: Hashable, Sendable {
    public let seen: Int
    public let documented: Int

    public init(_ coverage: Coverage, _ document: OpenAPIDocument) {
        var (seen, documented) = (0, 0)
        for row in coverage.rows {
            for response in document.operation(id: row.operationID)?.responses ?? [] where !response.isOfTheCluster {
                documented += 1
                if row.count(of: response.status) > 0 { seen += 1 }
            }
        }
        (self.seen, self.documented) = (seen, documented)
    }

    /// 100 when there is nothing to see.
    public var percentage: Double { documented == 0 ? 100 : Double(seen) * 100 / Double(documented) }

    /// With one digit after the point.
    public var percentageText: String { "\((percentage * 10).rounded(.down) / 10)" }
}
