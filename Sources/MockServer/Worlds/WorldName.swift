/// The name of a world: 1 to 64 of `A-Z a-z 0-9 . _ -`, but neither `.` nor `..`, which no path keeps.
///
/// `/worlds/default/…` and `/…` are the same world.
struct WorldName: Hashable, Sendable, Comparable, CustomStringConvertible {
    let text: String

    static let `default` = WorldName(unchecked: "default")

    init?(_ text: some StringProtocol) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed), text != ".", text != ".."
        else { return nil }
        self.text = String(text)
    }

    private init(unchecked text: String) { self.text = text }

    /// What stands before `/api/v1` in this world's URLs.
    var basePath: String { self == .default ? "" : "/worlds/\(text)" }

    var description: String { text }

    static func < (left: WorldName, right: WorldName) -> Bool { left.text < right.text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
