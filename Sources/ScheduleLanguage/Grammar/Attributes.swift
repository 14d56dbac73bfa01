/// Settles what phrases said in passing mean: "the weekly report", "the 9am standup".
struct Attributes {
    let reader: Reader
    let fragments: [Fragment]

    /// The fragments that count. Attributes count only for what nothing else says.
    func settled() throws(Refusal) -> [Fragment] {
        let strong = fragments.filter { !$0.isWeak }
        let weak = fragments.filter(\.isWeak)
        guard !weak.isEmpty else { return strong }
        let hasDay = strong.contains { $0.kind.isDay || isElapsed($0) }
        let hasTime = strong.contains { $0.kind.isTime }
        if let step = weak.first(where: { $0.kind.isStep }) {
            if let settled = try joined(step, strong, weak) { return settled }
        }
        if hasDay, hasTime || strong.contains(where: { isSubDaily($0) || isElapsed($0) || isDayPart($0) }) {
            return strong
        }
        if hasDay {
            // "Remind me of the 3pm call every Tuesday": whether at 3pm is not said.
            guard weak.contains(where: { if case .times = $0.kind { true } else { false } }) else { return strong }
            throw .clarify("time_not_said", "At what time? The prompt only names a time of something else.")
        }
        guard let step = weak.first(where: { if case .step = $0.kind { true } else { false } }) else {
            if hasTime, weak.contains(where: \.kind.isDay) {
                throw .clarify("day_not_said", "On which day? The prompt only names a day of something else.")
            }
            return strong
        }
        if strong.contains(where: { isSubDaily($0) }) { return strong }
        if isInComplement(step), hasTime || strong.isEmpty {
            throw .clarify("once_or_repeating", "Is that once, or as often as the thing that is named? Say 'every'.")
        }
        return fragments.filter { !$0.isWeak || $0 == step }
    }

    /// "the monthly report on the 3rd" repeats every month, "the weekly digest on Monday" every week; "the biweekly
    /// sync on Thursdays" does not repeat every week.
    private func joined(_ step: Fragment, _ strong: [Fragment], _ weak: [Fragment]) throws(Refusal) -> [Fragment]? {
        guard case .step(let amount) = step.kind else { return nil }
        for fragment in strong {
            switch fragment.kind {
            case .days(let names) where amount.unit == .week:
                if names.habit != .single {
                    return amount.count > 1 ? fragments.filter { !$0.isWeak || $0 == step } : nil
                }
            case .monthDays(let days) where amount.unit == .month || amount.unit == .quarter:
                guard days.scope == .unsaid else { return nil }
            default: continue
            }
            if isInComplement(step) {
                throw .clarify(
                    "once_or_repeating", "Is that once, or as often as the thing that is named? Say 'every'.")
            }
            return fragments.filter { !$0.isWeak || $0 == step }
        }
        return nil
    }

    private func isElapsed(_ fragment: Fragment) -> Bool {
        switch fragment.kind {
        case .elapsed, .stamp: true
        default: false
        }
    }

    private func isDayPart(_ fragment: Fragment) -> Bool { fragment.kind.isDayPart }

    private func isSubDaily(_ fragment: Fragment) -> Bool {
        switch fragment.kind {
        case .step(let amount): amount.unit < .day
        case .minutes: true
        default: false
        }
    }

    /// "Remind me to send the weekly report", "ping Bob about the daily sync".
    private func isInComplement(_ fragment: Fragment) -> Bool {
        (0..<fragment.range.lowerBound).contains { index in
            reader.isWord(index, "to about of regarding for")
                && (0..<index).contains { Verbs.reminder.contains(reader.word($0)) }
        }
    }
}

extension Fragment.Kind {
    var isStep: Bool { if case .step = self { true } else { false } }
    var isRefusal: Bool { if case .refusal = self { true } else { false } }
}
