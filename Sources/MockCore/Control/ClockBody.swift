import CivilTime
import WireJSON

/// The body of `PUT /__admin/clock`: `{"mode": "frozen", "now": "2026-01-01T00:00:00Z"}` or `{"mode": "real"}`.
struct ClockBody {
    private let json: JSON

    init(_ json: JSON) { self.json = json }

    func mode(now: Instant) throws(ControlError) -> WorldClock.Mode {
        switch json["mode"]?.stringValue {
        case "real":
            if let text = json["now"], !text.isNull {
                throw ControlError.body("a real clock cannot be set: leave out `now`")
            }
            return .real
        case "frozen":
            guard let value = json["now"], !value.isNull else { return .frozen(now) }
            guard let text = value.stringValue, let instant = Instant(rfc3339: text) else {
                throw ControlError.body("now is not an RFC 3339 date such as 2026-01-01T00:00:00Z")
            }
            return .frozen(instant)
        default: throw ControlError.body("mode is neither real nor frozen")
        }
    }

    /// As it stands in a state document: a real clock leaves no instant behind.
    static func json(_ clock: WorldClock) -> JSON {
        guard case .frozen(let instant) = clock.mode else { return ["mode": "real"] }
        return ["mode": "frozen", "now": .string(instant.rfc3339())]
    }
}
