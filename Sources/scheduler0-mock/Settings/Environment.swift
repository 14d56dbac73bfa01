import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a setting comes from: a flag beats its environment variable, which beats the default.
struct Environment: Sendable {
    static let prefix = "SCHEDULER0_MOCK_"
    static var ofProcess: Environment { Environment(variables: ProcessInfo.processInfo.environment) }

    let variables: [String: String]

    /// `SCHEDULER0_MOCK_LEASE_TTL` for `lease-ttl`.
    static func variable(for flag: String) -> String {
        prefix + flag.uppercased().replacing("-", with: "_")
    }

    /// The flag's value, or its variable's; nil when neither is given. An empty variable counts as not given.
    func value<Value: ExpressibleByArgument>(
        _ given: Value?, _ flag: String
    ) throws(CommandFailure) -> Value? {
        if let given { return given }
        let name = Self.variable(for: flag)
        guard let text = variables[name], !text.isEmpty else { return nil }
        if let value = Value(argument: text) { return value }
        throw .cannotStart("\(name): '\(text)' is not valid\(Self.choices(of: Value.self))")
    }

    /// Whether a boolean flag is given, or its variable says so: `1`, `true`, `yes`; `0`, `false`, `no`.
    func isSet(_ given: Bool, _ flag: String) throws(CommandFailure) -> Bool {
        if given { return true }
        let name = Self.variable(for: flag)
        switch variables[name]?.lowercased() {
        case nil, "", "0", "false", "no": return false
        case "1", "true", "yes": return true
        case let text?: throw .cannotStart("\(name): '\(text)' is not one of 1, true, yes, 0, false, no")
        }
    }

    private static func choices<Value: ExpressibleByArgument>(of type: Value.Type) -> String {
        let values = type.allValueStrings
        return values.isEmpty ? "" : " (choose one of \(values.joined(separator: ", ")))"
    }
}
