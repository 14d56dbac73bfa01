import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// 403: every operation asks for its scope, and for no other. Observed: server-behaviour 2.5.
enum ScopeStory {
    static let story = Story("scopes", "403 for every operation without its scope") { stage async throws(Stop) in
        for operation in stage.refusableOperations {
            guard let scope = operation.scope, operation.documents(403) else { continue }
            for wrong in [Scope.read, .write, .execute] where wrong != scope {
                guard let party = stage.cast.scoped[wrong] else {
                    stage.skip("\(operation.id) with scope \(wrong)", operation.id, because: Cast.noAdmin)
                    continue
                }
                try await stage.check("\(operation.id) needs \(scope), and \(wrong) is not enough", operation.id) {
                    let answer = try await stage.raw(
                        operation.method, operation.path(), operation.takesBody ? [:] : nil, as: .client(party.client))
                    try stage.expect(answer, status: 403, "scope: \(scope)")
                }
            }
            try await enough(scope, operation, stage)
        }
        try await grants(stage)
    }

    /// The scope itself, and admin, let the request through to the rules of the resource.
    private static func enough(_ scope: Scope, _ operation: Operation, _ stage: Stage) async throws(Stop) {
        for right in Set([scope, .admin]).sorted(by: { $0.rawValue < $1.rawValue }) {
            guard !operation.isHarmful, !operation.takesBody || operation.hasIntegerID,
                let party = stage.cast.scoped[right]
            else { continue }
            try await stage.check("\(operation.id) is allowed with \(right)", operation.id) {
                let answer = try await stage.raw(
                    operation.method, operation.path(), operation.takesBody ? [:] : nil, as: .client(party.client))
                try stage.expect(![401, 403].contains(answer.status), "neither 401 nor 403", found: answer.status)
            }
        }
    }

    private static func grants(_ stage: Stage) async throws(Stop) {
        try await stage.check("scope admin is not for everyone to grant", "createCredential") {
            try await stage.refused(403, "admin") { () throws(Scheduler0Error) in
                try await stage.home.client.createCredential(
                    CredentialCreate(createdBy: "contract suite", scopes: [.read, .admin]))
            }
        }
        guard let admin = stage.cast.admin else {
            return stage.skip("an operator grants scope admin", "createCredential", because: Cast.noAdmin)
        }
        try await stage.check("an operator or admin grants scope admin", "createCredential") {
            let made = try await admin.createCredential(
                CredentialCreate(createdBy: "contract suite", scopes: [.admin]))
            if let secret = made.secret { stage.recorder.keepSecret(secret, "the secret of a credential, shown again") }
            try stage.expectEqual(made.scopes, [.admin], "scopes")
            try await admin.deleteCredential(made.id, deletedBy: "contract suite")
        }
    }
}
