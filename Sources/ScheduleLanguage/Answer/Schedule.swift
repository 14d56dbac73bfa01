internal import CivilTime

/// Answers a prompt in English: its jobs, or why there are none.
///
/// Pure: the same request gives the same answer.
public func schedule(_ request: ScheduleRequest) -> ScheduleAnswer {
    guard request.prompt.utf8.count <= ScheduleRequest.maximumPromptBytes else {
        return .refused(
            .reject("prompt_too_long", "A prompt has at most \(ScheduleRequest.maximumPromptBytes) bytes."))
    }
    return schedule(request, ReadPrompt(request.prompt))
}

func schedule(_ request: ScheduleRequest, _ prompt: ReadPrompt) -> ScheduleAnswer {
    do {
        return .jobs(try Generator(request: request, prompt: prompt).jobs())
    } catch {
        return .refused(error)
    }
}

/// The way from a prompt to its jobs: tokens, fragments, frames, meanings, jobs.
struct Generator {
    let request: ScheduleRequest
    let prompt: ReadPrompt

    /// Enough for two schedules whose days have to be listed.
    static let maximumJobs = 100

    func jobs() throws(Refusal) -> [JobConfiguration] {
        let reader = prompt.reader
        guard reader.count > 0 else { throw .reject("empty_prompt", "There is no prompt.") }
        let fragments = try guardedFragments(reader)
        let utterance = Utterance(reader: reader, fragments: fragments)
        let schedules = try self.schedules(reader, fragments, utterance)
        let wording = Wording(request: request, reader: reader, fragments: fragments, utterance: utterance)
        let wordedJob = wording.job
        var jobs: [JobConfiguration] = []
        for schedule in schedules {
            guard jobs.count <= Self.maximumJobs else {
                throw .clarify(
                    "too_many_schedules",
                    "That needs more than \(Self.maximumJobs) jobs; ask for its schedules one by one.")
            }
            jobs += try JobBuilder(schedule: schedule, request: request, wordedJob: wordedJob).jobs()
        }
        return jobs
    }

    /// The fragments, once the sentence is known to be a request. What cannot be is told before what should not be
    /// asked only when the sentence asks for a schedule at all.
    private func guardedFragments(_ reader: Reader) throws(Refusal) -> [Fragment] {
        let parsed: [Fragment]
        do {
            parsed = try prompt.fragments.get()
        } catch {
            throw SentenceGuard(reader: reader, fragments: []).refusal() ?? error
        }
        if let refusal = SentenceGuard(reader: reader, fragments: parsed).refusal() { throw refusal }
        let strong = try Attributes(reader: reader, fragments: parsed).settled()
        guard strong.contains(where: \.kind.saysWhen) else { throw withoutSchedule(reader, parsed) }
        if let refusal = Residue(reader: reader, fragments: parsed).refusal(), !strong.contains(where: \.kind.isRefusal)
        {
            throw refusal
        }
        return strong
    }

    /// No schedule was found: a request is asked back, anything else is none.
    private func withoutSchedule(_ reader: Reader, _ fragments: [Fragment]) -> Refusal {
        for fragment in fragments { if case .refusal(let refusal) = fragment.kind { return refusal } }
        let opening = Opening(reader: reader, taken: Utterance.taken(fragments, count: reader.count))
        let isRequest =
            opening.verbIndex.map {
                Verbs.scheduling.contains(reader.word($0)) || Utterance.isReminder(reader, $0)
                    || $0 > opening.start && Verbs.all.contains(reader.word($0))
            } ?? false
        let hasEvery = reader.tokens.contains { $0.kind == .word && ($0.text == "every" || $0.text == "each") }
        let hasHint = hasEvery || fragments.contains { $0.isWeak || $0.kind != .filler }
        guard
            isRequest || hasHint
                || reader.tokens.contains(where: {
                    Verbs.reminder.contains($0.text) && $0.text != "tell" && $0.text != "call"
                })
        else { return SentenceGuard.chatter }
        return .clarify(
            "request_without_time", "When should that happen? Say for example 'tomorrow at 9am' or 'every Monday'.")
    }

    private func schedules(_ reader: Reader, _ fragments: [Fragment], _ utterance: Utterance) throws(Refusal)
        -> [Schedule]
    {
        let frames = try FrameBuilder.frames(reader: reader, fragments: fragments)
        guard frames.count <= 12 else {
            throw .clarify("too_many_schedules", "A prompt can have at most 12 schedules.")
        }
        var schedules: [Schedule] = []
        for frame in frames where !frame.isEmpty {
            guard let zone = frame.zone.map({ Zone(identifier: $0) }) ?? request.zone else {
                throw .clarify("unknown_zone", "That time zone is not known.")
            }
            var interpreter = Interpreter(
                frame: frame, utterance: utterance, now: request.now, zone: zone, askerZone: request.zone)
            schedules.append(try interpreter.schedule())
        }
        guard !schedules.isEmpty else { throw .clarify("time_not_said", "When? Say a day and a time.") }
        return schedules
    }
}

extension Fragment.Kind {
    /// Whether it can be the heart of a schedule; zones, bounds and exceptions only add to one.
    var saysWhen: Bool {
        switch self {
        case .step, .days, .monthDays, .months, .dates, .moments, .elapsed, .stamp, .times, .dayPart, .minutes, .window,
            .perUnit, .runs, .refusal:
            true
        case .start, .end, .lasting, .zone, .except, .filler, .period, .vaguePart: false
        }
    }
}
