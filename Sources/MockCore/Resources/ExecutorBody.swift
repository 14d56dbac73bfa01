import Scheduler0API
import WireJSON

/// What a request says of an executor; an absent text is empty, as in Go.
struct ExecutorBody {
    let name: String
    let description: String
    let tags: [String]
    let type: String
    let cloudProvider: String
    let region: String
    let cloudResourceURL: String
    let cloudAPIKey: String
    let cloudAPISecret: String
    let webhookURL: String
    let webhookMethod: String
    let webhookSecret: String
    let command: String
    let workingDirectory: String
    let aggregatesPayload: Bool

    init(_ fields: Fields) throws {
        func text(_ key: String) throws -> String { try fields.string(key) ?? "" }
        name = try text("name")
        description = try text("description")
        tags = try fields.strings("tags") ?? []
        type = try text("type")
        cloudProvider = try text("cloudProvider")
        region = try text("region")
        cloudResourceURL = try text("cloudResourceUrl")
        cloudAPIKey = try text("cloudApiKey")
        cloudAPISecret = try text("cloudApiSecret")
        webhookURL = try text("webhookUrl")
        webhookMethod = try text("webhookMethod")
        webhookSecret = try text("webhookSecret")
        command = try text("command")
        workingDirectory = try text("workingDir")
        aggregatesPayload = try fields.bool("payloadAggregation") ?? false
    }

    /// The type, when it has all its fields. Observed: server-behaviour 4.5, POST (order and words).
    func checkedType() throws -> ExecutorType {
        if name.isEmpty { throw Problem.executorFieldRequired("executor name is required") }
        guard let type = ExecutorType(rawValue: type) else { throw Problem.executorTypeInvalid }
        for (value, what) in requirements(of: type) where value.isEmpty {
            throw Problem.executorFieldRequired("\(what) for \(Self.plural(type))")
        }
        if type == .webhookURL {
            if webhookURL.isEmpty { throw Problem.executorFieldRequired("webhook url is required") }
            if webhookMethod.isEmpty { throw Problem.executorFieldRequired("webhook method is required") }
        }
        return type
    }

    private func requirements(of type: ExecutorType) -> [(String, String)] {
        switch type {
        case .local: [(command, "command is required")]
        case .webhookURL: []
        case .cloudFunction:
            [
                (cloudProvider, "cloud provider is required"), (region, "region is required"),
                (cloudResourceURL, "cloud resource URL is required"), (cloudAPIKey, "cloud API key is required"),
                (cloudAPISecret, "cloud API secret is required"),
            ]
        }
    }

    private static func plural(_ type: ExecutorType) -> String {
        switch type {
        case .local: "local executors"
        case .webhookURL: "webhook executors"
        case .cloudFunction: "cloud function executors"
        }
    }
}
