import Crypto
import Foundation

/// Secrets at rest: AES-GCM under the world's secret key.
///
/// The nonce follows from purpose and text, so that the same world gives the same bytes; two equal texts of one purpose
/// have equal boxes, which tells nobody anything here.
struct Cipher {
    /// Hex of the 32 bytes of the key.
    let keyHex: String
    private let key: SymmetricKey

    init?(keyHex: String) {
        guard let bytes = bytes(ofHex: keyHex), [16, 24, 32].contains(bytes.count) else { return nil }
        self.keyHex = keyHex
        key = SymmetricKey(data: bytes)
    }

    /// The key a world starts with.
    static func first(_ identifiers: Identifiers) throws -> Cipher {
        guard let cipher = Cipher(keyHex: identifiers.secretKey(0)) else { throw CryptoKitError.incorrectKeySize }
        return cipher
    }

    func seal(_ text: String, purpose: String) throws -> Data {
        let digest = SHA256.hash(data: Data("\(keyHex)|\(purpose)|\(text)".utf8))
        let nonce = try AES.GCM.Nonce(data: Array(digest).prefix(12))
        let box = try AES.GCM.seal(Data(text.utf8), using: key, nonce: nonce)
        return box.combined ?? Data()
    }

    /// The text of a box; nil when the key is another or the box was changed.
    func open(_ box: Data) -> String? {
        guard let sealed = try? AES.GCM.SealedBox(combined: box), let data = try? AES.GCM.open(sealed, using: key)
        else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}

/// The bytes of a text of hex digits; nil when it is none.
func bytes(ofHex text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2), !digits.isEmpty else { return nil }
    var result: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
        guard let high = Character(UnicodeScalar(digits[index])).hexDigitValue,
            let low = Character(UnicodeScalar(digits[index + 1])).hexDigitValue
        else { return nil }
        result.append(UInt8(high << 4 | low))
    }
    return result
}
