import OpenAPIContract
import Testing
import WireJSON

/// The formats that are checked, at their edges.
@Suite struct FormatTests {
    private static let texts: [(format: String, right: [String], wrong: [String])] = [
        (
            "date-time",
            [
                "2026-01-31T08:00:00Z", "2026-01-31t08:00:00.123456789z", "2024-02-29T23:59:59+05:30",
                "1998-12-31T23:59:60Z", "1998-12-31T15:59:60-08:00", "0000-01-01T00:00:00Z",
            ],
            [
                "2026-01-31T08:00:00", "2026-01-31 08:00:00Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
                "2026-01-31T24:00:00Z", "2026-01-31T08:00Z", "2026-01-31T08:00:00.Z", "2026-01-31T08:00:00+0530",
                "2026-01-31T08:00:00+24:00", "1998-12-31T22:59:60Z", "26-01-31T08:00:00Z", "2026-01-31T08:00:00ZZ",
                "２０２６-01-31T08:00:00Z", "",
            ]
        ),
        (
            "date", ["2026-01-31", "2000-02-29"],
            ["2026-1-31", "1900-02-29", "2026-04-31", "2026-00-01", "2026-01-31T"]
        ),
        ("time", ["08:00:00Z", "23:59:60Z", "08:00:00.5-01:00"], ["08:00:00", "8:00:00Z", "08:60:00Z", "12:00:60Z"]),
        (
            "duration", ["P1D", "PT1H30M", "P4W", "P1Y2M3DT4H5M6S", "PT0S"],
            ["P", "PT", "P1DT", "1D", "P1H", "PT1D", "P1W2D", "PT1.5H", "P1D2Y", "P1YT1S1M", "P-1D", "PT1H1S", "P１D"]
        ),
        (
            "email", ["joe@example.com", "\"joe bloggs\"@a.b", "a+b@[127.0.0.1]", "a@[IPv6:::1]", "~@x"],
            ["example.com", "@a.b", "a@", "a..b@c.d", ".a@b.c", "a@-b.c", "a b@c.d", "a@b@c", "a@[1.2.3]", "é@b.c"]
        ),
        ("idn-email", ["é@b.c", "a@é.c"], ["é", "a b@é.c"]),
        (
            "hostname", ["a", "a.b-c.example", "xn--nxasmq6b", String(repeating: "a", count: 63) + ".b", "1.2.3.4"],
            ["", "-a", "a-", "a..b", "a_b", "a.", String(repeating: "a", count: 64), "é.example", "ab--cd", "xn--X"]
        ),
        (
            "ipv4", ["0.0.0.0", "255.255.255.255"],
            ["1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "1.2.3.4 ", "1..2.3"]
        ),
        (
            "ipv6",
            [
                "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1::8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4",
                "1:2:3:4:5:6:7::",
            ],
            [
                "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", "1:2:3:4:5:6:7:8::",
                "::1%eth0", "1.2.3.4", ":1:2:3:4:5:6:7", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4",
            ]
        ),
        (
            "uri", ["http://a/b?c#d", "urn:a:b", "http://u:p@[::1]:80/", "mailto:a@b.c", "a:", "http://a/%41"],
            [
                "", "/a", "a b:c", "http://a b/", "http://a/%4", "http://[::1/", "http://a:b/", "//a", "1a:b",
                "http://é/",
            ]
        ),
        (
            "uri-reference", ["", "/a", "a/b", "?c", "#d", "//a/b", "http://a"],
            ["a b", "a:b c", "\\a", "#a#b", "1a:b"]
        ),
        ("iri", ["http://é/ü"], ["/é", "http://a b/"]),
        ("iri-reference", ["/é", "é"], ["\\é"]),
        (
            "uri-template", ["/a/{b}/{+c*}{?d:3,e}", "", "/%41"],
            ["/a/{b", "/a}b", "{}", "{a:0}", "{a:10000}", "{=a}", "/ ", "%4"]
        ),
        (
            "uuid", ["00000000-0000-4000-8000-00000000000a", "ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB"],
            [
                "00000000000040008000000000000000", "0000000-00000-4000-8000-00000000000a",
                "g0000000-0000-4000-8000-00000000000a", "",
            ]
        ),
        ("regex", ["^a(b|c)*$", "(?<y>a)\\k<y>", "\\p{Script=Greek}"], ["(a", "a{2,1}", "[z-a]", "\\Z", "*a"]),
        ("json-pointer", ["", "/a/~0~1/", "/"], ["a", "/~", "/~2", "#/a"]),
        ("relative-json-pointer", ["0", "1/a", "10#"], ["", "/a", "-1/a", "01", "1a", "1##"]),
        ("byte", ["", "YQ==", "YWI=", "YWJj", "+/+/"], ["YQ", "YQ=", "Y===", "YW\nJj", "-_-_", "YQ==YQ=="]),
    ]

    @Test(arguments: texts.indices) func ofTexts(_ index: Int) throws {
        let (format, right, wrong) = Self.texts[index]
        let schema = try Schema(["format": .string(format)])
        #expect(schema.findings.isEmpty)
        for text in right { #expect(schema.isValid(.string(text)), "\(format) \(text)") }
        for text in wrong { #expect(!schema.isValid(.string(text)), "\(format) \(text)") }
    }

    private static let numbers: [(format: String, right: [JSON], wrong: [JSON])] = [
        ("int32", [2_147_483_647, -2_147_483_648, 1.0], [2_147_483_648, 1.5, .bigNumber("99999999999999999999")]),
        ("int64", [9_223_372_036_854_775_807, 1e18], [.bigNumber("9223372036854775808"), 0.5, 1e19]),
        ("float", [3.4e38, 1], [3.5e38]),
        ("double", [1.7e308, 1], [.bigNumber("1e400")]),
    ]

    @Test(arguments: numbers.indices) func ofNumbers(_ index: Int) throws {
        let (format, right, wrong) = Self.numbers[index]
        let schema = try Schema(["format": .string(format)])
        for number in right { #expect(schema.isValid(number), "\(format) \(number)") }
        for number in wrong { #expect(!schema.isValid(number), "\(format) \(number)") }
    }

    @Test func aFormatIsAboutItsOwnKindOfValueOnly() throws {
        #expect(try Schema(["format": "date"]).isValid(12))
        #expect(try Schema(["format": "int32"]).isValid("12"))
    }

    @Test func binaryAndPasswordExcludeNothing() throws {
        for format in ["binary", "password"] {
            let schema = try Schema(["format": .string(format)])
            #expect(schema.findings.isEmpty)
            #expect(schema.isValid("\u{0}é"))
        }
    }
}
