/// Joins words that people also write apart or with a hyphen: "bi-weekly", "week end", "mid-day", "o clock".
enum CompoundWords {
    static func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            var next = index + 1
            if next < tokens.count, tokens[next].kind == .mark, tokens[next].text == "-", !tokens[next].isSpaced {
                next += 1
            }
            if tokens[index].kind == .word, next > index + 1,
                tokens[index].text == "every" || tokens[index].text == "each"
            {
                // "every-Monday"
                result.append(tokens[index])
                index = next
                continue
            }
            if next > index + 1, isSpokenTime(tokens, index, next) {
                // "half-past", "nine-thirty"
                result.append(tokens[index])
                index = next
                continue
            }
            if tokens[index].kind == .word, next < tokens.count, tokens[next].kind == .word,
                let compound = compounds[tokens[index].text]?[tokens[next].text]
            {
                var token = tokens[index]
                token.text = compound
                token.source = token.source.lowerBound..<tokens[next].source.upperBound
                result.append(token)
                index = next + 1
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    private static func isSpokenTime(_ tokens: [Token], _ index: Int, _ next: Int) -> Bool {
        guard tokens[index].kind == .word, next < tokens.count, tokens[next].kind == .word else { return false }
        let (first, second) = (tokens[index].text, tokens[next].text)
        if ["half", "quarter"].contains(first) { return ["past", "to"].contains(second) }
        guard let hour = Lexicon.number(first), (1...12).contains(hour) else { return false }
        let isInterval = index > 0 && ["every", "each"].contains(tokens[index - 1].text)
        return !isInterval && ["fifteen", "thirty", "forty", "fifty", "oh"].contains(second)
    }

    private static let compounds: [String: [String: String]] = [
        "bi": [
            "weekly": "biweekly", "monthly": "bimonthly", "annually": "biannually", "annual": "biannual",
            "yearly": "biyearly", "hourly": "bihourly",
        ],
        "semi": [
            "annually": "semiannually", "annual": "semiannual", "monthly": "semimonthly", "weekly": "semiweekly",
            "yearly": "semiyearly",
        ],
        "half": ["hourly": "halfhourly", "yearly": "halfyearly"],
        "quarter": ["hourly": "quarterhourly"],
        "tri": ["weekly": "triweekly", "monthly": "trimonthly"],
        "mid": [
            "day": "midday", "night": "midnight", "month": "midmonth", "week": "midweek", "morning": "midmorning",
            "afternoon": "midafternoon",
        ],
        "week": [
            "day": "weekday", "days": "weekdays", "end": "weekend", "ends": "weekends", "night": "weeknight",
            "nights": "weeknights",
        ],
        "work": ["day": "workday", "days": "workdays"],
        "o": ["clock": "o'clock"], "o'": ["clock": "o'clock"],
        "some": ["time": "sometime"],
        "lunch": ["time": "lunchtime"],
        "after": ["noons": "afternoons"],
        "to": ["morrow": "tomorrow", "night": "tonight"],
        "e": ["mail": "email", "mails": "emails"],
        "every": ["day's": "everyday"],
    ]
}
