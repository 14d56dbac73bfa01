import MockCore
import WireJSON

/// The account and the credential of a seed that a test begins with: the first of the seed.
struct SeedLogin: Equatable {
    var accountID: Int64?
    var apiKey: String?
    var apiSecret: String?
}

extension SeedLogin {
    init(_ seed: WorldOptions.Seed) {
        switch seed {
        // Documented: product, section 3.
        case .quickstart: self.init(accountID: 123, apiKey: "api-key", apiSecret: "api-secret")
        case .empty: self.init(accountID: 1)
        case .document(let document, _):
            let credential = document["credentials"]?[0]
            self.init(
                accountID: credential?["accountId"]?.intValue ?? document["accounts"]?[0]?["id"]?.intValue,
                apiKey: credential?["apiKey"]?.stringValue, apiSecret: credential?["apiSecret"]?.stringValue)
        }
    }
}
