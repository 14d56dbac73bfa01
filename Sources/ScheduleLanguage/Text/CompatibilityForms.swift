/// What characters outside ASCII stand for when people write schedules.
enum CompatibilityForms {
    /// ASCII of the same meaning, or nil when there is none.
    static func ascii(of value: UInt32) -> String? {
        switch value {
        case 0xFF01...0xFF5E: character(value - 0xFEE0)
        case 0x1D400...0x1D6A3: mathematicalLetter(value - 0x1D400)
        case 0x1D7CE...0x1D7FF: character(0x30 + (value - 0x1D7CE) % 10)
        case 0x2080...0x2089: character(0x30 + value - 0x2080)
        case 0x00C0...0x017F: latin(value)
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
        case 0x2018...0x201B, 0x2032, 0x02BC, 0x00B4: "'"
        case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: "\""
        default: single[value]
        }
    }

    /// Joins, marks and selectors that change how a character looks but not what it says.
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0x00AD, 0xFE00...0xFE0F, 0x20E3: true
        default: false
        }
    }

    private static func character(_ value: UInt32) -> String? { Unicode.Scalar(value).map { String(Character($0)) } }

    /// The mathematical alphabets repeat A to Z, a to z.
    private static func mathematicalLetter(_ offset: UInt32) -> String? {
        let place = offset % 52
        return character(place < 26 ? 0x41 + place : 0x61 + place - 26)
    }

    private static let single: [UInt32: String] = [
        0x00B9: "1", 0x00B2: "2", 0x00B3: "3", 0x2070: "0", 0x2074: "4", 0x2075: "5", 0x2076: "6", 0x2077: "7",
        0x2078: "8", 0x2079: "9", 0x00BD: ".5", 0x00BC: ".25", 0x00BE: ".75", 0x2026: "...", 0x2024: ".",
        0x00B7: " ", 0x2022: " ", 0x00BA: "o", 0x00AA: "a", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi",
        0xFB04: "ffl", 0x02E2: "s", 0x1D57: "t", 0x02B0: "h", 0x1D48: "d", 0x207F: "n", 0x02B3: "r", 0x2236: ":",
        0x2044: "/", 0x2215: "/", 0x3002: ".", 0x3001: ",", 0x203C: "!", 0x2049: "!?", 0x33C2: "am", 0x33D8: "pm",
    ]

    /// Base letters of U+00C0 to U+017F, two characters for ligatures; `.` where there is none.
    private static func latin(_ value: UInt32) -> String? {
        switch value {
        case 0x00C6: return "AE"
        case 0x00E6: return "ae"
        case 0x00DF: return "ss"
        case 0x0152: return "OE"
        case 0x0153: return "oe"
        default: break
        }
        let index = Int(value - 0x00C0)
        guard index < latinBases.count, latinBases[index] != UInt8(ascii: ".") else { return nil }
        return character(UInt32(latinBases[index]))
    }

    private static let latinBases = Array(
        ("AAAAAA.CEEEEIIII" + "DNOOOOO.OUUUUYT." + "aaaaaa.ceeeeiiii" + "dnooooo.ouuuuyty"
            + "AaAaAaCcCcCcCcDd" + "DdEeEeEeEeEeGgGg" + "GgGgHhHhIiIiIiIi" + "IiIiJjKkkLlLlLlL"
            + "lLlNnNnNnnNnOoOo" + "OoOoRrRrRrSsSsSs" + "SsTtTtTtUuUuUuUu" + "UuUuWwYyYZzZzZzs").utf8)
}
