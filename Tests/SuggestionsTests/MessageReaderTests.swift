import Testing

@testable import Suggestions

@Suite("Words and sentences of a message")
struct MessageReaderTests {
    @Test(
        "contractions are read as their full words",
        arguments: [
            ("I'll send it", "i will send it"),
            ("I\u{2019}ll send it", "i will send it"),
            ("can't won't shan't", "can not will not shall not"),
            ("Don't, haven't, isn't", "do not have not is not"),
            ("I'm I've I'd we're", "i am i have i would we are"),
            ("let's go; it's fine", "let us go it is fine"),
            ("Anna's report", "anna's report"),
            ("gonna lemme nevermind pls", "going to let me never mind please"),
            ("dont cant", "do not can not"),
        ])
    func contractions(text: String, words: String) {
        #expect(MessageText(text).words.map(\.text).joined(separator: " ") == words)
    }

    @Test(
        "marks inside a word belong to it",
        arguments: [
            ("at 3:30 p.m. on 3/5", "at 3:30 p.m on 3/5"),
            ("mail a@b.example re: follow-up", "mail a@b.example re follow-up"),
            ("2026-03-05, v1.2!", "2026-03-05 v1.2"),
            ("caf\u{65}\u{301} na\u{EF}ve", "caf\u{65}\u{301} na\u{EF}ve"),
        ])
    func marks(text: String, words: String) {
        #expect(MessageText(text).words.map(\.text).joined(separator: " ") == words)
    }

    @Test(
        "sentences end at marks and line ends, not at abbreviations and wrapped lines",
        arguments: [
            ("One. Two! Three? Four", ["one", "two", "three", "four"]),
            ("Meet Dr. Smith at 3 p.m. tomorrow", ["meet dr smith at 3 p.m tomorrow"]),
            ("See you at 3 p.m. Bring it", ["see you at 3 p.m", "bring it"]),
            ("First line\nSecond line", ["first line", "second line"]),
            ("a wrapped\nline", ["a wrapped line"]),
            ("Really?!", ["really"]),
            ("... --- !!!", []),
        ])
    func sentences(text: String, expected: [String]) {
        let message = MessageText(text)
        let found = message.sentences.map { message.words[$0.words].map(\.text).joined(separator: " ") }
        #expect(found == expected)
    }

    @Test("only sentences that end with a question mark are questions")
    func questions() {
        #expect(MessageText("Done? Yes. Really?! ok").sentences.map(\.isQuestion) == [true, false, true, false])
    }

    @Test("a line that starts with a quotation mark or > is a quotation")
    func quotations() {
        let message = MessageText("> old\n new\n \"said\"\n\u{201C}said\u{201D}\nsaid \"so\"")
        #expect(message.quotedLines == [true, false, true, true, false])
        #expect(!message.isWhollyQuoted)
        #expect(MessageText("> a\n> b").isWhollyQuoted)
    }

    @Test("positions are Unicode scalars of what was written")
    func positions() {
        let message = MessageText("\u{1F44B} I'll go")
        #expect(message.words.map(\.range) == [2..<6, 2..<6, 7..<9])
        #expect(message.written(1..<3) == "I'll go")
    }

    @Test("blank is what has no visible sign", arguments: [("", true), (" \n\t\u{A0}", true), (" . ", false)])
    func blank(text: String, isBlank: Bool) {
        #expect(MessageText(text).isBlank == isBlank)
    }
}
