import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/features` and the features of an account. Observed: server-behaviour 9.2.
enum Features {
    static let handlers: [String: Handler] = [
        "listFeatures": list, "addFeatureToAccount": add, "removeFeatureFromAccount": remove,
        "addAllFeaturesToAccount": addAll, "removeAllFeaturesFromAccount": removeAll,
    ]

    static func held(by account: Int64, _ db: Database) throws -> Set<Feature> {
        let ids = try db.all(
            "SELECT feature_id FROM account_features WHERE account_id = ?", [account]
        ) { $0[0] as Int64 }
        return Set(ids.compactMap(Feature.init(rawValue:)))
    }

    /// A bare array, no paging.
    private static func list(_ request: Request) throws -> Reply {
        let created = request.world.createdAt.rfc3339()
        return .success(
            .array(
                Feature.allCases.map {
                    [
                        "id": .int($0.rawValue), "name": .string($0.name), "dateCreated": .string(created),
                        "dateModified": nil,
                    ]
                }))
    }

    static func json(ofAccount id: Int64, _ request: Request) throws -> JSON {
        let held = try held(by: id, request.db)
        if held.isEmpty, request.has(.zeroDates) { return .null }
        return .array(
            Feature.allCases.filter(held.contains).map {
                ["accountId": .int(id), "featureId": .int($0.rawValue), "feature": .string($0.name)]
            })
    }

    private static func add(_ request: Request) throws -> Reply {
        let account = try Accounts.pathID(request)
        let feature = try feature(request)
        try Accounts.mustExist(account, request)
        try give(feature, to: account, request)
        return .success(["featureId": .int(feature.rawValue)], status: 201)
    }

    private static func remove(_ request: Request) throws -> Reply {
        let account = try Accounts.pathID(request)
        let feature = try feature(request)
        try Accounts.mustExist(account, request)
        try request.db.run(
            "DELETE FROM account_features WHERE account_id = ? AND feature_id = ?", [account, feature.rawValue])
        return .noContent
    }

    private static func addAll(_ request: Request) throws -> Reply {
        let account = try Accounts.pathAccount(request)
        for feature in Feature.allCases { try give(feature, to: account, request) }
        return .success(["message": "All features added successfully"])
    }

    private static func removeAll(_ request: Request) throws -> Reply {
        let account = try Accounts.pathAccount(request)
        try request.db.run("DELETE FROM account_features WHERE account_id = ?", [account])
        return .success(["message": "All features removed successfully"])
    }

    private static func feature(_ request: Request) throws -> Feature {
        guard let id = try Accounts.accountFields(request).uint("featureId"), id > 0 else {
            throw Problem.featureIDRequired
        }
        guard let feature = Feature(rawValue: id) else { throw Problem.featureUnknown(id) }
        return feature
    }

    /// Feature 3 adds its executions every time and brings the account's jobs back.
    private static func give(_ feature: Feature, to account: Int64, _ request: Request) throws {
        try request.db.run(
            "INSERT OR IGNORE INTO account_features (account_id, feature_id) VALUES (?, ?)",
            [account, feature.rawValue])
        guard feature == .executions100KPerMonth else { return }
        try Accounts.add(Accounts.featuredExecutions, to: "execution_count", of: account, request)
        try Planner(world: request.world, db: request.db).activateAll(ofAccount: account)
    }
}
