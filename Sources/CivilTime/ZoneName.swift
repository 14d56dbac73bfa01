/// Which names the IANA database can have.
///
/// Foundation also takes abbreviations, offsets and names of its own (`PST`, `GMT+3`, `AET`, `SystemV/EST5`) and cuts
/// names at a zero byte; a server of the IANA database does not know those zones.
enum ZoneName {
    /// Whether the name has the form of an IANA name; only names that pass may be looked up.
    static func isPlausible(_ name: String) -> Bool {
        guard name.utf8.count <= 64, name.utf8.allSatisfy(isNameByte) else { return false }
        guard name.utf8.contains(UInt8(ascii: "/")) else { return withoutArea.contains(name) }
        return !name.hasPrefix("SystemV/") && !foreign.contains(name)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }

    /// Names with an area that Foundation has and the IANA database has not.
    private static let foreign: Set<String> = ["US/Pacific-New", "Canada/East-Saskatchewan", "Etc/Unknown"]

    /// All IANA names without an area; no new ones are made.
    private static let withoutArea: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "Factory", "GB", "GB-Eire", "GMT", "GMT+0",
        "GMT-0", "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein",
        "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC",
        "ROK", "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ]
}
