/// Job configurations, by provider.
public struct PromptResult: Codable, Hashable, Sendable {
    public var providers: [ProviderResult]
    public var classification: Classification?

    public init(
        providers: [ProviderResult] = [], classification: Classification? = nil
    ) {
        self.providers = providers
        self.classification = classification
    }
}
