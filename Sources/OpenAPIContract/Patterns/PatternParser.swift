/// Reads an ECMA-262 regular expression, with the leniency browsers have (`{` and `]` may stand for themselves).
struct PatternParser {
    let scalars: [Unicode.Scalar]
    var position = 0
    private var depth = 0

    /// Groups nested deeper than this are refused.
    private static let maximumDepth = 100
    /// Repetitions above this are refused; the automaton grows with them.
    private static let maximumRepetition = 5_000

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(PatternError) -> PatternNode {
        let tree = try choice()
        guard position == scalars.count else { throw wrong("a ) without a (") }
        return tree
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek, next != "|", next != ")" { parts.append(try quantified()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func quantified() throws(PatternError) -> PatternNode {
        let atom = try atom()
        guard let (minimum, maximum) = try quantifier() else { return atom }
        switch atom {
        case .start, .end, .wordBoundary, .look(_, isBehind: true, isNegated: _):
            throw wrong("a quantifier after an assertion")
        case .empty, .scalars, .sequence, .choice, .repeated, .look: break
        }
        // Whether a quantifier is lazy changes what is matched, never whether.
        _ = take("?")
        return .repeated(atom, minimum: minimum, maximum: maximum)
    }

    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard peek == "{" else { return nil }
        let mark = position
        position += 1
        guard let minimum = digits() else { return notAQuantifier(mark) }
        var maximum: Int? = minimum
        if take(",") { maximum = digits() }
        guard take("}") else { return notAQuantifier(mark) }
        if let maximum, maximum < minimum { throw wrong("a repetition {\(minimum),\(maximum)} out of order") }
        guard max(minimum, maximum ?? 0) <= Self.maximumRepetition else {
            throw unsupported("a repetition above \(Self.maximumRepetition)")
        }
        return (minimum, maximum)
    }

    private mutating func notAQuantifier(_ mark: Int) -> (Int, Int?)? {
        position = mark
        return nil
    }

    private mutating func digits() -> Int? {
        var value: Int?
        while let next = peek, ("0"..."9").contains(next) {
            value = min((value ?? 0) * 10 + Int(next.value - 0x30), 1_000_000)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let next = peek else { return .empty }
        switch next {
        case "^":
            position += 1
            return .start
        case "$":
            position += 1
            return .end
        case "(": return try group()
        case "[":
            position += 1
            return .scalars(try characterClass())
        case ".":
            position += 1
            return .scalars(ScalarSet.lineTerminators.inverted)
        case "\\":
            position += 1
            return try escape()
        case "*", "+", "?": throw wrong("a quantifier \(next) with nothing to repeat")
        default:
            position += 1
            return .scalars(ScalarSet(scalar: next))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        position += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw unsupported("groups nested deeper than \(Self.maximumDepth)") }
        let kind = try groupKind()
        let content = try choice()
        guard take(")") else { throw wrong("a ( without its )") }
        switch kind {
        case .plain: return content
        case .look(let isBehind, let isNegated): return .look(content, isBehind: isBehind, isNegated: isNegated)
        }
    }

    private enum GroupKind {
        case plain
        case look(isBehind: Bool, isNegated: Bool)
    }

    private mutating func groupKind() throws(PatternError) -> GroupKind {
        guard take("?") else { return .plain }
        if take(":") { return .plain }
        if take("=") { return .look(isBehind: false, isNegated: false) }
        if take("!") { return .look(isBehind: false, isNegated: true) }
        guard take("<") else {
            if let next = peek, next == "-" || ("a"..."z").contains(next) {
                throw unsupported("a flag group (?\(next)…)")
            }
            throw wrong("(? without :, =, !, < after it")
        }
        if take("=") { return .look(isBehind: true, isNegated: false) }
        if take("!") { return .look(isBehind: true, isNegated: true) }
        let start = position
        while let next = peek, next != ">" {
            let isName =
                next == "_" || next == "$" || next.properties.isAlphabetic || next.properties.numericType != nil
            guard isName else { throw wrong("a group name with \(next) in it") }
            position += 1
        }
        guard position > start, take(">") else { throw wrong("a group name without its >") }
        return .plain
    }

    /// `[…]`; `position` is after the opening bracket.
    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet()
        while let next = peek, next != "]" {
            let low = try classMember(next)
            guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.formUnion(low)
                continue
            }
            position += 1
            let high = try classMember(scalars[position])
            guard let first = low.onlyScalar, let last = high.onlyScalar else {
                // `[\w-.]`: the hyphen stands for itself.
                set.formUnion(low)
                set.formUnion(high)
                set.insert(0x2D...0x2D)
                continue
            }
            guard first <= last else { throw wrong("a range out of order in [ ]") }
            set.insert(first...last)
        }
        guard take("]") else { throw wrong("a [ without its ]") }
        return isInverted ? set.inverted : set
    }

    private mutating func classMember(_ next: Unicode.Scalar) throws(PatternError) -> ScalarSet {
        position += 1
        guard next == "\\" else { return ScalarSet(scalar: next) }
        if take("b") { return ScalarSet(scalar: "\u{08}") }
        return try classEscape()
    }

    var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    func wrong(_ what: String) -> PatternError { PatternError(reason: .wrong(what), offset: position) }

    func unsupported(_ what: String) -> PatternError {
        PatternError(reason: .unsupported(what), offset: position)
    }
}
