/// Cuts normalised text into tokens, in one pass from left to right.
struct Tokenizer {
    let letters: [Letter]
    var at = 0
    var tokens: [Token] = []

    init(_ text: String) {
        letters = Self.unquoted(Normaliser.letters(of: text))
        tokens.reserveCapacity(letters.count / 4 + 4)
    }

    /// A prompt that stands in quotes as a whole is meant as it is.
    private static func unquoted(_ letters: [Letter]) -> [Letter] {
        let quote = UInt8(ascii: "\"")
        guard let first = letters.firstIndex(where: { $0.byte != .space }),
            let last = letters.lastIndex(where: { $0.byte != .space }), last > first,
            letters[first].byte == quote, letters[last].byte == quote,
            letters[(first + 1)..<last].allSatisfy({ $0.byte != quote })
        else { return letters }
        return Array(letters[(first + 1)..<last])
    }

    /// The tokens of a prompt, spelling repaired and number words read.
    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return NumberWords.merged(SpellingRepair.repaired(CompoundWords.joined(tokenizer.tokens)))
    }

    private mutating func run() {
        while at < letters.count {
            let start = at
            let byte = letters[at].byte
            if byte == .space {
                at += 1
            } else if byte.isDigit || startsDecimal {
                readNumeric()
            } else if byte.isWordLetter {
                readWord()
            } else {
                readMark(byte)
            }
            if at <= start { at = start + 1 }
        }
    }

    private var startsDecimal: Bool {
        guard at + 1 < letters.count, letters[at + 1].byte.isDigit else { return false }
        if letters[at].byte == UInt8(ascii: ":") { return at == 0 || letters[at - 1].byte == .space }
        return letters[at].byte == UInt8(ascii: ".") && (at == 0 || letters[at - 1].byte == .space)
    }

    // MARK: Looking

    func byte(_ index: Int) -> UInt8 { index >= 0 && index < letters.count ? letters[index].byte : 0 }

    /// Where the run of bytes that satisfy the condition ends.
    func end(from start: Int, while condition: (UInt8) -> Bool) -> Int {
        var index = start
        while index < letters.count, condition(letters[index].byte) { index += 1 }
        return index
    }

    func text(_ range: Range<Int>) -> String {
        String(
            decoding: letters[range].lazy.map { $0.byte == Letter.foreign ? UInt8(ascii: "~") : $0.byte }, as: UTF8.self
        )
    }

    mutating func add(_ kind: Token.Kind, _ range: Range<Int>, text custom: String? = nil) {
        guard let first = letters[range].first, let last = letters[range].last else { return }
        tokens.append(
            Token(
                kind: kind, text: custom ?? text(range), source: first.source.lowerBound..<last.source.upperBound,
                isSpaced: range.lowerBound == 0 || letters[range.lowerBound - 1].byte == .space,
                isCapitalised: first.isUpper))
        at = range.upperBound
    }

    /// Whether a word, number or mark can end before that place.
    func isBoundary(_ index: Int) -> Bool {
        let next = byte(index)
        return !next.isWordLetter && !next.isDigit
    }

    // MARK: Words

    private mutating func readWord() {
        let start = at
        let run = end(from: start) { $0 != .space && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") && $0 != 0x22 }
        if readLink(start..<run) || readEmail(start..<run) || readZoneName(start) { return }
        var stop = end(from: start) { $0.isWordLetter || $0.isDigit }
        if readDottedMeridiem(start, stop) { return }
        // "at9am": the space was left out.
        let wordEnd = end(from: start) { $0.isWordLetter }
        if wordEnd < stop, Self.gluedWords.contains(text(start..<wordEnd)) { return add(.word, start..<wordEnd) }
        // Identifiers (order.created, backup_job, v2.5) stay whole and mean nothing here.
        var isIdentifier = false
        while stop + 1 < letters.count, "_./:\\".utf8.contains(byte(stop)) {
            let separator = byte(stop)
            let next = byte(stop + 1)
            let joins =
                separator == UInt8(ascii: "_") || separator == 0x5C
                || (next.isWordLetter && separator == UInt8(ascii: "."))
            guard joins, next.isWordLetter || next.isDigit || next == UInt8(ascii: "_"),
                !isAbbreviation(start..<stop) || startsDomain(stop + 1)
            else { break }
            isIdentifier = true
            stop = end(from: stop + 1) { $0.isWordLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
        }
        if isIdentifier { return add(.opaque, start..<stop) }
        stop = apostropheEnd(stop)
        add(.word, start..<stop)
    }

    /// `mon.tue` is a list with a slip; `order.created` is a name.
    private func isAbbreviation(_ range: Range<Int>) -> Bool {
        let word = text(range)
        return Lexicon.weekday(word) != nil || Lexicon.month(word) != nil
    }

    private static let gluedWords = WordSet(
        """
        at every until by
        """)

    /// `Monday.com` is a site.
    private func startsDomain(_ start: Int) -> Bool {
        Self.domains.contains(text(start..<end(from: start) { $0.isWordLetter }))
    }

    private static let domains = WordSet(
        """
        com org net io co ai app dev
        """)

    /// Takes `'s`, `n't`, `'ll`, `o'clock` with the word they end.
    private func apostropheEnd(_ stop: Int) -> Int {
        guard byte(stop) == UInt8(ascii: "'"), byte(stop + 1).isWordLetter else { return stop }
        return end(from: stop + 1) { $0.isWordLetter }
    }

    /// `a.m.` and `p.m.`, also standing alone after a number and a space.
    private mutating func readDottedMeridiem(_ start: Int, _ stop: Int) -> Bool {
        guard stop == start + 1, byte(stop) == UInt8(ascii: "."), byte(stop + 1) == UInt8(ascii: "m"),
            byte(start) == UInt8(ascii: "a") || byte(start) == UInt8(ascii: "p"), isBoundary(stop + 2)
        else { return false }
        let end = byte(stop + 2) == UInt8(ascii: ".") ? stop + 3 : stop + 2
        add(.word, start..<end, text: byte(start) == UInt8(ascii: "a") ? "am" : "pm")
        return true
    }

    private mutating func readLink(_ run: Range<Int>) -> Bool {
        let word = text(run.lowerBound..<min(run.lowerBound + 8, run.upperBound))
        guard word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("www.") else { return false }
        add(.link, run)
        return true
    }

    private mutating func readEmail(_ run: Range<Int>) -> Bool {
        guard let sign = letters[run].firstIndex(where: { $0.byte == UInt8(ascii: "@") }), sign > run.lowerBound,
            sign + 1 < run.upperBound, byte(sign + 1).isWordLetter || byte(sign + 1).isDigit
        else { return false }
        var stop = run.upperBound
        while stop > sign + 1, !byte(stop - 1).isWordLetter, !byte(stop - 1).isDigit { stop -= 1 }
        guard letters[sign..<stop].contains(where: { $0.byte == UInt8(ascii: ".") }) else { return false }
        add(.email, run.lowerBound..<stop)
        return true
    }

    private mutating func readZoneName(_ start: Int) -> Bool {
        let area = end(from: start) { $0.isWordLetter }
        guard byte(area) == UInt8(ascii: "/"), ZoneNames.isArea(text(start..<area)) else { return false }
        let stop = end(from: start) { $0.isWordLetter || $0.isDigit || "/_-+".utf8.contains($0) }
        guard let name = ZoneNames.identifier(spelledLike: text(start..<stop)) else { return false }
        add(.zoneName, start..<stop, text: name)
        return true
    }

    // MARK: Marks

    private mutating func readMark(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): readQuoted(byte)
        case UInt8(ascii: "'") where opensQuote: readQuoted(byte)
        case UInt8(ascii: "#") where self.byte(at + 1).isWordLetter:
            add(.channel, at..<end(from: at + 1) { $0.isWordLetter || $0.isDigit || "-_".utf8.contains($0) })
        case UInt8(ascii: "@") where self.byte(at + 1).isWordLetter && !isMacro:
            add(.opaque, at..<end(from: at + 1) { $0.isWordLetter || $0.isDigit || "-_.".utf8.contains($0) })
        case UInt8(ascii: "@"): isMacro ? at += 1 : add(.word, at..<at + 1, text: "at")
        case UInt8(ascii: "&"): add(.word, at..<at + 1, text: "and")
        case UInt8(ascii: "$"), UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "<"):
            let stop = end(from: at + 1) { $0.isWordLetter || $0.isDigit || ".,/_-".utf8.contains($0) }
            let isPath = stop > at + 1 && (at == 0 || letters[at - 1].byte == .space)
            isPath ? add(.opaque, at..<stop) : add(.mark, at..<at + 1)
        default: add(.mark, at..<at + 1)
        }
    }

    /// `@daily`, `@noon`: the sign adds nothing to the word.
    private var isMacro: Bool {
        let word = text(at + 1..<end(from: at + 1) { $0.isWordLetter })
        return Lexicon.frequency(word) != nil || Lexicon.clockWord(word) != nil
    }

    private var opensQuote: Bool {
        let isStart = at == 0 || letters[at - 1].byte == .space || letters[at - 1].byte == UInt8(ascii: "(")
        return isStart && byte(at + 1).isWordLetter
    }

    /// Quoted text means nothing here; a quote that never closes is a slip and is left out.
    private mutating func readQuoted(_ quote: UInt8) {
        var stop = at + 1
        while stop < letters.count {
            let closes = letters[stop].byte == quote && (quote != UInt8(ascii: "'") || isBoundary(stop + 1))
            if closes { break }
            stop += 1
        }
        guard stop < letters.count, stop > at + 1 else {
            at += 1
            return
        }
        add(.opaque, at..<stop + 1)
    }
}
