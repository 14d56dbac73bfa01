/// Days of the year with a name of their own.
extension Reader {
    /// The longest name that stands at that place.
    func holiday(_ index: Int) -> (day: CalendarDay, next: Int)? {
        guard isWord(index, Self.firstWords), let entries = Self.holidays[word(index)] else { return nil }
        for entry in entries {
            var next = index + 1
            var fits = true
            for word in entry.rest {
                guard self.word(next) == word else {
                    fits = false
                    break
                }
                next += 1
            }
            if fits { return (entry.day, next) }
        }
        return nil
    }

    private typealias Entry = (rest: [String], day: CalendarDay)

    /// The words names begin with: the table is not made before one of them is written.
    private static let firstWords = WordSet(
        """
        new nye christmas xmas boxing halloween valentine's valentines groundhog leap pi saint st april earth may cinco \
        juneteenth independence bastille veterans veteran's guy bonfire women's international thanksgiving black cyber \
        easter good mother's mothers father's fathers memorial labor columbus mlk martin presidents president's presidents'
        """)

    /// By first word, the longest name first.
    private static let holidays: [String: [Entry]] = {
        var table: [String: [Entry]] = [:]
        for (names, day) in list {
            for name in names {
                let words = name.split(separator: " ").map(String.init)
                table[words[0], default: []].append((Array(words.dropFirst()), day))
            }
        }
        return table.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }()

    private static func fixed(_ month: Int, _ day: Int) -> CalendarDay { CalendarDay(month: month, day: day) }
    private static func floating(_ holiday: FloatingHoliday) -> CalendarDay {
        CalendarDay(month: 0, day: 0, holiday: holiday)
    }

    private static let list: [([String], CalendarDay)] = [
        (["new year's day", "new years day", "new year's", "new years"], fixed(1, 1)),
        (["new year's eve", "new years eve", "nye"], fixed(12, 31)),
        (["christmas day", "christmas", "xmas day", "xmas"], fixed(12, 25)),
        (["christmas eve", "xmas eve"], fixed(12, 24)),
        (["boxing day"], fixed(12, 26)),
        (["halloween"], fixed(10, 31)),
        (["valentine's day", "valentines day", "valentine's", "valentines"], fixed(2, 14)),
        (["groundhog day"], fixed(2, 2)),
        (["leap day"], fixed(2, 29)),
        (["pi day"], fixed(3, 14)),
        (["saint patrick's day", "st patrick's day", "st patricks day"], fixed(3, 17)),
        (["april fools day", "april fool's day", "april fools' day", "april fools", "april fool's"], fixed(4, 1)),
        (["earth day"], fixed(4, 22)),
        (["may day"], fixed(5, 1)),
        (["cinco de mayo"], fixed(5, 5)),
        (["juneteenth"], fixed(6, 19)),
        (["independence day"], fixed(7, 4)),
        (["bastille day"], fixed(7, 14)),
        (["veterans day", "veteran's day"], fixed(11, 11)),
        (["guy fawkes night", "bonfire night"], fixed(11, 5)),
        (["women's day", "international women's day"], fixed(3, 8)),
        (["thanksgiving day", "thanksgiving"], floating(.thanksgiving)),
        (["black friday"], floating(.blackFriday)),
        (["cyber monday"], floating(.cyberMonday)),
        (["easter sunday", "easter day", "easter"], floating(.easterSunday)),
        (["easter monday"], floating(.easterMonday)),
        (["good friday"], floating(.goodFriday)),
        (["mother's day", "mothers day"], floating(.mothersDay)),
        (["father's day", "fathers day"], floating(.fathersDay)),
        (["memorial day"], floating(.memorialDay)),
        (["labor day"], floating(.laborDay)),
        (["columbus day"], floating(.columbusDay)),
        (["mlk day", "martin luther king day"], floating(.martinLutherKingDay)),
        (["presidents day", "president's day", "presidents' day"], floating(.presidentsDay)),
    ]
}
