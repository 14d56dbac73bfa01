import WireJSON

/// Why the target gave no answer that can be passed on.
enum UpstreamFault: Equatable {
    /// No connection.
    case unreachable(String)
    /// The connection ended before an answer was complete.
    case brokenOff(String)
    /// What came is no HTTP.
    case unreadable(String)
    case tooSlow(seconds: Double)

    var status: Int {
        switch self {
        case .unreachable, .brokenOff, .unreadable: 502
        case .tooSlow: 504
        }
    }

    /// What came in place of an answer.
    var found: String {
        switch self {
        case .unreachable(let why): "no connection: \(why)"
        case .brokenOff(let what): what
        case .unreadable(let why): "no HTTP: \(why)"
        case .tooSlow(let seconds):
            "nothing complete within \(seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)") s"
        }
    }
}
