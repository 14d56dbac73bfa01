/// Whether a number or ordinal ends where a schedule may go on, so that "2 pills" and "the 7th game" stay objects.
extension Reader {
    /// Nothing that could make the number before it an amount of something else.
    func endsPhrase(_ index: Int) -> Bool {
        guard index < count else { return true }
        switch tokens[index].kind {
        case .mark: return true
        case .word: return isScheduleWord(tokens[index].text)
        case .clock, .date, .timestamp, .slashed, .zoneName, .channel, .link, .minuteMark: return true
        case .number, .decimal, .ordinal, .amount, .email, .opaque: return false
        }
    }

    /// "at 9 call Bob" is a time; "at 12 Oak Street" and "at 30 degrees" are not.
    func bareHourMayEnd(_ index: Int) -> Bool {
        if endsPhrase(index) { return true }
        guard index < count else { return true }
        switch tokens[index].kind {
        case .word: return !Self.counted.contains(word(index)) && unit(index) == nil && !isAddress(index)
        case .opaque, .email: return true
        default: return false
        }
    }

    private func isAddress(_ index: Int) -> Bool {
        tokens[index].isCapitalised && index + 1 < count && isWord(index + 1, Self.streets)
    }

    /// Whether the word there joins a phrase to the rest of the sentence, and is no noun that the phrase describes.
    func connects(_ index: Int) -> Bool { endsPhrase(index) && !isWord(index, Self.verbs) }

    private func isScheduleWord(_ word: String) -> Bool {
        Self.followers.contains(word) || Self.verbs.contains(word) || Lexicon.weekday(word) != nil
            || Lexicon.month(word) != nil
            || Lexicon.dayPart(word) != nil || Lexicon.frequency(word) != nil || Lexicon.clockWord(word) != nil
            || ZoneNames.abbreviation(word) != nil
    }

    private static let streets = WordSet(
        """
        street st avenue ave road rd lane blvd drive square park
        """)

    private static let counted = WordSet(
        """
        percent people persons degrees items dollars usd euros eur pounds km miles kg mph kmh points times x gb mb \
        kb tb ms rows records users requests copies pages street st avenue ave road rd downing main pills glasses \
        cups cents mg ml
        """)

    private static let followers = WordSet(
        """
        and or on in at every each to that about with by via through until from for starting beginning except \
        excluding but please utc gmt then during between of am pm o'clock today tomorrow tonight weekdays weekends \
        weekday weekend only the sharp o if when as so because this next my our if unless not without excepting \
        local time nightly before after over thanks ok london tokyo berlin paris ending n plus is also past hours \
        hrs once twice daily again minutes new los a me twice instead sharp
        """)

    /// Verbs behind a time: "at 9 call Bob"; "the 9am call" is a noun.
    private static let verbs = WordSet(
        """
        remind send run email call ping text post check report update review
        """)
}
