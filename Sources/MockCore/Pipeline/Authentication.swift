import CivilTime
import Foundation
import GRDB
import Scheduler0API

/// Finds out who calls. Observed: server-behaviour 2.3, whose rows the comments name.
struct Authentication {
    let world: World
    let db: Database
    let call: Call
    let now: Instant

    func caller() throws -> Caller {
        if let caller = try byKey() { return caller }
        guard isOperator else { throw Problem.unauthorized }
        return try actingAs() ?? .operator
    }

    /// Rows 2a to 2c: key and secret come first; whatever does not fit falls through to the operator.
    private func byKey() throws -> Caller? {
        guard let key = call.header("X-API-Key"), let secret = call.header("X-Secret-Key"),
            let entry = try world.credentials.find(key: key, cipher: world.cipher, db), entry.matches(secret)
        else { return nil }
        let found = entry.credential
        guard found.dateDeleted == nil, serves(found) else { return nil }
        if found.archived, !world.quirks.contains(.archivedAuthenticates) { throw Problem.credentialArchived }
        if found.hasExpired(at: now) { throw Problem.credentialExpired }
        return .credential(id: found.id, accountID: found.accountID, scopes: found.scopes)
    }

    /// Whether the credential may be used with the account the header names.
    /// Documented: product decisions, Account header; the real server insists on the header (row 2a).
    private func serves(_ credential: StoredCredential) -> Bool {
        guard let named = call.header("X-Account-ID") else {
            return !world.quirks.contains(.accountHeaderEverywhere)
        }
        guard let id = Int64(goUnsigned: named), id > 0 else { return !world.quirks.contains(.accountHeaderEverywhere) }
        if id == credential.accountID { return true }
        return credential.scopes.contains(.admin) && !world.quirks.contains(.accountHeaderEverywhere)
    }

    /// Row 3: `X-Peer` is `cmd` or `peer` and Basic matches.
    private var isOperator: Bool {
        guard let peer = call.header("X-Peer"), ["cmd", "peer"].contains(peer),
            let authorization = call.header("Authorization"), authorization.lowercased().hasPrefix("basic "),
            let decoded = Data(base64Encoded: String(authorization.dropFirst(6)))
        else { return false }
        let expected = Array("\(world.options.operatorUsername):\(world.options.operatorPassword)".utf8)
        return constantTimeEqual(Array(decoded), expected)
    }

    /// Rows 3b to 3f.
    private func actingAs() throws -> Caller? {
        guard let key = call.header("X-Act-As-API-Key") else { return nil }
        guard let named = call.header("X-Account-ID") else { throw Problem.actAsNeedsAccount }
        guard let accountID = Int64(goUnsigned: named), accountID > 0 else { throw Problem.actAsAccountInvalid }
        guard let found = try StoredCredential.find(key: key, in: db), found.accountID == accountID,
            found.dateDeleted == nil
        else { throw Problem.actAsUnknown }
        if found.archived { throw Problem.credentialArchived }
        if found.hasExpired(at: now) { throw Problem.credentialExpired }
        return .operatorActingAs(id: found.id, accountID: found.accountID, scopes: found.scopes)
    }
}

/// Compares without telling by its duration where two texts differ.
func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    var difference = left.count ^ right.count
    for index in 0..<left.count { difference |= Int(left[index] ^ (index < right.count ? right[index] : 0)) }
    return difference == 0
}
