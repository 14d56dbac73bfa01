import Testing

@testable import MockServer

@Suite("The log")
struct LoggingTests {
    @Test func textFromOutsideStaysOnItsLine() {
        #expect(LineLogHandler.oneLine("GET /a b 200") == "GET /a b 200")
        #expect(LineLogHandler.oneLine("a\nb\r\u{1b}[31m\u{7f}é") == #"a\u{a}b\u{d}\u{1b}[31m\u{7f}é"#)
    }
}
