public import CivilTime
public import WireJSON

/// Reads a conversation and suggests what to keep in mind: commitments, requests, reminders, deadlines, and what waits.
///
/// A pure function of its arguments: the same conversation at the same time with the same number gives the same answer.
/// Takes time linear in the text.
///
/// Documented: server-behaviour 10.4 (`POST /ai/suggestions/analyze`).
///
/// - Parameters:
///   - body: the request as it was sent.
///   - now: what the answer gives as `analyzed_at`; the analysis itself goes by the times of the messages.
///   - requestNumber: makes `request_id`; other numbers (below 2^48) give other ids.
/// - Returns: the `data` of the answer, or what is wrong with the request.
public func analyze(_ body: JSON, now: Instant, requestNumber: UInt64) -> Result<JSON, AnalyzerProblem> {
    do {
        let request = try AnalyzerRequest(body)
        let analysis = ConversationAnalyzer.analyze(request)
        let id = analysisRequestID(requestNumber)
        return .success(AnalysisWriter(request).json(analysis, requestID: id, analyzedAt: now))
    } catch {
        return .failure(error)
    }
}

/// `req_` and 12 hexadecimal digits that look like chance: each step maps the 48 bit numbers one to one, so that no two
/// requests share an id.
func analysisRequestID(_ number: UInt64) -> String {
    let mask: UInt64 = (1 << 48) - 1
    var mixed = number & mask
    mixed = (mixed &+ 0x9E37_79B9_7F4B) & mask
    mixed ^= mixed >> 24
    mixed = (mixed &* 0xBF58_476D_1CE5) & mask
    mixed ^= mixed >> 23
    mixed = (mixed &* 0x94D0_49BB_1331) & mask
    mixed ^= mixed >> 25
    let hex = String(mixed, radix: 16)
    return "req_" + String(repeating: "0", count: 12 - hex.count) + hex
}

/// `001`; more digits where there are more.
func zeroPadded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
}
