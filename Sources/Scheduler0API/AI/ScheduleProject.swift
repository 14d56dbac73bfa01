/// The project to find or create.
public struct ScheduleProject: Codable, Hashable, Sendable {
    public var name: String?
    public var description: String?

    public init(
        name: String? = nil, description: String? = nil
    ) {
        self.name = name
        self.description = description
    }
}
