/// Words that are close to a schedule word but mean what they say.
enum CommonWords {
    static func contains(_ word: String) -> Bool {
        words.contains(word) || Lexicon.weekday(word) != nil || Lexicon.month(word) != nil || Lexicon.unit(word) != nil
            || Lexicon.number(word) != nil || Lexicon.ordinal(word) != nil || Lexicon.dayPart(word) != nil
            || Lexicon.frequency(word) != nil
    }

    private static let words = WordSet(
        """
        fortnight fortnights easter staging forthnight abort about above accept account across action admin \
        adult advert after again agent agree album alert align alive alone along already also always amount \
        angle another anyone april's argue array arrive artist assist attend audit author avoid awake award \
        aware back backup badge bakery band bank base basic bath beach bean beat bed beer begin being below \
        bench best better bill birth birthday block board boat body book boost both bottle bottom box brand \
        bread break bring broad broken brother brown brush budget build burn button buyer cache call called \
        calls came camera campaign cancel candy card care carry case cash catch cause center central chain \
        chair chance change charge chart chat cheap check cheese chest chicken chief child church city claim \
        class clean clear client climb clock close cloud club coach coast code coffee cold color come comment \
        common company cook copy corner cost could count course court cover create credit crew crop cross \
        crowd custom customer dairy dance dark data database date dates dated dawn deal dear debit debt \
        december's deep default delay delete deliver demand deploy depth desk detail device dial diary diet \
        digest dinner direct dirty dish disk dog dollar done door double doubt down draft drama dream dress \
        drink drive drop drug dryer duty early earn earth ease easily east eastern easy eat eats edit effort \
        eight either elder email empty ends energy engine enjoy enough enter entry equal error essay even \
        event events ever everyone everything exact exam except's excerpt exercise exist exit expect expects \
        expert export express extra eyes face fact fail fair fall false family farm fast father fault favor \
        favorite fear feed feel fetch fever field fifth fight figure file fill film final find finish fire \
        firm fish fits five fixed flag flash flat flight floor flow flower flush focus fold folder follow food \
        foot force forget form forms fort forth forum forward found frame fraud free fresh friend friends \
        fries from front fruit fuel full fully fund funny game garage garden gate gear general gift girl give \
        given glass goal goes gold good grade grand grant grass great green greet gross group grow guard guest \
        guide gym habit hair half hall hand handle happen happy hard have head health hear heart heat heavy \
        hello help here hers high hike hill hint hire hold hole holiday home honey hope horse host hotel house \
        human hurry idea image impact import inbox index inform input inside invoice issue item items jam jar \
        jobs join joint judge juice jump junior keep keys kick kids kill kind king kitchen knee know label \
        lack lake land lane large lasts late later lately latest launch laundry lawn lawyer lead leads leaf \
        learn lease least leave left legal lemon less lesson letter level library license life lift light like \
        limit line link list lists listen live lives load loan local lock logs long look loop lose loss lost \
        lots loud love lower luck lunch mail main maker making mall manage manager many map mark market master \
        match mate material math matter maybe meal mean means meat media medical meet meeting member memo \
        memory mental mention menu merge mess message metal meter method middle might mile milk mill mind mine \
        minimum minor minus miss mix mobile mode model modern mom moment money monitor mood moon more mortgage \
        most mostly mother motion mount mouse mouth mouths move movie much music must mute name near neck need \
        nest net network never new news next nice nine node noise none normal north nose note notes nothing \
        notice noun novel now number nurse object observe offer office official often once one online only \
        open opens option orange order orders organ other's others otter ours outer outlet output over overdue \
        oven owner pack package page paid paint pair panel paper parent park part party pass past path pause \
        payday payroll peace people pepper per period person pet phone photo piano pick picture piece pill \
        pills pilot pipe pitch pizza place plan plane plans plant plants plate play player please plug plus \
        point police pool poor popular port post pound power press prevent price pride prime print prior prize \
        process product project proof proper public pull pump pupil purge push quality quart quarters queen \
        query queue quick quickly quiet quietly quit quite quote race radio rain raise ranch range rank rapid \
        rate raw reach react read reader ready real rebuild recap receipt recent record recorder recover \
        reduce refer refill refresh region reload remain remains remember remind reminded reminder reminders \
        reminding reminds remote remove renew rent repair repeat replace reply report request rescue reset \
        rest restart result retry return review reward rice rich ride right ring rise risk river road robot \
        rock role roll roof room root rotate rough round route row rule run rush safe sail salad sale salt \
        same sand sandy save scale scan scene schedules scheduled school score screen script search season \
        seat sell send senior sense sent series serve server servers service session setup seven severe shake \
        shall shape share sharp sheet shelf shift ship shirt shoe shop short should show shut sick side sign \
        silly simple since sing single sister site size skill skip sleep slide slow small smart smile smoke \
        snack snow soap social sock soft some someday someone something somewhat son song soon sorry sort soul \
        soup south space spare speak speed spend split sport spot spring stack staff stage stand standup star \
        staring stars start starts state station status stay steam steel step sticks still stock stop store \
        storm story stove street stretch strike strong student study stuff style sugar suite summary summer \
        sun sunday's sundae sunny sunset sunrise super supper supply support sure surgery survey sweep sweet \
        swim switch sync system table take tale talk tank tape task taste taxes taxi teach team tech teeth \
        tell temp tenant tennis term terms test text than thank thanks that the their theirs them then there \
        these they thick thin thing things think this those thought thread threat three through's throw thrown \
        thus ticket tide tidy tight time times timer tiny tire title toady toast toddler together toilet token \
        tone tool tooth topic total touch tough tour toward town toys track trade traffic trail train transfer \
        trash travel tray treat tree trial trigger trip truck true trust truth tube tune turn tutor type unit \
        units unite unlock update upload upon upper urban urge used user users usual vacuum value very veto \
        video view visa visit visits voice vote wage wait waking walk wall want warm warn wash waste watch \
        water wave ways weak weakly wear weather web wedding weed weeds weekend's weigh weight welcome well \
        went were west wet what wheel when where which while white whole wide wife wild will wind window \
        windows wine wing winter wire wise wish with within without woman wonder wood word work worker workout \
        world worm worry worse worst would wound wrap write writer wrong yard yeah yearn years' yell yellow \
        yoga young your yours youth zone zoom augment aught decent decide decline mandy monica jane june's \
        julia julie julian sander sandra jan's frida fridge frida's mayor maybe mooring mourning moaning \
        evident evens eleventh nights knight light moth moths dally tally rally wobbly secant seconded minuet \
        minutiae hour honour hourglass beginner beginners staring stating stirring starring rooting routing \
        evening's mondays' eats ouch otherwise there's weakens quitter quarterly quarters octave octopus \
        noon's noun nook soon nick nigh tough though thought throughput todo toddy toga tray last lasting lost \
        list least blast cast fast past clast lust lest twine twist twitch twins remix remand reminder's \
        rewind firsts thirds thirsty thirst frosty first-hand burst worst flirt dating dialing dialed drily \
        duly durian curing luring maturing enduring untie unit until'd unity united utile fourths fourteen \
        fours forth forte sixteen fifties fifty thirteen twelfth scheduler rescheduling chris christina \
        christine christian
        """)
}
