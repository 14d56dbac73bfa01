/// One thing that was tried, and whether it held.
public struct Check: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        case passed
        /// The findings of the same report that name this check say why.
        case failed
        case skipped(reason: String)
    }

    /// Unique within its story: `a job without project is refused`.
    public var name: String
    /// What belongs together and is told in one go: `jobs`, `credentials`.
    public var story: String
    /// The operation the check is about, when it is about one.
    public var operationID: String?
    public var outcome: Outcome
    public var durationMilliseconds: Double

    public init(
        name: String, story: String, operationID: String? = nil, outcome: Outcome, durationMilliseconds: Double = 0
    ) {
        self.name = name
        self.story = story
        self.operationID = operationID
        self.outcome = outcome
        self.durationMilliseconds = durationMilliseconds
    }

    /// `jobs: a job without project is refused`
    public var fullName: String { "\(story): \(name)" }
}
