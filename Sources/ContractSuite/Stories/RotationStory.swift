import Scheduler0API
import Scheduler0Client
import WireJSON

/// Secrets at rest are encrypted anew; keys and secrets of clients stay valid. Observed: server-behaviour 12.
enum RotationStory {
    static let story = Story("rotation", "secrets at rest are encrypted anew") { stage async throws(Stop) in
        guard let admin = stage.cast.admin else { return stage.skip("secrets are rotated", because: Cast.noAdmin) }
        for (title, body, word) in [
            ("without the old key", [:], "oldSecretKey"), ("with an empty key", ["oldSecretKey": ""], "oldSecretKey"),
            ("with a key that is no hex", ["oldSecretKey": "nonsense"], "hex"),
            ("with a key of the wrong length", ["oldSecretKey": "00ff"], "16, 24 or 32"),
        ] as [(String, JSON, String)] {
            try await stage.check("rotation \(title) is refused", "rotateSecret") {
                let answer = try await stage.raw("POST", "/account/rotate-secret", body, as: .client(admin))
                try stage.expect(answer, status: 400, word)
            }
        }
        guard stage.cast.mayHarm else {
            return stage.skip("secrets are rotated", "rotateSecret", because: Cast.harmful)
        }
        try await stage.check("every secret is encrypted anew, and opens as before", "rotateSecret") {
            let counts = try await admin.rotateSecret(oldSecretKey: String(repeating: "0f", count: 32))
            try stage.expect(counts.credentialsRotated > 0, "credentials", found: counts.credentialsRotated)
            _ = try await stage.client.listProjects()
        }
        try await stage.check("the older call does the same", "rotateCredentialSecret") {
            let counts = try await admin.rotateCredentialSecret()
            try stage.expect(counts.rotated > 0, "credentials", found: counts.rotated)
            _ = try await stage.client.listProjects()
        }
    }
}
