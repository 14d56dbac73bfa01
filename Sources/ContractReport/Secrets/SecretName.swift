/// Whether a name is that of a secret, however it is written: `apiSecret`, `X-Secret-Key`, `openai_api_key`.
enum SecretName {
    /// Part of the value may be shown, to tell one key from another.
    static func isKey(_ name: some StringProtocol) -> Bool {
        let word = normalized(name)
        return word == "xapikey" || word.hasSuffix("apikey") || word.hasSuffix("accesskeyid")
    }

    /// Nothing of the value may be shown.
    static func isSecret(_ name: some StringProtocol) -> Bool {
        let word = normalized(name)
        return word.contains("secret") || word.contains("password") || word.contains("passwd")
            || words.contains(word) || word.hasSuffix("accesstoken") || word.hasSuffix("authtoken")
    }

    private static let words: Set<String> = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "token", "signature", "sig", "privatekey",
        "refreshtoken", "sessiontoken", "bearer",
    ]

    private static func normalized(_ name: some StringProtocol) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
