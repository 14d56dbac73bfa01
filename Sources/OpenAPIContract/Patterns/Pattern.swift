/// A regular expression of ECMA-262, compiled for the one question JSON Schema asks: does it match anywhere in a text?
///
/// No backtracking: the work is proportional to the text times the expression, so no text can make a pattern hang.
/// The price is that back-references (`\1`) are not supported; they are refused by name. Matching is by Unicode
/// scalars, as with ECMA-262's `u` flag.
struct Pattern: Sendable {
    let text: String
    private let program: PatternProgram

    /// Compiles `text`, or says why it cannot.
    init(_ text: String) throws(PatternError) {
        self.text = text
        var parser = PatternParser(text)
        let tree = try parser.parse()
        program = try PatternProgram(tree)
    }

    /// Whether some part of `subject` matches; nil when finding out took too long, which needs nested look-arounds.
    func matches(_ subject: String) -> Bool? {
        var subject = subject
        return subject.withUTF8 { bytes in PatternMatcher.matches(program, anywhereIn: bytes) }
    }
}

/// Why a text is not a usable regular expression.
struct PatternError: Error, Hashable, CustomStringConvertible {
    enum Reason: Hashable {
        case wrong(String)
        case unsupported(String)
    }

    let reason: Reason
    /// In Unicode scalars from the start.
    let offset: Int

    /// Whether the text is a correct expression that merely uses what is not supported.
    var isUnsupported: Bool { if case .unsupported = reason { true } else { false } }

    var description: String {
        switch reason {
        case .wrong(let what): "\(what) (at \(offset))"
        case .unsupported(let what): "\(what) not supported (at \(offset))"
        }
    }
}
