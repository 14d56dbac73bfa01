import Cron

/// One point where the real server does otherwise than its documents say; each names its row in server-behaviour 13.2.
///
/// Rules ask for a quirk, never for the profile, so that each can be read and tested alone.
public enum Quirk: String, CaseIterable, Sendable {
    /// Rows 1 and 51: many errors carry an object in `data` (server-behaviour 0.2) in place of a text.
    case errorObjects
    /// Part 0.3: an empty body is answered with two JSON documents, one after the other.
    case doubleBody
    /// Row 3: the secret of a new credential comes as `plaintextSecret` only, never as `apiSecret`.
    case plaintextSecretOnly
    /// Part 2.7: where the account middleware does not look, a missing account header is a 500 of the handler.
    case missingAccountIsServerError
    /// Part 4.1: whatever is wrong with the query of the list of executors is a 500.
    case executorListErrorsAreServerErrors
    /// Row 37: AI settings are read in snake_case only.
    case snakeCaseSettingsOnly
    /// Row 4: a credential must be created with scopes.
    case scopesRequired
    /// Row 7: a job must name an executor.
    case executorRequired
    /// Rows 9 and 43: jobs must say who created them.
    case jobCreatorRequired
    /// Row 43: start and end dates may not lie in the past when a job is created.
    case pastDatesRefused
    /// Row 43: at most 3 retries, 15 with the feature.
    case retryMaxThree
    /// Row 43: the spec of a job cannot be changed.
    case specImmutable
    /// Row 22: PUT of a job must name its project.
    case updateNeedsProject
    /// Row 17: an API key works only with its own account's header, on every path.
    case accountHeaderEverywhere
    /// Row 18: the first field of a cron spec is always the second.
    case cronSecondsFirst
    /// Row 20: analytics come in 13 hourly points.
    case hourlyAnalytics
    /// Row 21: the pull of a local executor answers inactive jobs, too.
    case pullListsInactiveJobs
    /// Row 23: PUT of an executor answers executor number 1 (the count of changed rows).
    case executorUpdateAnswersFirst
    /// Row 24: an unknown executor is answered with 200 and an object of zero values, a deleted one in full.
    case unknownExecutorIsZero
    /// Row 26: an archived credential still authenticates.
    case archivedAuthenticates
    /// Row 29: `orderBy=modified_by` is accepted and then fails in SQL.
    case orderByModifiedByFails
    /// Row 30: an unset date is year 1, and empty values are left out.
    case zeroDates
    /// Row 38: prompts beyond the limits are a 500.
    case promptLimitsAreServerErrors
    /// Part 11.2: an unknown node or seed is a 500.
    case clusterFaultsAreServerErrors
    /// Row 39: prompts cost no token.
    case promptsCostNoToken
    /// Row 46: an unknown credential is a 400.
    case unknownCredentialIsBadRequest
    /// Row 47: deleting an unknown executor is a 400 about the account.
    case unknownExecutorDeleteIsBadRequest
    /// Part 4.4: a deleted job can still be read, and deleted again.
    case deletedJobsReadable
    /// Part 6.2: the first run of a recurring job is its start date itself.
    case firstRunAtStartDate
    /// Part 7.1: a page without rows is null.
    case emptyPageIsNull
    /// Part 2.8: 405 without `Allow`.
    case noAllowHeader
    /// Part 7.1: executions are paged by 50 when no limit is given (row 15).
    case fiftyExecutionsAPage
}

extension Set<Quirk> {
    /// How cron specs of jobs are read.
    var cronDialect: CronSpec.Dialect { contains(.cronSecondsFirst) ? .secondsFirst : .documented }
}

/// Which truth the server follows where the documents and the real server disagree.
public enum Profile: String, CaseIterable, Sendable {
    /// The README of the Python SDK 1.0.0 is the law.
    case documented
    /// The real server, as observed.
    case server

    var quirks: Set<Quirk> {
        switch self {
        case .documented: []
        case .server: Set(Quirk.allCases)
        }
    }
}

/// Which contract the prompt endpoint and the credential's secret follow.
public enum APILevel: String, CaseIterable, Sendable {
    case v1_0 = "1.0"
    case v1_2 = "1.2"
}
