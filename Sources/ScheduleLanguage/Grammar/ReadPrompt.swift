/// A prompt taken apart once, for everything that is asked of it: its tokens, and what the grammar reads in them.
final class ReadPrompt {
    let reader: Reader
    /// In their order, or why the prompt cannot be.
    private(set) lazy var fragments = Result { () throws(Refusal) in try Parser.fragments(reader) }

    init(_ text: String) { reader = Reader(tokens: Tokenizer.tokens(of: text)) }
}
