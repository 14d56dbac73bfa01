import Scheduler0API
import Scheduler0Client
import WireJSON

/// Features, and what they change. Observed: server-behaviour 9.2.
enum FeatureStory {
    static let story = Story("features", "features are listed, given, taken, and count") { stage async throws(Stop) in
        try await stage.check("all features are known by number and name", "listFeatures") {
            let features = try await stage.client.listFeatures()
            try stage.expectEqual(features.map(\.id), Feature.allCases.map(\.rawValue), "ids")
            try stage.expectEqual(features.map(\.name), Feature.allCases.map(\.name), "names")
        }
        guard let admin = stage.cast.admin else {
            return stage.skip("features are given and taken", because: Cast.noAdmin)
        }
        guard
            let id = try await stage.check(
                "an account", "createAccount", { try await admin.createAccount(name: stage.unique()).id })
        else { return }
        try await giveAndTake(id, admin, stage)
        try await effects(id, admin, stage)
    }

    private static func held(_ id: Int64, _ admin: Scheduler0) async throws -> [Int64] {
        try await admin.getAccount(id).features.map(\.featureID).sorted()
    }

    private static func giveAndTake(_ id: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("a feature is given, twice does no harm", "addFeatureToAccount") {
            for _ in 0..<2 {
                try stage.expectEqual(try await admin.addFeatureToAccount(id, featureID: 5).featureID, 5, "featureId")
            }
            let features = try await admin.getAccount(id).features
            try stage.expectEqual(features.map(\.featureID), [5], "features")
            try stage.expectEqual(features.first?.feature, Feature.teamMembers.name, "the name of the feature")
            try stage.expectEqual(features.first?.accountID, id, "the account of the feature")
        }
        try await stage.check("a feature is taken", "removeFeatureFromAccount") {
            try await admin.removeFeatureFromAccount(id, featureID: 5)
            try stage.expectEqual(try await held(id, admin), [], "features")
        }
        try await stage.check("all are given and taken", "addAllFeaturesToAccount") {
            _ = try await admin.addAllFeaturesToAccount(id)
            try stage.expectEqual(try await held(id, admin), Feature.allCases.map(\.rawValue), "features")
            _ = try await admin.removeAllFeaturesFromAccount(id)
            try stage.expectEqual(try await held(id, admin), [], "features")
        }
        for (method, operation) in [("PUT", "addFeatureToAccount"), ("DELETE", "removeFeatureFromAccount")] {
            for (body, status) in [
                ([:], 400), (["featureId": 0], 400), (["featureId": "x"], 400), (["featureId": 99], 404),
            ]
                as [(JSON, Int)]
            {
                try await stage.check("\(operation) with \(body.text) is refused", operation) {
                    let answer = try await stage.raw(method, "/accounts/\(id)/feature", body, as: .client(admin))
                    try stage.expect(answer, status: status)
                }
            }
        }
    }

    private static func effects(_ id: Int64, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        try await stage.check("feature 3 brings 100000 executions", "addFeatureToAccount") {
            let before = try await admin.getExecutionCount(id).executionCount
            _ = try await admin.addFeatureToAccount(id, featureID: 3)
            let after = try await admin.getExecutionCount(id).executionCount
            try stage.expectEqual(after, before + 100_000, "executions")
        }
        try await stage.check("features 6 and 7 raise the AI limits", "getAIUsage") {
            _ = try await admin.addFeatureToAccount(id, featureID: 6)
            _ = try await admin.addFeatureToAccount(id, featureID: 7)
            let usage = try await admin.getAIUsage(id)
            try stage.expectEqual(usage.classify?.limit, 100_000, "the classify limit")
            try stage.expectEqual(usage.prompt?.limit, 100_000, "the prompt limit")
        }
        try await stage.check("feature 2 allows data of 1 MB", "createJobs") {
            let home = stage.home.account
            guard stage.cast.ownsHome else { return }
            let place = try await Workplace(stage)
            let large = place.job(data: String(repeating: "x", count: 100_000))
            _ = try await admin.addFeatureToAccount(home, featureID: 2)
            let made = try await stage.made(by: stage.client, [large])
            try stage.expectEqual(made.first?.data?.utf8.count, 100_000, "bytes of data:")
            try await admin.removeFeatureFromAccount(home, featureID: 2)
            try await stage.refused(400, "100000") { () throws(Scheduler0Error) in
                try await stage.client.createJobs([large])
            }
        }
    }
}
