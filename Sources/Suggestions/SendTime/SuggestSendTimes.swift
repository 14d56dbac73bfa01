public import CivilTime
public import WireJSON

/// Looks for the best times to send a message to people in several zones.
///
/// A pure function of its arguments: the same request at the same reference time gives the same answer. The work is
/// bounded by 8,641 candidate times and 100 recipients.
///
/// Documented: server-behaviour 10.5 (`POST /ai/suggestions/time`).
///
/// - Parameters:
///   - body: the request as it was sent.
///   - now: the reference time of a request that has none.
///   - requestID: the `request_id` of the answer (`req_` and a ksuid).
/// - Returns: the `data` of the answer, also where no time suits, or what is wrong with the request.
public func suggestSendTimes(_ body: JSON, now: Instant, requestID: String) -> Result<JSON, SendTimeProblem> {
    do {
        let request = try SendTimeRequest(body, now: now)
        return .success(SendTimeWriter(request).json(SendTimeSearch(request).run(), requestID: requestID))
    } catch {
        return .failure(error)
    }
}
