import CivilTime
public import Logging
import WireJSON

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Logs one line an event to standard error, as text or as JSON.
public struct LineLogHandler: LogHandler {
    /// `--log-format`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let format: Format
    private let clock = WallClock()

    public init(level: Logger.Level, format: Format) {
        logLevel = level
        self.format = format
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var pairs = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { pairs["error"] = "\(error)" }
        let extra = pairs.sorted { $0.key < $1.key }
        let time = clock.now.rfc3339()
        let line: [UInt8]
        switch format {
        case .text:
            let pairs = extra.map { " \($0.key)=\(Self.oneLine("\($0.value)"))" }.joined()
            line = Array("\(time) \(event.level) \(Self.oneLine("\(event.message)"))\(pairs)\n".utf8)
        case .json:
            var object: JSONObject = ["time": .string(time), "level": .string("\(event.level)")]
            object["message"] = .string("\(event.message)")
            for (key, value) in extra { object[key] = .string("\(value)") }
            line = JSON.object(object).serialized(escapingHTML: false) + [UInt8(ascii: "\n")]
        }
        Self.write(line)
    }

    /// Text from outside, a path say, cannot begin a line of its own or move the cursor.
    static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { return text }
        return text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7f ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }.joined()
    }

    /// One write a line, so that lines of several threads do not mix. A log that cannot be written is given up.
    private static func write(_ line: [UInt8]) {
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Self.writeOnce($0) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func writeOnce(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #endif
    }
}
