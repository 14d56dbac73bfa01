import Scheduler0API
import Suggestions
import WireJSON

/// Everything a request can be refused for. Facts only: `Problem+Status` has the status of each, `Problem+Words` the
/// words, `Problem+Shape` what becomes of them under the profile `server`.
enum Problem: Error, Hashable {
    // The way to the handler (server-behaviour 2)
    case methodNotAllowed(allowed: [String])
    case unauthorized
    case credentialExpired
    case credentialArchived
    case actAsNeedsAccount
    case actAsAccountInvalid
    case actAsUnknown
    case missingScope(Scope)
    case accountHeaderRequired
    case accountMissing
    case accountHeaderInvalid
    case accountMismatch

    // Bodies and parameters (server-behaviour 4)
    case bodyRequired(second: String?)
    case syntax(JSONError)
    case wrongType(found: String, goType: String, field: String)
    case invalidDate(field: String, found: String)
    case nulCharacter(field: String)
    case invalidRequestBody
    case invalidDeleteBody
    case fieldRequired(String)
    case notAnInteger(String, function: String)
    case projectIDNotAnInteger(String)
    case accountIDNotAnInteger(String)
    case queryMissing(String)
    case queryInvalid(String)

    // Lists (4.1)
    case limitTooSmall
    case offsetNegative
    case limitTooLarge(plural: String)
    case unknownOrderColumn
    case unknownOrderDirection
    case orderColumnMissing(String, plural: String)
    case executorListFailed(String)

    // Credentials (4.2)
    case credentialUnknown
    case credentialUpdateUnknown
    case credentialArchiveUnknown
    case adminGrantRefused
    case scopesMissing
    case scopeInvalid(String)
    case scopeDuplicate(String)
    case apiKeyImmutable
    case credentialIDRequired
    case systemCredential

    // Projects (4.3)
    case projectUnknown
    case projectUpdateUnknown
    case projectFieldRequired(String)
    case projectDescriptionRequired
    case projectNameTaken(id: Int64)
    case systemProject

    // Jobs (4.4)
    case jobCreatorsRequired
    case jobCount(Int)
    case jobSpecInvalid(String)
    case jobNeedsSpecOrStart
    case jobTimezoneInvalid(String)
    case jobExecutorRequired
    case jobDataTooLarge(bytes: Int, limit: String)
    case jobStartPast
    case jobEndPast
    case jobEndBeforeStart
    case jobRetryMax(limit: Int64)
    case jobRetryMaxNegative
    case jobStatusInvalid
    case jobProjectsUnknown([Int64])
    case jobExecutorsUnknown([Int64])
    case jobProjectForeign
    case jobExecutorForeign
    case jobUnknown
    case jobUpdateProjectUnknown
    case jobUpdateExecutorForeign
    case jobSpecImmutable
    case jobProjectUnknownInFilter

    // Executors (4.5) and local executors (8)
    case executorUnknown(Int64)
    case executorTypeInvalid
    case executorFieldRequired(String)
    case executorDeleteUnknown
    case localExecutorNotInvocable
    case invalidAge(String)
    case ageNotPositive
    case localExecutorUnknown
    case notALocalExecutor
    case reportStateInvalid(Int64)

    // Tasks (5) and executions (7)
    case taskUnknown
    case cleanupAccountInvalid
    case cleanupAccountMismatch
    case retentionTooSmall

    // Accounts (9)
    case accountUnknown
    case accountNameRequired
    case accountBodyRequired
    case accountSyntax(JSONError)
    case accountWrongType(found: String, goType: String, field: String)
    case accountNulCharacter(field: String)
    case featureIDRequired
    case featureUnknown(Int64)
    case amountNotPositive
    case sumTooLarge
    case settingsInvalid(String)

    // Prompts (10)
    case promptRequired
    case promptTimezoneInvalid(String)
    case promptTooLong
    case promptListTooLong(String)
    case promptItemTooLong(String)
    case promptQuotaUsed
    case classifyQuotaUsed
    case creditsExhausted
    case localeUnsupported(String, feature: String)
    case analysis(AnalyzerProblem)
    case sendTime(SendTimeProblem)
    case noExecutors
    case noExecutorMatch
    case noSchedulableJobs

    // Cluster (11, 12)
    case backupPathRequired
    case backupOutsideFolder(String)
    case oldSecretKeyRequired
    case oldSecretKeyInvalid
    case nodeParameterRequired(String)
    case nodeIDInvalid(String)
    case nodeUnknown(String)
    case notSeedNode(own: String, seed: String)
}
