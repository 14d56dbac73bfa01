import OpenAPIContract
import Testing
import WireJSON

/// Regular expressions of ECMA-262.
@Suite struct PatternTests {
    private static let cases: [(pattern: String, right: [String], wrong: [String])] = [
        ("b", ["abc"], ["ac"]),
        ("^b", ["bc"], ["ab"]),
        ("b$", ["ab"], ["ba", "b\n"]),
        ("^$", [""], ["a"]),
        ("^a*$", ["", "aaa"], ["b"]),
        ("^a+?$", ["aa"], [""]),
        ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
        ("^a{2,}$", ["aaaa"], ["a"]),
        ("^a{2}$", ["aa"], ["aaa"]),
        ("^(a|bc)+$", ["abca"], ["ab"]),
        ("^(?:)$", [""], ["a"]),
        ("^.$", ["a", "😀"], ["\n", "\u{2028}", "ab", ""]),
        ("^[a-c_]$", ["b", "_"], ["d", "-"]),
        ("^[^a-c]$", ["d", "\n"], ["a", ""]),
        ("^[]$", [], ["", "a"]),
        ("^[^]$", ["\n"], [""]),
        ("^[\\w.-]+$", ["a-b.c_9"], ["a b"]),
        ("^[\\d-x]+$", ["1-x"], ["y"]),
        ("^[a\\-z]+$", ["a-z"], ["b"]),
        ("^\\d$", ["1"], ["x", "१"]),
        ("^\\D\\W\\S$", ["a-b"], ["1-b"]),
        ("^\\s$", [" ", "\u{00A0}", "\u{FEFF}", "\u{2028}"], ["x", "\u{200B}"]),
        ("^\\w$", ["_"], ["é"]),
        ("^\\x41\\u0042\\u{1F600}\\cA\\0\\t$", ["AB😀\u{01}\0\t"], ["AB"]),
        ("^\\uD83D\\uDE00$", ["😀"], ["x"]),
        ("\\bcat\\b", ["a cat."], ["concat", "cats"]),
        ("a\\Bb", ["ab"], ["a b"]),
        ("^(?=.*\\d)(?!.*x).{3,}$", ["ab1"], ["abc", "ax1", "a1"]),
        ("(?<=\\$)\\d", ["$5"], ["5"]),
        ("(?<!\\$)\\d", ["5"], ["$5"]),
        ("(?<=ab+)c", ["abbc"], ["ac"]),
        ("(?<name>a)b", ["ab"], ["a"]),
        ("^\\p{L}\\P{L}\\p{Lu}$", ["é1É"], ["11É", "éaÉ"]),
        ("^[\\p{Ll}\\p{gc=Nd}]+$", ["é1"], ["É"]),
        ("^\\p{ASCII}$", ["a"], ["é"]),
        ("^\\/\\.\\@\\-$", ["/.@-"], ["x"]),
        ("^a{,2}$", ["a{,2}"], ["aa"]),
        ("^{a}]$", ["{a}]"], ["a"]),
        ("^(a*)*$", ["aaa", ""], ["b"]),
        ("^(|a)+b$", ["aab", "b"], ["c"]),
        ("^(a?){3}$", ["", "aaa"], ["aaaa"]),
        ("^((ab)?c){2}$", ["abcc"], ["abab"]),
    ]

    @Test(arguments: cases.indices) func matching(_ index: Int) throws {
        let (pattern, right, wrong) = Self.cases[index]
        let schema = try Schema(["pattern": .string(pattern)])
        #expect(schema.findings.isEmpty, "\(pattern)")
        for text in right { #expect(schema.isValid(.string(text)), "\(pattern) on \(text.debugDescription)") }
        for text in wrong { #expect(!schema.isValid(.string(text)), "\(pattern) on \(text.debugDescription)") }
    }

    @Test(arguments: [
        "(", ")", "(?", "(?<a", "(?<a b>c)", "[", "[b-a]", "*", "a**", "^*", "a{3,2}", "\\", "\\x1", "\\u12",
        "\\u{110000}",
        "\\u{}", "\\c1", "\\Q", "\\p{L", "\\p", "\\01", "\\uD83D", "[\\Q]",
    ])
    func wrongExpressionsAreNamed(_ pattern: String) throws {
        let schema = try Schema(["pattern": .string(pattern)])
        #expect(schema.findings.map(\.kind) == [.unsupportedPattern])
        #expect(schema.findings.first?.message.contains("no regular expression") ?? false)
        #expect(schema.isValid("anything"))
    }

    @Test(arguments: [
        "(a)\\1", "(?<n>a)\\k<n>", "\\p{Script=Greek}", "(?i)a", "a{100000}", "((a{99}){99}){99}", "((){4999}){4999}",
    ])
    func expressionsBeyondTheEngineAreNamed(_ pattern: String) throws {
        let schema = try Schema(["pattern": .string(pattern)])
        #expect(schema.findings.map(\.kind) == [.unsupportedPattern])
        #expect(schema.findings.first?.message.contains("not supported") ?? false)
    }

    /// Each of these takes a backtracking engine longer than anybody waits.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["^(a+)+$", "^(a|aa)+$", "^(a*)*b$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    func noTextMakesAPatternHang(_ pattern: String) throws {
        let schema = try Schema(["pattern": .string(pattern)])
        #expect(!schema.isValid(.string(String(repeating: "a", count: 3_000) + "!")))
        #expect(!schema.isValid(.string(String(repeating: "x", count: 3_000))))
    }

    @Test(.timeLimit(.minutes(1))) func nestedLookAroundsGiveUpInsteadOfHanging() throws {
        let schema = try Schema(["pattern": "(?=(?:.(?=(?:.(?=.*b))*c))*d)"])
        let violation = try #require(schema.validate(.string(String(repeating: "a", count: 5_000))).first)
        #expect(violation.keyword == "pattern")
        #expect(violation.found.hasSuffix("which takes too long to match"))
    }
}
