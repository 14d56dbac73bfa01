/// The judgement.
public struct ClassifyResult: Codable, Hashable, Sendable {
    public var classification: Classification?

    public init(
        classification: Classification? = nil
    ) {
        self.classification = classification
    }
}
