import Crypto

/// Keys, secrets and request ids: they look random and follow from the seed of the world and a number, so that the same
/// requests give the same bytes.
struct Identifiers {
    let seed: UInt64

    /// Hex digits of a new API key. Observed: server-behaviour 3.1 (about 184).
    func apiKey(_ number: Int64) -> String { hex("api-key", number, digits: 184) }

    /// The plain secret of a credential: 64 hex digits. Observed: server-behaviour 3.1.
    func secret(_ number: Int64) -> String { hex("secret", number, digits: 64) }

    /// The secret key of the server: 64 hex digits, 32 bytes.
    func secretKey(_ number: Int64) -> String { hex("secret-key", number, digits: 64) }

    /// A request id in the form of a ksuid: 27 characters of base 62. Observed: server-behaviour 2.1.
    func requestID(_ number: Int64) -> String {
        let letters = Self.base62
        return String(decoding: block("request", number, 0).prefix(27).map { letters[Int($0) % 62] }, as: UTF8.self)
    }

    private static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private func hex(_ purpose: String, _ number: Int64, digits: Int) -> String {
        var text = ""
        var part = 0
        while text.utf8.count < digits {
            for byte in block(purpose, number, part) {
                text += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
            }
            part += 1
        }
        return String(text.prefix(digits))
    }

    private func block(_ purpose: String, _ number: Int64, _ part: Int) -> [UInt8] {
        Array(SHA256.hash(data: Array("\(seed)|\(purpose)|\(number)|\(part)".utf8)))
    }
}
