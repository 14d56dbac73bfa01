/// Requests: orders, polite forms, wishes for reminders.
extension Sentence {
    func isRequest(_ index: Int) -> Bool {
        guard isInside(index) else { return false }
        if let next = proposalEnd(index) {
            return isVerbForm(next) || reader.word(next).hasSuffix("ed") || reader.word(next) == "met"
        }
        if let next = reader.after(index, "how about") ?? reader.after(index, "what about") {
            return reader.word(next).hasSuffix("ing") && next < range.upperBound && !signal.covers(next)
        }
        // "Let Bob know on Friday"
        if reader.word(index) == "let", reader.word(index + 2) == "know" { return true }
        if asksPolitely(index) || wantsSomething(index) { return true }
        return isOrder(index)
    }

    // MARK: Polite forms

    /// The place behind "can you", "I want you to", "would you mind" and their like.
    func politeEnd(_ index: Int) -> Int? {
        guard var next = Self.polite.end(in: reader, at: index) else { return nil }
        while reader.isWord(next, "please kindly possibly maybe just also perhaps ,") {
            next += 1
        }
        return next
    }

    private func asksPolitely(_ index: Int) -> Bool {
        guard let next = politeEnd(index) else { return false }
        let isWillYou = reader.isWord(index, "will would")
        if isWillYou, reader.isWord(next, "be have like prefer rather want need ever say") {
            return false
        }
        return !reader.isWord(next, "believe imagine guess see hear afford trust")
    }

    private static let polite = PhraseTable(
        """
        can you|could you|would you|will you|can't you|won't you|couldn't you|can u|could u|can we|could we|shall we|may we|can someone|could someone|can somebody
        would you mind|do you mind|would you be able to|are you able to|would you be so kind as to|would you kindly|mind
        i need you to|i need you guys to|i want you guys to|i need someone to|we need someone to|i want you to|i'd like you to|i would like you to|i'd love you to|we need you to|we want you to|we'd like you to|need you to|want you to
        let's|lets|let us|is it possible to|would it be possible to|is it possible for you to|any chance you could|any chance you can|is there a way to
        i was wondering if you could|i was wondering if you can|i wonder if you could|i was hoping you could|i'd appreciate it if you could|it would be great if you could
        it would be nice if you could|it would be helpful if you could|it'd be great if you could|if you could|if you would|i'd be grateful if you could|do me a favor and
        can i get|can i have|could i get|could i have|may i have|may i get|can we get|can we have|could we get|could we have|can i please get|can i set|can i schedule|can i book
        don't forget|do not forget|dont forget|never forget|don't forget to|do not forget to|don't let me|do not let me|dont let me|don't let us|make sure|be sure to|make sure to
        make sure you|make sure that|remember to|go ahead and|feel free to|help me remember|help me schedule|help me set|help me plan|help me to remember|try to|don't fail to|let me know
        you should|you must|you need to|you have to|can you please|could you please|can you help me|can you just|don't miss|do not miss|let me remember|see to it that|don't hesitate to
        """)

    // MARK: Wishes

    /// "I need a reminder", "we'd like the report", "I want to be reminded", "need an alarm".
    private func wantsSomething(_ index: Int) -> Bool {
        guard let next = Self.wishes.end(in: reader, at: index) else { return false }
        if reader.word(next) == "to" { return Self.wishedDeeds.end(in: reader, at: next) != nil }
        // The thing must be near: "a daily summary of sales".
        for place in next..<min(next + 6, range.upperBound) {
            if reader.isWord(place, IntentVerbs.wanted)
                || reader.isWord(place, "sent emailed delivered reminded notified reminding")
            {
                return true
            }
            if reader.isWord(place, "to for about on at of with") && !signal.covers(place) {
                return false
            }
        }
        return false
    }

    private static let wishes = PhraseTable(
        """
        i need|i want|i'd like|i would like|i'd love|we need|we want|we'd like|we would like|need|want|i wanna|i would love|would love|would like|i require|i'd appreciate|i would appreciate
        i am looking for|i'm looking for|looking for|id like|i'd want|i also need|i also want|i just need|i really need|i'll need|we'll need|i could use|i'm requesting|requesting
        i'm trying|i am trying|trying|i'd really like|i wish|i'm looking|i am looking|looking|i request
        """)

    private static let wishedDeeds = PhraseTable(
        """
        to be reminded|to be notified|to be alerted|to be pinged|to be woken|to be emailed|to be told|to get|to receive|to have you|to schedule|to set|to set up|to book|to create|to add|to plan
        to send|to run|to arrange|to reschedule|to move|to reserve|to organize|to organise|to automate|to request|to make an appointment|to make a reservation|to have a reminder|to post|to have the
        """)

    // MARK: Orders

    /// An imperative: a verb without a subject.
    func isOrder(_ index: Int) -> Bool {
        guard isInside(index), !signal.covers(index) else { return false }
        let word = IntentSlips.repaired(reader.word(index))
        guard IntentVerbs.all.contains(word) else { return false }
        let next = index + 1
        if word == "see" || isBareAuxiliary(word, next) { return false }
        if reader.isWord(index, "talk speak chat"), reader.isWord(next, "to with"),
            reader.word(next + 1) == "you"
        {
            return false
        }
        if IntentVerbs.answering.contains(word), !isTimed { return false }
        if reader.isWord(next, IntentVerbs.compoundHeads), !IntentVerbs.pure.contains(word) || word == "book" {
            return isLongOrder(word, next)
        }
        if isAnswer(word, next) { return false }
        guard IntentVerbs.alsoNouns.contains(word) else { return !isVerbForm(next) || word == "remind" || word == "go" }
        return takesObject(next)
    }

    /// "have" and "do" order only with somebody or something: "have Anna call me", "do the dishes", but "have a nice day".
    private func isBareAuxiliary(_ word: String, _ next: Int) -> Bool {
        switch word {
        case "have":
            let isSomebody =
                isInside(next) && reader.tokens[next].isCapitalised
                || isInside(next + 1) && IntentVerbs.all.contains(reader.word(next + 1))
            return reader.isWord(next, "a an") || !isSomebody && !reader.isWord(next, IntentVerbs.determiners)
        case "do", "be": return !reader.isWord(next, IntentVerbs.determiners)
        default: return false
        }
    }

    /// "Schedule meeting tomorrow", "plan day", "run job" are orders; "book club", "call center", "test drive" things.
    private func isLongOrder(_ word: String, _ next: Int) -> Bool {
        guard !["book", "call", "report", "test", "play", "board", "release", "drive"].contains(word) else {
            return false
        }
        return reader.word(next) != "of" && !isVerbForm(next + 1) && !(word == "run" && reader.word(next) == "club")
    }

    /// "Write a poem", "translate this": the answer is wanted, nothing to be scheduled, unless a time is said.
    private func isAnswer(_ word: String, _ next: Int) -> Bool {
        guard word == "write", !signal.isFound else { return false }
        return (next..<min(next + 3, range.upperBound)).contains {
            reader.isWord($0, "poem story essay song code function haiku joke script")
        }
    }

    /// Also by words too vague to schedule by: "do the backup periodically" asks.
    private var isTimed: Bool { range.contains { signal.covers($0) || reader.vague($0) != nil } }

    /// What follows a word that is a verb and a noun: an object makes it an order, a preposition or a verb a noun.
    private func takesObject(_ index: Int) -> Bool {
        guard isInside(index) else { return false }
        if reader.isWord(index, IntentVerbs.determiners)
            || reader.isWord(index, "to off up down out back over")
        {
            return !isVerbForm(index + 1) || reader.isWord(index, IntentVerbs.determiners)
        }
        switch reader.tokens[index].kind {
        case .mark: return false
        case .word: break
        case .number, .decimal: return !signal.covers(index) && isInside(index + 1) && !reader.endsTime(index + 1)
        default: return !signal.covers(index)
        }
        guard !signal.covers(index) || isAttribute(index), !reader.isWord(index, Self.nounFollowers) else {
            return false
        }
        return !(index..<min(index + 8, range.upperBound)).contains { !signal.covers($0) && isFinite($0) }
    }

    /// "Review weekly numbers", "check tomorrow's list": the time belongs to the object.
    private func isAttribute(_ index: Int) -> Bool {
        let isAdjective = Lexicon.frequency(reader.word(index)) != nil || reader.word(index).hasSuffix("'s")
        return isAdjective && isInside(index + 1) && reader.tokens[index + 1].kind == .word && !signal.covers(index + 1)
            && !reader.endsTime(index + 1)
    }

    private static let nounFollowers = Verbs.set(
        "at on in for with from of by about and or is was every each as than after before until between")

    // MARK: Orders elsewhere

    /// An order behind a comma, "and" or "but": stricter, for lists have commas too.
    func isOrderAmidst(_ index: Int) -> Bool {
        isOrder(index)
            && (IntentVerbs.pure.contains(reader.word(index)) || reader.isWord(index + 1, IntentVerbs.determiners))
    }

    /// "Alexa remind me", "when I get home remind me", "Monday remind us": the verb can only be an order.
    var hasOrderToAssistant: Bool {
        (opening..<range.upperBound).contains { index in
            guard
                reader.isWord(
                    index, "remind notify ping email text wake alert message send call nudge")
            else { return false }
            guard reader.isWord(index + 1, "me us") else { return false }
            return index == opening + 1 && reader.tokens[opening].isCapitalised
                && !reader.isWord(opening, IntentVerbs.pronouns) || isBehindSubordinate(index)
        }
    }

    private func isBehindSubordinate(_ index: Int) -> Bool {
        reader.isWord(opening, Self.subordinators)
            && !reader.isWord(
                index - 1, "to will would should can could they we you i and don't didn't")
    }

    static let subordinators = Verbs.set(
        "when whenever if once after before as unless until while upon because since although though")

    /// "Reminder to call Bob at 5", "daily reminder at 8": a wish for one; "reminder that we are closed" states.
    var startsWithReminder: Bool {
        var index = opening
        for _ in 0..<3
        where reader.isWord(index, "a an quick friendly gentle new recurring")
            || signal.covers(index)
        { index += 1 }
        guard reader.isWord(index, "reminder reminders"), isInside(index) else { return false }
        if reader.word(index + 1) == "that" || isFinite(index + 1) { return false }
        return !(index..<range.upperBound).contains { isFinite($0) && !signal.covers($0) }
            || reader.word(index + 1) == "to"
    }
}
