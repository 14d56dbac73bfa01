/// The models that may be used, by provider.
public typealias ModelCatalogue = [String: [ModelInfo]]
