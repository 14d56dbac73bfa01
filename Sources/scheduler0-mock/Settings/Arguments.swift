public import ArgumentParser
import CivilTime
public import Logging
public import MockCore
public import MockServer

// How the values of the options are written on the command line and in the environment.

extension APILevel: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}
extension WorldOptions.Deliveries: ExpressibleByArgument {}
extension LineLogHandler.Format: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}

/// `--clock`.
enum ClockMode: String, CaseIterable, ExpressibleByArgument {
    case real, frozen
}

/// `--port`: 0 to 65535.
struct Port: ExpressibleByArgument {
    let number: Int

    init?(argument: String) {
        guard let number = UInt16(argument) else { return nil }
        self.number = Int(number)
    }
}

/// An instant as RFC 3339.
struct Moment: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(rfc3339: argument) else { return nil }
        self.instant = instant
    }
}

/// A length of time: ISO 8601 (`PT5M`) or as Go writes it (`5m`); more than nothing.
struct Period: ExpressibleByArgument {
    let span: Span

    init?(argument: String) {
        guard let span = Span(iso8601: argument) ?? Span(goDuration: argument), span > Span(milliseconds: 0) else {
            return nil
        }
        self.span = span
    }
}

/// A whole number greater than 0.
struct Count: ExpressibleByArgument {
    let number: Int

    init?(argument: String) {
        guard let number = Int(argument), number > 0 else { return nil }
        self.number = number
    }
}

/// A number of seconds greater than 0, with a fraction if wanted; at most a day.
struct Seconds: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        guard let number = Double(argument), number > 0, number <= 86_400 else { return nil }
        duration = .seconds(number)
    }
}
