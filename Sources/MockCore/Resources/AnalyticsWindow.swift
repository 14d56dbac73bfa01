import CivilTime
import WireJSON

/// The window of `GET /executions/analytics`: the instant asked for ± 6 h, cut into equal buckets, zeros included.
///
/// Observed: server-behaviour 7.2 (window, words). Documented: a point a minute.
struct AnalyticsWindow {
    let start: Instant
    let end: Instant
    private let bucket: Int64
    private let count: Int

    /// `bucket` in milliseconds.
    init(_ request: Request, bucket: Int64) throws {
        guard let dateText = request.call.query("startDate") else { throw Problem.queryMissing("startDate") }
        guard let timeText = request.call.query("startTime") else { throw Problem.queryMissing("startTime") }
        guard dateText.utf8.count == 10, Instant(rfc3339: "\(dateText)T00:00:00Z") != nil else {
            throw Problem.queryInvalid("startDate format (expected YYYY-MM-DD)")
        }
        let time = try Self.time(timeText, day: dateText)
        let earliest = time - .hours(6)
        let latest = time + .hours(6)
        guard earliest.isWritable, latest.isWritable else {
            throw Problem.queryInvalid("startDate format (expected YYYY-MM-DD)")
        }
        self.bucket = bucket
        start = Instant(milliseconds: Self.floor(earliest.milliseconds, bucket))
        let last = Self.floor(latest.milliseconds, bucket)
        count = Int((last - start.milliseconds) / bucket) + 1
        end = Instant(milliseconds: last + bucket)
    }

    private static func floor(_ value: Int64, _ bucket: Int64) -> Int64 {
        value - (value % bucket + bucket) % bucket
    }

    private static func time(_ text: String, day: String) throws -> Instant {
        let full = text.utf8.count == 5 ? "\(text):00" : text
        guard full.utf8.count == 8 else {
            throw Problem.queryInvalid("startTime format (expected HH:MM:SS or HH:MM)")
        }
        guard let time = Instant(rfc3339: "\(day)T\(full)Z") else { throw Problem.queryInvalid("startTime format") }
        return time
    }

    /// `counts` has (bucket, state, rows).
    func json(account: Int64, counts: [(Int, Int64, Int64)]) -> JSON {
        var tally = [Int: [Int64: Int64]]()
        for (bucket, state, rows) in counts { tally[bucket, default: [:]][state] = rows }
        let points = (0..<count).map { index -> JSON in
            let (date, time) = Self.split(start + Span(milliseconds: Int64(index) * bucket))
            let states = tally[index] ?? [:]
            return [
                "date": .string(date), "time": .string(time), "scheduled": .int(states[0] ?? 0),
                "success": .int(states[1] ?? 0), "failed": .int(states[2] ?? 0),
            ]
        }
        let (startDate, startTime) = Self.split(start)
        let (endDate, endTime) = Self.split(end - Span(milliseconds: bucket))
        return [
            "accountId": .int(account), "timezone": "UTC", "startDate": .string(startDate),
            "startTime": .string(startTime), "endDate": .string(endDate), "endTime": .string(endTime),
            "points": .array(points),
        ]
    }

    private static func split(_ instant: Instant) -> (date: String, time: String) {
        let text = Array(instant.rfc3339())
        return (String(text[0..<10]), String(text[11..<19]))
    }
}
