/// What belongs together and is told in one go.
///
/// A story makes what it needs by itself, so that each can be run alone.
struct Story: Sendable {
    /// What `--only` selects by.
    let name: String
    /// One line for `--list`.
    let summary: String
    let tell: @Sendable (Stage) async throws(Stop) -> Void

    init(_ name: String, _ summary: String, _ tell: @escaping @Sendable (Stage) async throws(Stop) -> Void) {
        self.name = name
        self.summary = summary
        self.tell = tell
    }
}

/// Ends the run: it was interrupted, or the first failure was to be the last.
struct Stop: Error {}
