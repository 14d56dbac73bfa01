/// Takes secrets out of what a report shows. A report is kept, mailed and published by CI; a secret in it is one leaked.
public enum SecretMask {
    static let hidden = "***"

    /// The value of a header, a query parameter or a member, fit to be shown.
    public static func shown(_ value: String, of name: String) -> String {
        if SecretName.isKey(name) { return partly(value) }
        guard SecretName.isSecret(name) else { return value }
        // The scheme of an Authorization says what kind of login was tried.
        let parts = value.split(separator: " ", maxSplits: 1)
        if parts.count == 2, name.lowercased().hasSuffix("authorization") { return "\(parts[0]) \(hidden)" }
        return hidden
    }

    /// The first characters, never more than a third of them.
    private static func partly(_ value: String) -> String { value.prefix(min(4, value.count / 3)) + hidden }

    /// A URL without the password and the secrets of its query.
    public static func shown(url: String) -> String {
        var text = url
        if let scheme = text.range(of: "://") {
            let rest = text[scheme.upperBound...]
            let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            if let at = authority.lastIndex(of: "@") {
                let user = authority[..<at].prefix { $0 != ":" }
                text = text[..<scheme.upperBound] + "\(user):\(hidden)" + text[at...]
            }
        }
        guard let mark = text.firstIndex(of: "?") else { return text }
        let pairs = text[text.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
            let value = String(pair[pair.index(after: equals)...])
            return pair[...equals] + self.shown(value, of: String(pair[..<equals]))
        }
        return text[...mark] + shown.joined(separator: "&")
    }

    /// A text in which the values of secret members are hidden: JSON, also when it is cut or broken, and forms.
    public static func shown(text: String) -> String {
        var masked = MaskingScanner(text)
        return masked.scan()
    }

    /// A violation's `found`, which quotes from the value that `pointer` leads to.
    static func shown(found: String, at pointer: String) -> String {
        let isSecret = pointer.split(separator: "/").contains { SecretName.isSecret($0) || SecretName.isKey($0) }
        guard isSecret, found.hasPrefix("string ") else { return shown(text: found) }
        return "string \(hidden)"
    }
}

extension String {
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
