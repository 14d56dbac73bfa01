/// Words that tell what sort of sentence a prompt is. English only; each set is one rule.
enum Verbs {
    /// Ask for a job to run.
    static let job = set(
        """
        run execute trigger launch invoke fire deploy restart backup sync synchronize rebuild refresh purge \
        rotate reboot process poll scrape reindex index kick replicate archive compact vacuum prune crawl \
        ingest import export build reload rerun renew snapshot start retrain recompute flush warm
        """)

    /// Ask for somebody to be told.
    static let reminder = set(
        "remind reminder nudge wake alert ping call text message notify tell buzz prompt warn phone whatsapp dm poke ring"
    )

    /// Ask for something to be sent or made.
    static let send = set(
        """
        send email mail post publish share forward deliver generate compile submit report broadcast dispatch \
        produce issue fax upload tweet announce circulate distribute sms slack
        """)

    /// Other things people ask a scheduler for.
    static let other = set(
        """
        schedule book create move follow set add plan arrange organize organise make put check verify test \
        monitor clean update review prepare pay buy order water feed take turn open close lock switch charge \
        print collect count audit calculate get pull push do have keep ensure give order pick drop bring go \
        walk read study exercise meditate drink eat stretch practice practise record log save store copy \
        transfer reset clear empty wipe scan track measure watch visit meet attend join begin repeat \
        reschedule change block reserve register renew apply file complete finish confirm cancel invite \
        contact reach message wash mow vacuum cook bake stop disable enable activate deactivate remove delete \
        stand swap hand play commit merge release ship draft reply respond leave look help try perform conduct \
        hold host wind refill replace inspect fill reorder restock tidy dust iron sweep mop
        """)

    /// Verbs that ask for an answer, not for a schedule.
    static let informational = set(
        """
        tell show explain describe list write translate summarize summarise define compare sing draw solve \
        compute find search what's imagine guess say count convert spell teach recommend suggest
        """)

    static let all = job.union(reminder).union(send).union(other)

    /// Verbs that make a scheduler's request even when no time is said.
    static let scheduling = job.union(reminder).union(send).union(
        set(
            "schedule book create move follow set add plan arrange organize organise update check reschedule reserve block backup pay prepare water review order buy clean"
        )
    )
    .subtracting(set("tell start issue"))

    /// Verbs in forms that have a subject before them.
    static let finite = set(
        """
        is are was were am be's has had does did will would can could isn't aren't wasn't weren't hasn't \
        doesn't didn't won't runs starts happens takes begins opens closes meets ends goes comes gets occurs \
        falls works leaves arrives departs lasts repeats sends fires triggers executes needs wants likes loves \
        hates seems looks feels means makes gives keeps says tells knows thinks sounds lives plays eats sleeps \
        wakes rains snows expires fails breaks crashes stops appears became becomes sits stands airs resets \
        renews updates publishes launches ships releases bakes sells costs pays reports visits failed crashed \
        broke went came got met happened started ended ran stopped finished moved changed cancelled canceled \
        postponed slept ate woke saw said told thought felt made gave took left arrived departed sent received \
        called emailed texted missed forgot remembered lost found won died was bought sold paid became began \
        worked talked spoke wrote attended enjoyed visited opened closed launched released shipped deployed \
        published scheduled rescheduled rained snowed prefer prefers usually always
        """
    ).subtracting(set("reports updates"))

    /// Modal verbs: the sentence may be an order in disguise.
    static let modal = set("should must ought shall")

    static func set(_ words: StaticString) -> WordSet { WordSet(words) }
}
