internal import CivilTime

/// Which zone people mean by a city, an abbreviation or an IANA name.
enum ZoneNames {
    /// The IANA name that a text spells, whatever its case; nil when it spells none.
    static func identifier(spelledLike text: String) -> String? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 3, let area = parts.first, isArea(String(area)) else { return nil }
        var name = text
        while let last = name.last, last == "-" || last == "+" || last == "_" { name.removeLast() }
        let spelled = name.split(separator: "/").map { capitalised(String($0)) }.joined(separator: "/")
        return Zone(identifier: spelled) == nil ? nil : spelled
    }

    /// A word or words that name a zone by themselves: "utc", "pst", "eastern".
    static func abbreviation(_ word: String) -> String? { abbreviations[word] }

    /// A place whose name means its time: "london", "new york".
    static func place(_ words: String) -> String? { places[words] }

    /// The zone that is always so far ahead of UTC, where the IANA database has one.
    static func fixed(offsetMinutes: Int) -> String? {
        if offsetMinutes == 0 { return "UTC" }
        if offsetMinutes % 60 == 0, (-12...14).contains(offsetMinutes / 60) {
            // The names of this area have the sign of POSIX: Etc/GMT-2 is two hours ahead.
            let hours = offsetMinutes / 60
            return hours > 0 ? "Etc/GMT-\(hours)" : "Etc/GMT+\(-hours)"
        }
        return fractional[offsetMinutes]
    }

    /// Zones without summer time at fractional offsets.
    private static let fractional: [Int: String] = [
        210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 390: "Asia/Yangon",
        525: "Australia/Eucla", 570: "Australia/Darwin", -570: "Pacific/Marquesas",
    ]

    private static func capitalised(_ part: String) -> String {
        if let fixed = spellings[part] { return fixed }
        var result = ""
        var isStart = true
        for character in part {
            result += isStart ? character.uppercased() : String(character)
            isStart = character == "_" || character == "-" || character == "+"
        }
        return result
    }

    /// Whether names of the database begin so.
    static func isArea(_ word: String) -> Bool { areas.contains(word) }

    private static let areas = WordSet(
        """
        africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico \
        pacific us
        """)

    /// Parts that are not written with capitals at the start of each word only.
    private static let spellings: [String: String] = {
        var known = [
            "us": "US", "utc": "UTC", "uct": "UCT", "gmt": "GMT", "gmt0": "GMT0", "port_of_spain": "Port_of_Spain",
            "dar_es_salaam": "Dar_es_Salaam", "port-au-prince": "Port-au-Prince", "isle_of_man": "Isle_of_Man",
            "act": "ACT", "nsw": "NSW", "lhi": "LHI", "dumontdurville": "DumontDUrville", "mcmurdo": "McMurdo",
        ]
        for hours in 0...14 {
            known["gmt+\(hours)"] = "GMT+\(hours)"
            known["gmt-\(hours)"] = "GMT-\(hours)"
        }
        return known
    }()

    private static let abbreviations: [String: String] = [
        "utc": "UTC", "gmt": "UTC", "zulu": "UTC", "est": "America/New_York", "edt": "America/New_York",
        "et": "America/New_York", "eastern": "America/New_York", "cst": "America/Chicago", "cdt": "America/Chicago",
        "ct": "America/Chicago", "central": "America/Chicago", "mst": "America/Denver", "mdt": "America/Denver",
        "mt": "America/Denver", "mountain": "America/Denver", "pst": "America/Los_Angeles",
        "pdt": "America/Los_Angeles",
        "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "akst": "America/Anchorage",
        "akdt": "America/Anchorage", "hst": "Pacific/Honolulu", "bst": "Europe/London", "wet": "Europe/Lisbon",
        "west": "Europe/Lisbon", "cet": "Europe/Paris", "cest": "Europe/Paris", "eet": "Europe/Athens",
        "eest": "Europe/Athens", "msk": "Europe/Moscow", "ist": "Asia/Kolkata", "pkt": "Asia/Karachi",
        "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "hkt": "Asia/Hong_Kong", "sgt": "Asia/Singapore",
        "pht": "Asia/Manila", "ict": "Asia/Bangkok", "wib": "Asia/Jakarta", "awst": "Australia/Perth",
        "acst": "Australia/Adelaide", "acdt": "Australia/Adelaide", "aest": "Australia/Sydney",
        "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
        "sast": "Africa/Johannesburg",
        "wat": "Africa/Lagos", "eat": "Africa/Nairobi", "brt": "America/Sao_Paulo",
        "art": "America/Argentina/Buenos_Aires",
        "ast": "America/Halifax", "adt": "America/Halifax", "nst": "America/St_Johns",
    ]

    private static let places: [String: String] = [
        "london": "Europe/London", "uk": "Europe/London", "british": "Europe/London", "dublin": "Europe/Dublin",
        "irish": "Europe/Dublin", "lisbon": "Europe/Lisbon", "madrid": "Europe/Madrid", "barcelona": "Europe/Madrid",
        "paris": "Europe/Paris", "brussels": "Europe/Brussels", "amsterdam": "Europe/Amsterdam",
        "berlin": "Europe/Berlin",
        "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "frankfurt": "Europe/Berlin", "german": "Europe/Berlin",
        "zurich": "Europe/Zurich", "geneva": "Europe/Zurich", "vienna": "Europe/Vienna", "rome": "Europe/Rome",
        "milan": "Europe/Rome", "prague": "Europe/Prague", "warsaw": "Europe/Warsaw", "budapest": "Europe/Budapest",
        "stockholm": "Europe/Stockholm", "oslo": "Europe/Oslo", "copenhagen": "Europe/Copenhagen",
        "helsinki": "Europe/Helsinki", "athens": "Europe/Athens", "istanbul": "Europe/Istanbul", "kyiv": "Europe/Kyiv",
        "kiev": "Europe/Kiev", "bucharest": "Europe/Bucharest", "sofia": "Europe/Sofia", "moscow": "Europe/Moscow",
        "central european": "Europe/Paris", "eastern european": "Europe/Athens", "western european": "Europe/Lisbon",
        "new york": "America/New_York", "nyc": "America/New_York", "ny": "America/New_York",
        "boston": "America/New_York",
        "miami": "America/New_York", "washington": "America/New_York", "atlanta": "America/New_York",
        "philadelphia": "America/New_York", "toronto": "America/Toronto", "montreal": "America/Toronto",
        "detroit": "America/Detroit", "chicago": "America/Chicago", "dallas": "America/Chicago",
        "houston": "America/Chicago", "austin": "America/Chicago", "texas": "America/Chicago",
        "denver": "America/Denver",
        "phoenix": "America/Phoenix", "arizona": "America/Phoenix", "los angeles": "America/Los_Angeles",
        "la": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "sf": "America/Los_Angeles",
        "seattle": "America/Los_Angeles", "california": "America/Los_Angeles", "portland": "America/Los_Angeles",
        "san diego": "America/Los_Angeles", "las vegas": "America/Los_Angeles", "vancouver": "America/Vancouver",
        "anchorage": "America/Anchorage", "alaska": "America/Anchorage", "hawaii": "Pacific/Honolulu",
        "honolulu": "Pacific/Honolulu", "halifax": "America/Halifax", "mexico city": "America/Mexico_City",
        "bogota": "America/Bogota", "lima": "America/Lima", "santiago": "America/Santiago",
        "caracas": "America/Caracas",
        "buenos aires": "America/Argentina/Buenos_Aires", "sao paulo": "America/Sao_Paulo",
        "rio de janeiro": "America/Sao_Paulo", "dubai": "Asia/Dubai", "abu dhabi": "Asia/Dubai",
        "riyadh": "Asia/Riyadh",
        "doha": "Asia/Qatar", "tehran": "Asia/Tehran", "tel aviv": "Asia/Jerusalem", "jerusalem": "Asia/Jerusalem",
        "israel": "Asia/Jerusalem", "cairo": "Africa/Cairo", "lagos": "Africa/Lagos", "nairobi": "Africa/Nairobi",
        "johannesburg": "Africa/Johannesburg", "cape town": "Africa/Johannesburg", "accra": "Africa/Accra",
        "casablanca": "Africa/Casablanca", "karachi": "Asia/Karachi", "delhi": "Asia/Kolkata",
        "new delhi": "Asia/Kolkata",
        "mumbai": "Asia/Kolkata", "bangalore": "Asia/Kolkata", "kolkata": "Asia/Kolkata", "chennai": "Asia/Kolkata",
        "india": "Asia/Kolkata", "indian": "Asia/Kolkata", "kathmandu": "Asia/Kathmandu", "dhaka": "Asia/Dhaka",
        "bangkok": "Asia/Bangkok", "hanoi": "Asia/Ho_Chi_Minh", "jakarta": "Asia/Jakarta",
        "singapore": "Asia/Singapore",
        "kuala lumpur": "Asia/Kuala_Lumpur", "manila": "Asia/Manila", "hong kong": "Asia/Hong_Kong",
        "shanghai": "Asia/Shanghai", "beijing": "Asia/Shanghai", "china": "Asia/Shanghai", "taipei": "Asia/Taipei",
        "seoul": "Asia/Seoul", "korea": "Asia/Seoul", "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo",
        "perth": "Australia/Perth", "adelaide": "Australia/Adelaide", "darwin": "Australia/Darwin",
        "brisbane": "Australia/Brisbane", "sydney": "Australia/Sydney", "melbourne": "Australia/Melbourne",
        "canberra": "Australia/Sydney", "hobart": "Australia/Hobart", "auckland": "Pacific/Auckland",
        "wellington": "Pacific/Auckland", "new zealand": "Pacific/Auckland", "greenwich": "UTC", "universal": "UTC",
        "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
        "pacific": "America/Los_Angeles",
    ]
}
