import CivilTime
import Cron
import GRDB
import Scheduler0API

/// The rules of a job's fields, checked in the order of the real server: spec, timezone, executor, data, start, end,
/// retries, status.
///
/// Observed: server-behaviour 4.4, row 5. Documented: product decisions, Jobs (what the quirks take back).
struct JobRules {
    let quirks: Set<Quirk>
    let features: Set<Feature>
    let now: Instant

    /// Whether dates before now are an error: on creation only, and only at the real server.
    let refusesPast: Bool

    func check(_ body: JobBody) throws -> JobValues {
        if let spec = body.spec { try check(spec: spec) }
        if body.spec == nil, body.startDate == nil { throw Problem.jobNeedsSpecOrStart }
        guard let name = body.timezone, name != "Local", let zone = Zone(identifier: name) else {
            throw Problem.jobTimezoneInvalid(body.timezone ?? "")
        }
        if body.executorID == nil, quirks.contains(.executorRequired) { throw Problem.jobExecutorRequired }
        try check(data: body.data ?? "")
        let start = try body.startDate.flatMap { try Fields.date($0, field: "Job.startDate", in: zone) }
        let end = try body.endDate.flatMap { try Fields.date($0, field: "Job.endDate", in: zone) }
        if body.spec == nil, start == nil { throw Problem.jobNeedsSpecOrStart }
        try check(start: start, end: end)
        return JobValues(
            executorID: body.executorID, spec: body.spec ?? "", data: body.data ?? "", startDate: start,
            endDate: end, timezone: name, timezoneOffset: body.timezoneOffset ?? 0,
            retryMax: try check(retryMax: body.retryMax ?? 0), status: try check(status: body.status))
    }

    private func check(spec: String) throws {
        do { _ = try CronSpec(parsing: spec, dialect: quirks.cronDialect) } catch { throw Problem.jobSpecInvalid(spec) }
    }

    /// 3072 bytes, 1 MiB with feature 2.
    private func check(data: String) throws {
        let isLarge = features.contains(.payloadOneMegabyte)
        let limit = isLarge ? 1_048_576 : 3072
        guard data.utf8.count <= limit else {
            throw Problem.jobDataTooLarge(bytes: data.utf8.count, limit: isLarge ? "1MB" : "3KB")
        }
    }

    private func check(start: Instant?, end: Instant?) throws {
        if refusesPast, let start, start < now { throw Problem.jobStartPast }
        if refusesPast, let end, end < now { throw Problem.jobEndPast }
        if let start, let end, end < start { throw Problem.jobEndBeforeStart }
    }

    /// Documented: 0 to 15. Observed: 3, or 15 with feature 1.
    private func check(retryMax: Int64) throws -> Int64 {
        let limit: Int64 =
            quirks.contains(.retryMaxThree) && !features.contains(.retryMaxByFive) ? 3 : 15
        guard retryMax >= 0 else { throw Problem.jobRetryMaxNegative }
        guard retryMax <= limit else { throw Problem.jobRetryMax(limit: limit) }
        return retryMax
    }

    private func check(status: String?) throws -> JobStatus {
        guard let status else { return .active }
        guard let known = JobStatus(rawValue: status) else { throw Problem.jobStatusInvalid }
        return known
    }
}
