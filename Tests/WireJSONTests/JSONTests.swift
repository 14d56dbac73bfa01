import Testing
import WireJSON

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"b":1,"a":[true,false,null],"c":{"d":"e"}}"#, "[]", "{}", #""""#, "-0.5", "9223372036854775807",
        "18446744073709551616", "1e+400",
    ])
    func textComesBackAsWritten(_ text: String) throws {
        #expect(try JSON.parse(text).text == text)
    }

    @Test(arguments: [
        ("", "unexpected end of JSON input"),
        ("{", "unexpected end of JSON input"),
        ("x", "invalid character 'x' looking for beginning of value"),
        ("[1 2]", "invalid character '2' after array element"),
        (#"{"a" 1}"#, "invalid character '1' after object key"),
        (#"{"a":1 "b":2}"#, "invalid character '\"' after object key:value pair"),
        ("{a:1}", "invalid character 'a' looking for beginning of object key string"),
        ("[1,]", "invalid character ']' looking for beginning of value"),
        ("tru3", "invalid character '3' in literal true (expecting 'e')"),
        ("1.x", "invalid character 'x' after decimal point in numeric literal"),
        ("-x", "invalid character 'x' in numeric literal"),
        ("1ex", "invalid character 'x' in exponent of numeric literal"),
        ("01", "invalid character '1' after top-level value"),
        (#""\q""#, "invalid character 'q' in string escape code"),
        (#""\u12x4""#, "invalid character 'x' in \\u hexadecimal character escape"),
        ("\"a\nb\"", #"invalid character '\n' in string literal"#),
        ("{} {}", "invalid character '{' after top-level value"),
    ])
    func syntaxErrorsSpeakLikeGo(_ text: String, _ message: String) {
        #expect(throws: JSONError.self) { try JSON.parse(text) }
        do { _ = try JSON.parse(text) } catch { #expect(error.message == message) }
    }

    @Test func theOffsetCountsTheFaultyByte() {
        do { _ = try JSON.parse(#"{"a":x}"#) } catch { #expect(error.offset == 6) }
    }

    @Test func deepNestingIsRefusedNotFatal() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError(message: "exceeded max depth", offset: 513)) { try JSON.parse(text) }
    }

    @Test func surrogatesPairOrBecomeTheReplacementCharacter() throws {
        #expect(try JSON.parse(#""\ud83d\ude00""#) == .string("😀"))
        #expect(try JSON.parse(#""\ud83dx""#) == .string("\u{FFFD}x"))
        #expect(try JSON.parse(#""\ude00""#) == .string("\u{FFFD}"))
        #expect(try JSON.parse(#""\ud83d\u0041""#) == .string("\u{FFFD}A"))
    }

    @Test func ofARepeatedKeyTheLastCounts() throws {
        #expect(try JSON.parse(#"{"a":1,"b":2,"a":3}"#).text == #"{"a":3,"b":2}"#)
    }

    @Test func markupIsEscapedOnTheWire() {
        let json: JSON = ["t": "<a&b>\u{2028}\u{01}"]
        #expect(
            String(decoding: json.serialized(), as: UTF8.self) == #"{"t":"\u003ca\u0026b\u003e\u2028\u0001"}"#)
        #expect(json.text == #"{"t":"<a&b>\u2028\u0001"}"#)
    }

    @Test func objectsAreEqualWhateverTheirOrder() {
        let one: JSON = ["a": 1, "b": 2]
        let other: JSON = ["b": 2, "a": 1]
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
    }

    @Test func prettyTextReadsBack() throws {
        let json: JSON = ["a": [1, ["b": nil]], "c": [:], "d": []]
        #expect(try JSON.parse(json.prettyPrinted()) == json)
        #expect(json.prettyPrinted().split(separator: "\n").count == 10)
    }
}
