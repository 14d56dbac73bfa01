import GRDB

/// The credentials in use, with their secrets opened: looking one up and decrypting it at every request would cost more
/// than most handlers. Whoever changes a row of `credentials` calls `forget`.
final class CredentialCache {
    struct Entry {
        let credential: StoredCredential
        private let secret: [UInt8]

        fileprivate init?(_ credential: StoredCredential, _ cipher: Cipher) {
            guard let text = cipher.open(credential.secret) else { return nil }
            self.credential = credential
            secret = Array(text.utf8)
        }

        func matches(_ secret: String) -> Bool { constantTimeEqual(Array(secret.utf8), self.secret) }
    }

    private static let mostEntries = 1000
    private var entries: [String: Entry] = [:]

    /// The credential with that key; nil when there is none, or none whose secret can be opened.
    func find(key: String, cipher: Cipher, _ db: Database) throws -> Entry? {
        if let known = entries[key] { return known }
        guard let stored = try StoredCredential.find(key: key, in: db), let entry = Entry(stored, cipher) else {
            return nil
        }
        if entries.count >= Self.mostEntries { forget() }
        entries[key] = entry
        return entry
    }

    func forget() { if !entries.isEmpty { entries = [:] } }
}
