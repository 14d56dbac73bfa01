/// The words that say when, beyond the names and units of the lexicon.
enum TemporalWords {
    /// Say when wherever they stand.
    static let always = Verbs.set(
        """
        today tomorrow yesterday tonight overnight nightly bimonthly semimonthly semiweekly weekday weekdays weekend weekends weeknight \
        weeknights workday workdays midweek immediately asap eod eow eom cob lunchtime noontime
        """)

    /// Groups of days that "every", "next" and ordinals count.
    static let dayGroups = Verbs.set(
        "weekday weekdays weekend weekends workday workdays weeknight weeknights birthday payday lunchtime midday")

    static let otherUnits = Verbs.set(
        "fortnight fortnights decade decades night nights evening evenings morning mornings afternoon afternoons")

    static let seasons = Verbs.set("summer winter spring fall autumn season")

    /// Names or verbs as well as months.
    static let ambiguousMonths = Verbs.set("may march mar april june august jan jun dec")

    static let everyModifiers = Verbs.set(
        "other single half few couple of alternate alternating second third working business school work full an a last first one and weekday odd even"
    )

    /// A number behind them can be an hour.
    static let clockPrepositions = Verbs.set("at by until till before after around from since past between")

    /// An ordinal behind them can be a day of the month.
    static let datePrepositions = Verbs.set(
        "on by until till before after every each from since starting beginning through to between due")

    /// May stand right behind a phrase of time; other words make a number count things.
    static let behindTime = Verbs.set(
        """
        every each on at in and or to for from until till by please sharp am pm today tomorrow tonight the a an my our your his her me us \
        with if so but then is was will starting beginning except i we he she they it you instead o'clock daily that this next about \
        via through when because before after not again exactly works each all as kindly thanks can could don't only max approx
        """)

    static let phrases = PhraseTable(
        """
        in the morning|in the mornings|in the afternoon|in the afternoons|in the evening|in the evenings|in the night|during the night|during the day
        during the week|at night|by night|by morning|this morning|this afternoon|this evening|at noon|first thing
        in the summer|in summer|in the winter|in winter|in the spring|in spring|in the fall|in autumn|in the autumn|during summer|during winter
        over the weekend|end of day|end of the day|end of business|close of business|end of week|end of the week|end of month|end of the month
        end of quarter|end of the quarter|end of year|end of the year|end of each month|end of every month|end of next month|end of next week
        start of day|start of the day|start of week|start of the week|start of the month|start of each month|start of the year
        beginning of the day|beginning of the week|beginning of the month|beginning of each month|beginning of the year
        middle of the month|middle of the week|middle of the day|middle of the night
        month end|month - end|quarter end|quarter - end|year end|year - end
        business hours|working hours|office hours|at lunch|after lunch|after work|after school|after dinner|after breakfast
        as soon as possible|right away|right now|just now|at the moment
        half past|quarter past|quarter to|a quarter past|a quarter to|half an hour|an hour and a half
        last day of|last business day of|last working day of|last week of|last weekday of|first day of|first week of|first weekday of
        couple hours|couple of hours|couple days|couple of days|couple of weeks|couple of minutes|few hours|few days|few minutes|few weeks|few months
        """)
}
