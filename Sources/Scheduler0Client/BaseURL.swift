import Foundation

/// The start of every URL of a client.
struct BaseURL {
    /// No slash at the end.
    let text: String

    /// Nil unless `text` is an http or https URL with a host and a port that exists, without query, fragment and blanks.
    init?(_ text: String) {
        let lowered = text.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else { return nil }
        var rest = text.dropFirst(scheme.count)
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let forbidden: Set<Character> = ["?", "#", " ", "\n", "\r", "\t", "\\"]
        guard !rest.contains(where: forbidden.contains), let url = URL(string: scheme + rest),
            url.host?.isEmpty == false, url.port.map((1...65_535).contains) ?? true
        else { return nil }
        self.text = scheme + rest
    }
}
