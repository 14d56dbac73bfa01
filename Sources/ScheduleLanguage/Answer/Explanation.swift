/// Which words were read as what.
extension Wording {
    var explanation: [JobConfiguration.Entry] {
        let bytes = Array(request.prompt.utf8)
        var entries: [JobConfiguration.Entry] = []
        for (index, fragment) in fragments.enumerated() {
            guard let first = reader.tokens[fragment.range].first, let last = reader.tokens[fragment.range].last else {
                continue
            }
            let words = String(decoding: bytes[first.source.lowerBound..<last.source.upperBound], as: UTF8.self)
            entries.append(
                JobConfiguration.Entry(key: "read\(index + 1)", value: "\(words) = \(fragment.kind.explained)"))
        }
        for token in reader.tokens {
            if let written = token.repairedFrom {
                entries.append(JobConfiguration.Entry(key: "spelling_\(written)", value: token.text))
            }
        }
        return entries
    }
}

extension Fragment.Kind {
    /// The kind in words, for people.
    var explained: String {
        switch self {
        case .step(let amount): "interval of \(amount.count) \(amount.unit.word)\(amount.count == 1 ? "" : "s")"
        case .days(let names):
            "days of the week \(names.days.sorted().map { Self.weekdayNames[$0] }.joined(separator: ", "))\(names.habit == .single ? ", once" : ", every week")"
        case .monthDays: "days of the month"
        case .months(let names): "months \(names.months.sorted().map(String.init).joined(separator: ", "))"
        case .dates: "dates of the year"
        case .moments: "a certain day"
        case .elapsed(let seconds): "\(seconds) seconds from now"
        case .stamp: "a date and time"
        case .times(let clocks):
            "times of day \(clocks.map { "\($0.hour):\($0.minute < 10 ? "0" : "")\($0.minute)" }.joined(separator: ", "))"
        case .dayPart(let part): "part of the day: \(part)"
        case .minutes(let minutes): "minutes of the hour \(minutes.map(String.init).joined(separator: ", "))"
        case .window: "stretch of the day"
        case .start: "start"
        case .end: "end"
        case .period(let unit, let ahead): "\(ahead == 0 ? "this" : "next") \(unit.word)"
        case .vaguePart: "a part of the day without an hour"
        case .lasting(let amount): "lasting \(amount.count) \(amount.unit.word)\(amount.count == 1 ? "" : "s")"
        case .runs(let count): "\(count) runs"
        case .perUnit(let count, let unit): "\(count) times a \(unit.word)"
        case .zone(let identifier): "time zone \(identifier)"
        case .except: "exception"
        case .refusal(let refusal): refusal.reason
        case .filler: "no restriction"
        }
    }

    static let weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
}
