import CivilTime
import WireJSON

/// The body of `PUT /__admin/clock`: `{"mode": "frozen", "now": "2026-01-01T00:00:00Z"}` or `{"mode": "real"}`.
struct ClockBody {
    private let json: JSON

    init(_ json: JSON) { self.json = json }

    func mode(now: Instant) throws(ControlError) -> WorldClock.Mode {
        let fields = try ControlFields(json, known: ["mode", "now"])
        let mode = try fields.requiredWord("mode", of: ["real", "frozen"])
        let instant = try fields.instant("now")
        if mode == "frozen" { return .frozen(instant ?? now) }
        guard instant == nil else { throw .body("a real clock cannot be set", hint: "leave out `now`") }
        return .real
    }

    /// As it stands in a state document: a real clock leaves no instant behind.
    static func json(_ clock: WorldClock) -> JSON {
        guard case .frozen(let instant) = clock.mode else { return ["mode": "real"] }
        return ["mode": "frozen", "now": .string(instant.rfc3339())]
    }
}
