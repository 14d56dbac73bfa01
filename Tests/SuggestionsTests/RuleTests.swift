import Testing
import WireJSON

@Suite("The seven rules")
struct RuleTests {
    private func expect(_ text: String, _ type: String, _ rule: String, _ reason: String) throws {
        let found = try suggestion(text)
        #expect(found.string("type") == type)
        #expect(found["rule_ids"]?[0]?.stringValue == rule)
        #expect(found.string("reason") == reason)
    }

    @Test(
        "a promise in the first person is a commitment",
        arguments: [
            ("I'll send the proposal tomorrow.", "sending the proposal tomorrow"),
            ("I will also update the docs.", "updating the docs"),
            ("I am going to review the slides on Friday", "reviewing the slides on Friday"),
            ("I'm gonna fix the build", "fixing the build"),
            ("I can book the room.", "booking the room"),
            ("Let me check with legal.", "checking with legal"),
            ("I plan to deploy the new API tonight.", "deploying the new API tonight"),
            ("I should be able to finish the migration in two days.", "finishing the migration in two days"),
            ("I'm about to submit the form", "submitting the form"),
            ("I intend to cancel the plan next week", "cancelling the plan next week"),
            ("I'll make sure to update the docs end of week", "updating the docs end of week"),
            ("I'll try to call Bob at 3pm.", "calling Bob at 3pm"),
            ("I will go ahead and merge the branch", "merging the branch"),
            ("I'll take care of the deployment", "taking care of the deployment"),
            ("I'll get back to you on Monday.", "getting back to you on Monday"),
            ("I'll email you the notes in half an hour", "emailing the notes in half an hour"),
            ("I'll finish reviewing the draft today", "reviewing the draft today"),
            ("I'll follow up with Bob about the budget", "following up with Bob"),
            ("I'll send this report and that invoice next Friday.", "sending the report next Friday"),
            ("I'll write a summary of the meeting tomorrow", "writing a summary of the meeting tomorrow"),
            ("Tomorrow I will send Anna the keys", "sending the keys Tomorrow"),
            ("I'll let you know by Friday", "letting you know by Friday"),
            ("I'll make sure that the invoice gets paid", "making sure that the invoice gets paid"),
            ("I will ask Sarah to send it", "asking Sarah"), ("I will focus on hiring", "focusing on hiring"),
            ("Let me call 555-1234 today", "calling 555-1234 today"),
        ])
    func commitments(text: String, done: String) throws {
        try expect(
            text, "COMMITMENT", "commitment.first_person_future",
            "Victor committed to \(done == "cancelling the plan next week" ? "canceling the plan next week" : done).")
    }

    @Test(
        "a denial, an opinion and a courtesy are no commitment",
        arguments: [
            "I won't send it.", "I will not be there", "I can't send the report today.", "I will never send that",
            "I'm not going to pay.", "I don't think I can make it tomorrow.", "Let me know by Friday.",
            "Don't let me down.", "Take what I can give", "We will send it.", "You will send it.", "Thanks!", "ok",
        ])
    func noCommitments(text: String) throws {
        #expect(try Conversation((speaker: "Victor", text: text)).analyzed().types == [])
    }

    @Test(
        "a question or plea to the other is a request",
        arguments: [
            ("Can you send me the invoice by Friday?", "send the invoice by Friday"),
            ("Could you please review PR 42 before noon tomorrow?", "review PR 42 before noon tomorrow"),
            ("Would you mind sending over the slides?", "send over the slides"),
            ("Will you book the room on Tuesday?", "book the room on Tuesday"),
            ("Please upload the signed forms.", "upload the signed forms"),
            ("Please, by Friday, upload the signed forms.", "upload the signed forms by Friday"),
            ("Send the report by Friday, please.", "send the report by Friday"),
            ("The report by Friday, please.", nil),
            ("Do you mind closing the ticket?", "close the ticket"),
            ("Can someone pick up the cake at 4?", "pick up the cake at 4"),
            ("Could someone check the logs tonight?", "check the logs tonight"),
            ("Please don't forget to call the bank", "call the bank"),
            ("Can you check if the server is up by 5?", "check by 5"),
            ("Hey Anna, can you talk to Bob about pricing?", "talk to Bob"),
            ("Please Sarah send the deck", "send the deck"),
        ] as [(String, String?)])
    func requests(text: String, asked: String?) throws {
        try expect(
            text, "REQUEST", "request.second_person",
            asked.map { "Anna was asked to \($0)." } ?? "Anna was asked for the report by Friday.")
    }

    @Test(
        "an explicit wish to be reminded is a reminder, and beats every other rule",
        arguments: [
            ("Remind me to call Bob tomorrow morning", "to call Bob tomorrow morning"),
            ("Please remind us to renew the passport next month.", "to renew the passport next month"),
            ("Can you remind them to pay the rent on the 1st?", "to pay the rent on the 1st"),
            ("Don't let me forget to water the plants", "to water the plants"),
            ("Remind me about the dentist on Friday", "about the dentist on Friday"),
            ("Remind me that I must call the bank tonight", "to call the bank tonight"),
            ("I will be late; remind me to book a taxi", "to book a taxi"),
        ])
    func reminders(text: String, what: String) throws {
        try expect(text, "REMINDER", "reminder.explicit", "Victor asked to be reminded \(what).")
    }

    @Test(
        "a discussion put off is a check-back",
        arguments: [
            ("Let's revisit the pricing next week.", "the pricing next week"),
            ("Let's talk tomorrow", "this topic tomorrow"),
            ("Let us discuss the roadmap on Monday", "the roadmap on Monday"),
            ("Let's circle back on the pricing", "the pricing"), ("Let's come back to the budget", "the budget"),
            ("We should revisit this tomorrow", "this tomorrow"),
            ("Circle back on hiring next month", "hiring next month"),
            ("Busy now, talk later", "this topic later"), ("We can discuss tomorrow", "this topic tomorrow"),
            ("We must come back to this on Friday", "this on Friday"),
            ("We should pick this up next Tuesday", "this next Tuesday"),
            ("We could talk about it on Friday", "it on Friday"),
        ])
    func checkBacks(text: String, what: String) throws {
        try expect(
            text, "CHECK_BACK", "check_back.deferred_discussion", "The conversation should revisit \(what).")
    }

    @Test(
        "who waits for something should follow up",
        arguments: [
            ("Still waiting for the signed contract from Acme.", "the signed contract"),
            ("We are still waiting", "a reply"), ("I'm waiting on the review", "the review"),
            ("Have you heard from legal?", "legal"), ("I haven't received the invoice yet.", "the invoice"),
            ("Any update on the contract?", "the contract"), ("Any updates?", "a reply"),
            ("Following up on the invoice", "the invoice"), ("Just checking in on the proposal", "the proposal"),
        ])
    func followUps(text: String, what: String) throws {
        try expect(
            text, "FOLLOW_UP", "follow_up.waiting_state", "Victor is waiting for \(what) and should follow up.")
    }

    @Test(
        "an action that waits for another's end is a dependency",
        arguments: [
            ("Once legal approves the contract, we ship.", " for the contract"),
            ("After QA finishes the tests we deploy on Monday", " for the tests on Monday"),
            ("As soon as they complete the audit, we start.", " for the audit"),
            ("When the draft is reviewed, it goes out", " for the draft"),
        ])
    func dependencies(text: String, what: String) throws {
        try expect(
            text, "DEPENDENCY", "dependency.blocked_action",
            "An action is blocked until a dependency is resolved\(what).")
    }

    @Test(
        "words for when alone make no dependency",
        arguments: ["Once upon a time", "After lunch we deploy", "When is the meeting", "As soon as possible"])
    func noDependencies(text: String) throws {
        #expect(try Conversation((speaker: "Victor", text: text)).analyzed().types == [])
    }

    @Test(
        "a deadline stands where nothing else was said",
        arguments: [
            ("The final report is due Friday.", "the final report Friday"),
            ("Rent is due by the 1st", "the Rent by the 1st"), ("The draft is due on Monday", "the draft on Monday"),
            ("I need this by tomorrow", "this by tomorrow"),
            ("We need this report by Monday 9am", "the report by Monday 9am"),
            ("The draft needs to be finished by end of month.", "the draft by end of month"),
            ("The form must be signed by noon", "the form by noon"),
            ("The budget has to be approved by Friday", "the budget by Friday"),
            ("We have to ship the beta by the end of next week", "the beta by the end of next week"),
            ("The portal closes on Friday at 17:00.", "the portal on Friday at 17:00"),
            ("The deadline for the proposal is August 5.", "the proposal August 5"),
            ("The proposal deadline is tomorrow.", "the proposal tomorrow"),
        ])
    func deadlines(text: String, what: String) throws {
        try expect(text, "DEADLINE", "deadline.explicit", "There is a deadline for \(what).")
    }

    @Test("a deadline is due at the end of its day, as is a promise in a sentence that names one")
    func deadlineTimes() throws {
        #expect(try suggestion("The report is due Friday.").string("temporal", "due_at") == "2026-07-17T17:00:00-04:00")
        let promise = try suggestion("I will send the report that is due Friday.")
        #expect(promise.string("type") == "COMMITMENT")
        #expect(promise.string("temporal", "due_at") == "2026-07-17T17:00:00-04:00")
        #expect(promise.string("temporal", "precision") == "DAY")
        #expect(try Conversation((speaker: "V", text: "Late due to the weather on Friday")).analyzed().types == [])
    }

    @Test("where two rules have the same score, commitments come before requests and check-backs before follow-ups")
    func ties() throws {
        #expect(try suggestion("Can you wait? I will send it today.").string("type") == "COMMITMENT")
        #expect(try suggestion("Any update? Let's talk tomorrow.").string("type") == "CHECK_BACK")
        #expect(try suggestion("Still waiting for them to finish it").string("type") == "FOLLOW_UP")
        #expect(try suggestion("Once they finish it, can you ship it").string("type") == "REQUEST")
    }

    @Test("a message gives one suggestion at most, a blank one none")
    func oneAMessage() throws {
        let answer = try Conversation(
            (speaker: "Victor", text: "I will send the report. I will send the invoice. Please pay it."),
            (speaker: "Anna", text: "  \n ")
        ).analyzed()
        #expect(answer.types == ["COMMITMENT"])
        #expect(answer.warnings == [])
    }
}
