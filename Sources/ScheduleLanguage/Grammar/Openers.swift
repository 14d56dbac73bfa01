/// Where a prompt begins to say what it is about; looked for once, not at every fragment.
struct Openers {
    /// The first word that opens a clause: "that", "about", "because".
    let complement: Int?
    /// Each "to" behind a word of reminding: "remind me to", "remember to".
    let aims: [Int]

    init(_ reader: Reader) {
        complement = (0..<reader.count).first { place in
            place > 0 && reader.isWord(place, "that about regarding because since re if")
        }
        let reminder = (0..<reader.count).first { Verbs.reminder.contains(reader.word($0)) }
        aims = reminder.map { start in (start..<reader.count).filter { reader.isWord($0, "to") } } ?? []
    }
}
