/// What sort of sentence a prompt is: what it asks for, and of whom.
struct Utterance: Hashable, Sendable {
    enum Verb: Hashable, Sendable {
        /// No verb: a bare schedule, perhaps with the name of a thing.
        case none
        case job, reminder, send, other
    }

    var verb: Verb = .none
    /// The place of the verb.
    var verbIndex: Int?
    /// Whether words are left that belong to no schedule.
    var hasObject = false

    /// The sentence around the fragments.
    init(reader: Reader, fragments: [Fragment]) {
        let taken = Self.taken(fragments, count: reader.count)
        let words = (0..<reader.count).filter { !taken[$0] && reader.tokens[$0].kind != .mark }
        let significant = words.filter { !reader.isWord($0, Self.glue) }
        hasObject = !significant.isEmpty
        guard let index = Opening(reader: reader, taken: taken).verbIndex else { return }
        verbIndex = index
        let word = reader.word(index)
        if Verbs.job.contains(word) || word == "back" && reader.word(index + 1) == "up" {
            verb = .job
        } else if Verbs.reminder.contains(word) || Self.isReminder(reader, index) {
            verb = .reminder
        } else if Verbs.send.contains(word) {
            verb = .send
        } else if Verbs.all.contains(word) {
            verb = .other
        }
    }

    /// "set a reminder", "add an alarm", "don't let me forget", "let me know".
    static func isReminder(_ reader: Reader, _ index: Int) -> Bool {
        if reader.word(index) == "let", reader.word(index + 2) == "know" { return true }
        guard
            reader.isWord(
                index, "set add create make schedule give get put send need have want let forget remember reminder")
        else { return false }
        return (index...(index + 4)).contains {
            reader.isWord($0, "reminder reminders alarm alert forget reminded miss remember")
        }
    }

    /// Which tokens belong to strong fragments.
    static func taken(_ fragments: [Fragment], count: Int) -> [Bool] {
        var taken = Array(repeating: false, count: count)
        for fragment in fragments where !fragment.isWeak && !fragment.kind.isRefusal {
            for index in fragment.range { taken[index] = true }
        }
        return taken
    }

    /// Words that carry nothing by themselves.
    private static let glue = WordSet(
        """
        and then or the a an at on in of by please also n plus to for it again just only thanks from with ok so is s \
        once exactly time times
        """)
}

/// Where a sentence really begins: behind greetings, courtesies and the schedule itself.
struct Opening {
    let reader: Reader
    let taken: [Bool]

    /// The first word that is neither courtesy nor schedule.
    var start: Int {
        var index = 0
        while index < reader.count {
            if taken[index] || reader.tokens[index].kind == .mark {
                index += 1
            } else if let next = courtesy(index) ?? behindReason(index) {
                index = next
            } else {
                break
            }
        }
        return index
    }

    /// "I keep forgetting the bins, can you remind me …", "My rent is late, so email me …": the request behind the reason
    /// for it, when the reason says nothing of when.
    private func behindReason(_ index: Int) -> Int? {
        guard reader.isWord(index, Self.reasons) else { return nil }
        for place in index..<reader.count {
            if taken[place] { return nil }
            guard reader.isMark(place, ",") || reader.isMark(place, ".") || reader.isMark(place, ";") else { continue }
            let clause = reader.skipping(place + 1, "so then and please")
            let isSaidSo = clause > place + 1 && reader.isWord(clause, Verbs.send)
            let asksYou = reader.isWord(clause, "can could would will") && reader.word(clause + 1) == "you"
            if asksYou || isSaidSo || reader.isWord(clause, "remind nudge ping wake alert notify") { return clause }
        }
        return nil
    }

    /// The verb a request begins with: "remind", "run"; behind "can you", "I need you to", "don't forget to".
    var verbIndex: Int? {
        var index = start
        for _ in 0..<4 {
            guard let next = requestOpener(index) else { break }
            index = next
            while index < reader.count, taken[index] || reader.tokens[index].kind == .mark || courtesy(index) != nil {
                index = taken[index] || reader.tokens[index].kind == .mark ? index + 1 : courtesy(index) ?? index + 1
            }
        }
        return index < reader.count && reader.tokens[index].kind == .word ? index : nil
    }

    func courtesy(_ index: Int) -> Int? {
        if let next = reader.after(index, "good morning") ?? reader.after(index, "good afternoon")
            ?? reader.after(index, "good evening")
        {
            return reader.isMark(next, ",") || reader.isMark(next, "!") || reader.isMark(next, ".") ? next + 1 : nil
        }
        if reader.after(index, "never mind") != nil { return index + 2 }
        guard reader.isWord(index, Self.courtesies) else { return nil }
        // "Hey Bob, remind me": the name goes with the greeting.
        if reader.isWord(index, "hey hi hello dear"), reader.isMark(index + 2, ","),
            !Verbs.all.contains(reader.word(index + 1))
        {
            return index + 3
        }
        return index + 1
    }

    /// Words that make a request of the verb behind them.
    func requestOpener(_ index: Int) -> Int? {
        if reader.isWord(index, "can could would will can't won't couldn't"),
            reader.word(index + 1) == "you"
        {
            return index + 2
        }
        return Self.openers.end(in: reader, at: index)
    }

    private static let courtesies = WordSet(
        """
        please hey hi hello ok okay so well and also kindly just dear yo alright then thanks the but now
        """)

    /// What a reason begins with: whom or what it is about.
    private static let reasons = WordSet(
        """
        i we he she they it i'm i've it's we're we've my our his her their he's she's they're
        """)

    private static let openers = PhraseTable(
        """
        i need you to|i want you to|i'd like you to|i would like you to|i'd love you to|we need you to
        we want you to|let's|lets|let us|don't forget to|do not forget to|dont forget to|never forget to|remember to
        make sure to|make sure you|be sure to|make sure that you|don't forget|do not forget|i need|i want|i'd like
        i would like|we need|we want|we'd like|we would like|i wanna|i'd love|can i get|can i have|could i get
        could i have|may i have|can we get|can we have|could we get|can we|could we|would it be possible to
        is it possible to|why don't you|i wish you to|would you mind|do you mind|you should|you need to|you must
        mind|don't let me|do not let me|to|a|an|you to|if you could|if possible|it would be great if you could
        go ahead and|help me|try to|want to
        """)
}
