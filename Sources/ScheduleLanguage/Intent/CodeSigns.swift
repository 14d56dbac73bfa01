/// Tells program text from sentences.
enum CodeSigns {
    static func found(in reader: Reader) -> Bool {
        let tokens = reader.tokens
        let marks = tokens.lazy.filter { $0.isMark(oneOf: "{}=<>[]|\\^*") }.count
        if marks >= 3 { return true }
        let endsLikeCode = reader.isMark(tokens.count - 1, ";") || reader.isMark(tokens.count - 1, ")")
        if marks >= 1, endsLikeCode || reader.isWord(0, openers) { return true }
        if reader.isWord(0, shells), tokens.count > 1 { return true }
        if reader.isWord(0, openers), reader.isMark(1, "(") || reader.isMark(2, "(") { return true }
        return tokens.first.map { $0.kind == .opaque && $0.text.hasPrefix("console.") } ?? false
    }

    private static let openers = Verbs.set(
        "select insert update delete def const var let func function class import return print printf println while if for echo"
    )
    private static let shells = Verbs.set("sudo curl npm kubectl docker def const var printf println")
}
