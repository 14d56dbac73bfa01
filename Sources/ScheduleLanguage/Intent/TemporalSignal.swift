/// Which words of a prompt say when, how long or how often.
///
/// Documented: schedule-language 2: a time or a duration, "every" or "each" with a day or unit, adverbs of frequency. What
/// only sounds like it ("second floor", "May the force", "last minute") does not count.
struct TemporalSignal {
    /// For each token whether it belongs to a phrase of time, its preposition included.
    private(set) var covered: [Bool]
    private(set) var isFound = false

    init(_ prompt: ReadPrompt) {
        let reader = prompt.reader
        covered = Array(repeating: false, count: reader.count)
        var index = 0
        while index < reader.count {
            guard let next = reader.temporalEnd(index), next > index else {
                index += 1
                continue
            }
            isFound = true
            for place in index..<min(next, reader.count) { covered[place] = true }
            coverPrepositions(before: index, reader)
            index = next
        }
        if isFound { coverFragments(prompt) }
        coverJoints(reader)
    }

    func covers(_ index: Int) -> Bool { covered.indices.contains(index) && covered[index] }

    /// What the grammar reads as part of a schedule says when as well: "UTC+2", "all days of the week", "never on Sundays".
    private mutating func coverFragments(_ prompt: ReadPrompt) {
        let reader = prompt.reader
        guard let fragments = try? prompt.fragments.get() else { return }
        for fragment in fragments where !fragment.isWeak && !fragment.kind.isRefusal {
            // "not on Monday" alone denies something.
            if fragment.range.lowerBound == 0, case .except = fragment.kind { continue }
            // "The movie starts at 8": a verb with its subject.
            if reader.isWord(fragment.range.lowerBound, "starts begins ends stops") { continue }
            for place in fragment.range { covered[place] = true }
        }
    }

    private mutating func coverPrepositions(before start: Int, _ reader: Reader) {
        var place = start - 1
        if reader.word(place) == "the", reader.isWord(place - 1, Self.prepositions) { place -= 1 }
        guard reader.isWord(place, Self.prepositions) else { return }
        for index in place..<start { covered[index] = true }
    }

    /// What stands between two phrases of time belongs to them: "Monday and Friday", "9 to 5".
    private mutating func coverJoints(_ reader: Reader) {
        for index in covered.indices.dropFirst().dropLast()
        where !covered[index] && covered[index - 1] && covered[index + 1] {
            let isJoint = reader.isWord(index, "and or to through until of but also")
            covered[index] =
                isJoint || reader.isMark(index, ",") || reader.isMark(index, "-") || reader.isMark(index, "/")
        }
    }

    private static let prepositions = Verbs.set(
        """
        on at in by from until till since before after for within during around starting beginning between through throughout once \
        twice only just early late of every each over
        """)
}
