/// Verbs and nouns that tell orders from statements.
enum IntentVerbs {
    /// Begin an order whatever follows: no noun looks like them.
    static let pure = Verbs.set(
        """
        remind notify send create schedule email ping follow move add make set book execute generate deliver publish upload submit arrange \
        organize organise prepare verify forward deploy restart sync synchronize rebuild refresh rotate archive import export announce \
        buy pay take give get bring pick keep ensure remove delete clean feed water wake tell nudge alert text message buzz invite \
        attend join begin reschedule reserve renew confirm complete finish meditate exercise stretch eat go start put collect calculate \
        fetch pull compile purge prune launch trigger invoke turn switch retry back
        """)

    /// Those whose third person is no plural either: "Amazon delivers on Sundays".
    static let onlyVerbs = Verbs.set(
        "remind send create execute generate deliver publish submit arrange organize verify announce buy bring keep remove begin attend join meditate calculate exercise eat"
    )

    /// Orders that only IntentVerbs knows.
    private static let more = Verbs.set(
        """
        write fix install migrate wear sign attach assign approve compose download sell invest dim preheat defrost dump fetch gather \
        aggregate analyze analyse lint refund ask request offer interview onboard enroll enqueue queue postpone defer delay bump shift extend rename \
        tag label flag escalate unlock heat cool pray breathe rest jog floss brush shower shave swim weigh recharge refuel \
        validate provision scale spin truncate query gather chat talk speak connect sell hire train teach practice find search look think check \
        shut boot kill halt suspend unsubscribe hold skip pause cease quit mute avoid sleep relax smile call speed sort organise \
        congratulate thank greet wish introduce repost retweet vacuum bill invoice celebrate water have do be use try leave \
        ring phone fire hand drop raise lower light translate summarize summarise define sing draw solve compute count convert spell \
        recommend suggest compare list show explain describe tell wait
        """)

    /// Ask for an answer at once, not for a schedule.
    static let answering = Verbs.set(
        """
        translate summarize summarise define sing draw solve compute convert spell recommend suggest compare imagine guess say believe \
        think calculate find search look wait thank congratulate wish greet be relax smile use do have see count
        """)

    static let all = Verbs.all.union(more).union(pure).subtracting(Verbs.set("whatsapp"))

    /// Verbs that are nouns as well: what follows tells which.
    static let alsoNouns = all.subtracting(pure).subtracting(
        Verbs.set("write fix install run backup back wash clean do have be let")
    )
    .subtracting(activities)

    /// Nouns as well, but people order them bare: "Run every 4 minutes", "Study every evening".
    private static let activities = Verbs.set(
        "run ping backup sync check poll study read cook pray floss jog meditate stretch exercise walk sleep reboot crawl scrape meet talk chat speak cancel skip pause stop hold"
    )

    /// The second word of compounds that begin like an order: "book club", "call center".
    static let compoundHeads = Verbs.set(
        "club fair signing center centre card date group drive number job meeting session party day days night class practice window schedule of plan team room time"
    )

    /// What people say they need, want or would like when they mean a request.
    static let wanted = Verbs.set(
        """
        reminder reminders alarm alarms alert alerts notification notifications report reports summary summaries digest digests email emails text \
        message messages job jobs task tasks backup backups update updates meeting meetings call calls schedule sync event ping nudge export newsletter \
        invoice invoices appointment booking standup recap cron snapshot statement list timer reservation report's slot
        """)

    /// Words before a noun; behind a verb they show that it is one.
    static let determiners = Verbs.set(
        "the a an my our your his her its their this that these those me us him them it all some any each everyone everybody someone"
    )

    static let pronouns = Verbs.set(
        """
        i we he she they it you there i'm i've i'll i'd it's we're we'll we've that's there's he's she's they're you're im ive everyone everybody \
        nobody someone she'll he'll they'll it'll you'll we'd they've you've who's that'll somebody anyone they'd he'd she'd id youre theyre weve
        """)

    static let auxiliaries = Verbs.set(
        """
        is are was were am do does did has have had will would can could should shall may might must isn't aren't wasn't weren't \
        doesn't didn't don't hasn't haven't won't wouldn't can't couldn't shouldn't
        """)

    /// Plurals that do not end in s.
    static let plurals = Verbs.set("people children men women kids folks staff police feet mice data")

    /// Verbs that follow a plural: "trains leave", "students have".
    static let plain = Verbs.set(
        """
        go run leave start begin happen take meet have need get come open close ship work arrive end expire fail break stop repeat fire \
        trigger send receive occur fall live play eat sleep wake like love hate want know think say make give keep see depart air want prefer \
        publish report visit cost die grow fly drive pay study train refresh reset renew update are were
        """)

    /// Third persons that are plurals of nouns as well.
    static let alsoPlurals = Verbs.set(
        """
        reports emails calls tests checks reviews orders posts messages alerts plans changes walks drinks builds jobs texts pings records logs \
        backups drafts releases deploys charges files books tasks updates visits records exports imports uploads syncs runs notes prompts issues \
        watches tracks measures contacts blocks copies stores prints counts audits monitors lists shows plays charges tags labels flags bills invoices \
        hosts drives buys orders meets covers works ends needs costs starts wants looks stands repeats takes goes
        """
    ).subtracting(Verbs.finite)

    /// Whether the word is the third person of a verb: "checks", "emails", "watches", "copies".
    static func isThirdPerson(_ word: String) -> Bool {
        guard word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 3 else { return false }
        if all.contains(String(word.dropLast())) { return true }
        if word.hasSuffix("ies") { return all.contains(String(word.dropLast(3)) + "y") }
        return word.hasSuffix("es") && all.contains(String(word.dropLast(2)))
    }

    /// Whether the word is the past of a regular verb: "emailed", "moved", "skipped", "copied".
    static func isPast(_ word: String) -> Bool {
        guard word.hasSuffix("ed"), word.utf8.count > 4 else { return false }
        let stem = String(word.dropLast(2))
        if all.contains(stem) || all.contains(stem + "e") { return true }
        if stem.hasSuffix("i") { return all.contains(String(stem.dropLast()) + "y") }
        let bytes = Array(stem.utf8)
        return bytes.count > 2 && bytes[bytes.count - 1] == bytes[bytes.count - 2]
            && all.contains(String(stem.dropLast()))
    }
}
