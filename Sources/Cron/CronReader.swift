internal import CivilTime

/// Reads a whole spec.
struct CronReader {
    let dialect: CronSpec.Dialect

    func rule(of text: String) throws(CronError) -> CronSpec.Rule {
        try check(text)
        let words = text.utf8.split(whereSeparator: Self.isBlank).map(Substring.init)
        guard let first = words.first else {
            throw CronError(found: text, reason: "it is empty", hint: Self.fieldsNeeded(dialect))
        }
        if first.hasPrefix("@") { return try descriptor(first, words.dropFirst()) }
        return .fields(try fields(words, of: text))
    }

    private func check(_ text: String) throws(CronError) {
        guard text.utf8.count <= Self.maximumByteCount else {
            let reason = "it is \(text.utf8.count) bytes long"
            throw CronError(found: text.prefix(100), reason: reason, hint: "at most \(Self.maximumByteCount) are read")
        }
        guard let foreign = text.unicodeScalars.first(where: { !$0.isASCII }) else { return }
        throw CronError(
            found: text, reason: "the character \"\(foreign.escaped)\" has no place in it",
            hint: "use ASCII letters, digits and * ? , - / @")
    }

    private func fields(_ words: [Substring], of text: String) throws(CronError) -> CronFields {
        if words[0].hasPrefix("TZ=") || words[0].hasPrefix("CRON_TZ=") {
            throw CronError(found: words[0], reason: "a spec has no timezone", hint: "give the timezone apart from it")
        }
        let layout = dialect.layout(fieldCount: words.count)
        guard !layout.isEmpty else {
            let count = words.count == 1 ? "1 field" : "\(words.count) fields"
            throw CronError(found: text, reason: "it has \(count)", hint: Self.fieldsNeeded(dialect))
        }
        var values: [CronField: CronFieldReader.Values] = [:]
        for (field, word) in zip(layout, words) { values[field] = try CronFieldReader(field: field).values(of: word) }
        // The fields left out: second 0, any day of the week.
        let second = values[.second]?.bits ?? 1
        let dayOfMonth = values[.dayOfMonth] ?? CronFieldReader.Values()
        let dayOfWeek = values[.dayOfWeek] ?? CronFieldReader.Values(bits: 0x7F, isStar: true)
        return CronFields(
            seconds: second, minutes: values[.minute]?.bits ?? 0, hours: values[.hour]?.bits ?? 0,
            daysOfMonth: dayOfMonth.bits, months: values[.month]?.bits ?? 0, weekdays: dayOfWeek.bits,
            matchesEitherDay: !dayOfMonth.isStar && !dayOfWeek.isStar)
    }

    /// Observed: server-behaviour 6.1.
    private func descriptor(_ word: Substring, _ rest: ArraySlice<Substring>) throws(CronError) -> CronSpec.Rule {
        if word == "@every" { return .every(try interval(rest)) }
        guard let fields = Self.descriptors[String(word)] else {
            throw CronError(found: word, reason: "there is no such descriptor", hint: Self.descriptorsKnown)
        }
        guard rest.isEmpty else {
            throw CronError(found: word, reason: "more follows after it", hint: "\(word) stands alone")
        }
        return .fields(try CronReader(dialect: .documented).fields(fields.split(separator: " "), of: fields))
    }

    /// The duration after `@every`: whole seconds (the rest is cut off), at least one.
    private func interval(_ words: ArraySlice<Substring>) throws(CronError) -> Span {
        guard words.count == 1, let word = words.first else {
            let reason = words.isEmpty ? "no duration follows" : "more than one word follows"
            throw CronError(found: "@every " + words.joined(separator: " "), reason: reason, hint: Self.everyExample)
        }
        guard let span = Span(goDuration: String(word)) else {
            throw CronError(found: "@every \(word)", reason: "it is no duration", hint: Self.everyExample)
        }
        guard span >= .zero, !word.hasPrefix("-") else {
            throw CronError(found: "@every \(word)", reason: "the duration is negative", hint: Self.everyExample)
        }
        return .seconds(max(1, span.milliseconds / 1000))
    }

    private static func fieldsNeeded(_ dialect: CronSpec.Dialect) -> String {
        switch dialect {
        case .documented:
            "5 fields are needed (minute, hour, day of month, month, day of week) or 6 (second first)"
        case .secondsFirst:
            "5 fields are needed (second, minute, hour, day of month, month) or 6 (day of week last)"
        }
    }

    private static let descriptors = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]
    private static let descriptorsKnown =
        "known are @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration"
    private static let everyExample = "write a duration as in @every 1h30m"
    /// Enough for every number of every field, written out.
    private static let maximumByteCount = 1000

    /// Space, tab and the characters that end a line.
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
