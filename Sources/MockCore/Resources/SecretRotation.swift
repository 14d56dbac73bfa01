import Foundation
import GRDB
import WireJSON

/// `POST /account/rotate-secret` and the older `POST /credentials/rotate-secret`: every secret at rest is opened with the
/// server's old key and sealed with its new one. Keys and secrets of clients stay valid.
///
/// Documented: README, Managing Credentials. Observed: server-behaviour 12.
enum SecretRotation {
    static let handlers: [String: Handler] = [
        "rotateSecret": rotate, "rotateCredentialSecret": rotateCredentials,
    ]

    private struct Counts {
        var credentials: Int64 = 0
        var executors: Int64 = 0
        var settings: Int64 = 0
    }

    /// The mock has no configuration to read a new key from: it makes the next one itself.
    private static func rotate(_ request: Request) throws -> Reply {
        guard !request.call.body.isEmpty else { throw Problem.bodyRequired(second: nil) }
        guard let json = try? JSON.parse(request.call.body), let fields = try? Fields(json, structName: "Rotate"),
            let old = try? fields.string("oldSecretKey") ?? ""
        else { throw Problem.invalidRequestBody }
        if old.isEmpty { throw Problem.oldSecretKeyRequired }
        guard let key = bytes(ofHex: old), [16, 24, 32].contains(key.count) else { throw Problem.oldSecretKeyInvalid }
        let counts =
            old.lowercased() == request.world.cipher.keyHex ? Counts() : try reseal(request)
        return .success([
            "credentialsRotated": .int(counts.credentials), "executorsRotated": .int(counts.executors),
            "aiSettingsRotated": .int(counts.settings),
        ])
    }

    private static func rotateCredentials(_ request: Request) throws -> Reply {
        .success(["rotated": .int(try reseal(request).credentials)])
    }

    private static func reseal(_ request: Request) throws -> Counts {
        let db = request.db
        let number = try db.count("SELECT value FROM world WHERE name = 'secret_key_number'") + 1
        let keyHex = request.world.identifiers.secretKey(number)
        guard let new = Cipher(keyHex: keyHex) else { throw Problem.oldSecretKeyInvalid }
        let old = request.world.cipher
        var counts = Counts()
        counts.credentials = try reseal("credentials", "id", ["secret"], from: old, to: new, db)
        counts.executors = try reseal(
            "executors", "id", ["cloud_api_key", "cloud_api_secret", "webhook_secret"], from: old, to: new, db)
        counts.settings = try reseal(
            "ai_settings", "account_id",
            [
                "openai_api_key", "anthropic_api_key", "bedrock_access_key_id", "bedrock_secret_key",
                "openrouter_api_key",
            ],
            from: old, to: new, db)
        try db.run("INSERT OR REPLACE INTO world (name, value) VALUES ('secret_key_number', ?)", [number])
        try db.run("INSERT OR REPLACE INTO world (name, value) VALUES ('secret_key', ?)", [keyHex])
        request.world.cipher = new
        return counts
    }

    /// Answers how many rows had a secret.
    private static func reseal(
        _ table: String, _ key: String, _ columns: [String], from old: Cipher, to new: Cipher, _ db: Database
    ) throws -> Int64 {
        let rows = try db.all("SELECT \(key), \(columns.joined(separator: ", ")) FROM \(table)") { row in
            (id: row[0] as Int64, boxes: columns.indices.map { row[$0 + 1] as Data? })
        }
        var changed: Int64 = 0
        for row in rows where row.boxes.contains(where: { $0 != nil }) {
            for (column, box) in zip(columns, row.boxes) {
                guard let box, let text = old.open(box) else { continue }
                let sealed = try new.seal(text, purpose: "\(table).\(column) \(row.id)")
                try db.run("UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", [sealed, row.id])
            }
            changed += 1
        }
        return changed
    }
}
