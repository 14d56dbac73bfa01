import CivilTime
import ScheduleLanguage
import Testing

/// Text without sense is answered too, always the same way, and never with a crash or a run in the past.
@Suite struct FuzzTests {
    static let now = Instant(milliseconds: 1_768_400_000_000)

    @Test func randomBytesAreAnswered() {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789 :.,-/'\"@#&()+?!éß½’–🎉\u{0301}\u{200B}\t\n").map(
            String.init)
        for _ in 0..<1000 {
            let length = Int.random(in: 0...90, using: &generator)
            check((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined())
        }
    }

    @Test func randomSentencesOfScheduleWordsAreAnswered() {
        var generator = SeededGenerator(seed: 11)
        let words = """
            every each other second third first last 1st 15th 31st 2 5 10 30 0 25 99 1530 9am 17:45 25:00 5.30pm noon midnight half quarter past to of the \
            hour hours minute minutes day days week weeks month months quarter year Monday Tuesday fri sat weekdays weekends March may june through until \
            from between and or , ; - except but not on at in for next this tomorrow today tonight morning evening starting ending utc pacific Tokyo time \
            twice once times a remind me send report don't stop before after 2026-02-30 3/15 1/2 1h30m :15 business hours daily weekly monthly nightly now ago \
            24/7 #general a@b.co "quoted" last Christmas easter thanksgiving
            """.split(separator: " ").map(String.init)
        for _ in 0..<2500 {
            let count = Int.random(in: 1...14, using: &generator)
            check((0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " "))
        }
    }

    /// Cut and stirred real prompts reach further into the grammar.
    @Test func mutilatedPromptsAreAnswered() throws {
        var generator = SeededGenerator(seed: 13)
        for (index, row) in try PromptCase.all().enumerated() where index % 2 == 0 {
            var words = row.phrase.split(separator: " ").map(String.init)
            guard words.count > 2 else { continue }
            words.swapAt(
                Int.random(in: 0..<words.count, using: &generator), Int.random(in: 0..<words.count, using: &generator))
            check(words.joined(separator: " "))
            words.remove(at: Int.random(in: 0..<words.count, using: &generator))
            check(String(row.phrase.dropLast(Int.random(in: 0..<row.phrase.count, using: &generator))))
        }
    }

    @Test func longTextIsRefusedAndClassified() {
        let long = String(repeating: "every Monday at 9am and ", count: 4000)
        guard case .refused(let refusal) = schedule(ScheduleRequest(prompt: long, now: Self.now)) else {
            Issue.record("a long prompt was answered")
            return
        }
        #expect(refusal.reason == "prompt_too_long")
        #expect(classify(long).decision == .clarify)
        #expect(classify(String(repeating: "(", count: 100_000)).decision == .reject)
    }

    private func check(_ prompt: String) {
        let request = ScheduleRequest(prompt: prompt, now: Self.now)
        let answer = schedule(request)
        if prompt.utf8.count % 8 == 0 {
            #expect(answer == schedule(request), "\(prompt)")
            #expect(classify(prompt) == classify(prompt), "\(prompt)")
        }
        switch answer {
        case .refused(let refusal):
            #expect(refusal.decision != .allow && !refusal.reason.isEmpty && !refusal.explanation.isEmpty, "\(prompt)")
        case .jobs(let jobs):
            #expect(!jobs.isEmpty && jobs.count <= 400, "\(prompt)")
            for job in jobs {
                let next = job.nextRunAt.flatMap { Instant(rfc3339: $0) }
                #expect(next.map { $0 > Self.now } ?? false, "\(prompt)")
                if let end = job.endDate.flatMap({ Instant(rfc3339: $0) }), let next {
                    #expect(next <= end, "\(prompt)")
                }
            }
        }
    }
}
