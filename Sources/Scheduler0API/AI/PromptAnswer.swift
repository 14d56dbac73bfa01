/// The answer of `POST /prompt`, which has two shapes.
///
/// Documented: at API level 1.0 a list of job configurations (README, AI-Powered Job Creation), at 1.2 an object.
public enum PromptAnswer: Codable, Hashable, Sendable {
    /// API level 1.0.
    case configurations([JobConfiguration])
    /// API level 1.2, and always of `POST /ai/prompt`.
    case result(PromptResult)

    /// The job configurations, whichever the shape.
    public var jobs: [JobConfiguration] {
        switch self {
        case .configurations(let jobs): jobs
        case .result(let result): result.providers.flatMap(\.jobs)
        }
    }

    /// What the classifier said; never there at API level 1.0.
    public var classification: Classification? {
        switch self {
        case .configurations: nil
        case .result(let result): result.classification
        }
    }

    public init(from decoder: any Decoder) throws {
        if (try? decoder.unkeyedContainer()) != nil {
            self = .configurations(try [JobConfiguration](from: decoder))
        } else {
            self = .result(try PromptResult(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .configurations(let jobs): try jobs.encode(to: encoder)
        case .result(let result): try result.encode(to: encoder)
        }
    }
}
