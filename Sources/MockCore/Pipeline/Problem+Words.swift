import Scheduler0API
import Suggestions
import WireJSON

extension Problem {
    /// What the person reads: the real server's words where they are known.
    /// Observed: server-behaviour 2 to 12, each message at its endpoint.
    var words: String {
        switch self {
        case .methodNotAllowed: "method not allowed"
        case .unauthorized: "unauthorized request - cannot determine authentication type"
        case .credentialExpired: "credential expired"
        case .credentialArchived: "credential is archived"
        case .actAsNeedsAccount: "account id is required to act as a credential"
        case .actAsAccountInvalid: "invalid account id"
        case .actAsUnknown: "credential not found for account"
        case .missingScope(let scope): "credential missing required scope: \(scope.rawValue)"
        case .accountHeaderRequired: "x-account-id header is required"
        case .accountMissing: "account ID not found in context"
        case .accountHeaderInvalid: "invalid x-account-id header"
        case .accountMismatch: "account mismatch: cannot access another account"

        case .bodyRequired, .accountBodyRequired: "request body required"
        case .syntax(let error), .accountSyntax(let error): error.message
        case .wrongType(let found, let goType, let field), .accountWrongType(let found, let goType, let field):
            field.isEmpty
                ? "json: cannot unmarshal \(found) into Go value of type \(goType)"
                : "json: cannot unmarshal \(found) into Go struct field \(field) of type \(goType)"
        case .invalidDate(let field, let found):
            "\(field) is not a date: \"\(found)\" (expected RFC 3339, for example 2026-01-31T09:00:00Z)"
        case .nulCharacter(let field), .accountNulCharacter(let field): "\(field) may not contain the character U+0000"
        case .invalidRequestBody: "invalid request body"
        case .invalidDeleteBody: "Invalid request body"
        case .fieldRequired(let field): "\(field) is required"
        case .notAnInteger(let text, let function): "strconv.\(function): parsing \(quoted(text)): invalid syntax"
        case .projectIDNotAnInteger(let text): "strconv.Atoi: parsing \(quoted(text)): invalid syntax"
        case .accountIDNotAnInteger(let text): "strconv.ParseUint: parsing \(quoted(text)): invalid syntax"
        case .queryMissing(let name): "\(name) is not provided"
        case .queryInvalid(let what): "invalid \(what)"
        case .offsetNegative: "offset should not be less than 0"
        case .limitTooSmall: "limit should be greater than 0"
        case .limitTooLarge(let plural): "too many \(plural). limit should be less than 100"
        case .unknownOrderColumn: "invalid order by column"
        case .unknownOrderDirection: "invalid order by direction. Must be ASC or DESC"
        case .executorListFailed(let words): words
        case .orderColumnMissing(let column, _): "no such column: \(column)"

        case .credentialUnknown, .credentialArchiveUnknown: "message: credential not found, code: 404"
        case .credentialUpdateUnknown: "credential not found"
        case .adminGrantRefused: "admin scope may only be granted by an operator or an admin credential"
        case .scopesMissing: "at least one scope is required"
        case .scopeInvalid(let scope): "invalid scope: \(scope)"
        case .scopeDuplicate(let scope): "duplicate scope: \(scope)"
        case .apiKeyImmutable: "api key cannot be updated"
        case .credentialIDRequired: "credential id is required"
        case .systemCredential: "message: system credentials cannot be archived, code: 400"
        case .projectUnknown, .jobProjectUnknownInFilter: "message: project does not exist, code: 404"
        case .projectUpdateUnknown, .jobUpdateProjectUnknown: "project does not exist"
        case .projectFieldRequired(let field): "\(field) field is required"
        case .projectDescriptionRequired: "description field is required"
        case .projectNameTaken(let id):
            "another project exist with the same name, project with id \(id) has the same name"
        case .systemProject: "message: system projects cannot be deleted, code: 400"

        case .jobCreatorsRequired: "createdBy is required for all jobs"
        case .jobCount(let count): "number of jobs should be between 1 and 100. Current number of jobs: \(count)"
        case .jobSpecInvalid(let spec): "job spec is not valid \(spec)"
        case .jobNeedsSpecOrStart:
            "either spec or startDate is required. For one-time jobs, provide only startDate"
        case .jobTimezoneInvalid(let zone): "job timezone is not valid, provided timezone is \(zone)"
        case .jobExecutorRequired: "job executor is required"
        case .jobDataTooLarge(let bytes, let limit):
            "job data exceeds maximum size of \(limit). Current size: \(bytes) bytes"
        case .jobStartPast: "job start date is in the past"
        case .jobEndPast: "job end date is in the past"
        case .jobEndBeforeStart: "job end date is before start date"
        case .jobRetryMax(let limit): "job retry max is greater than \(limit)"
        case .jobRetryMaxNegative: "job retry max is less than 0"
        case .jobStatusInvalid: "job status must be 'active' or 'inactive'"
        case .jobProjectsUnknown(let ids): "a project in the payload does not exist. project id \(list(ids))"
        case .jobExecutorsUnknown(let ids): "a executor in the payload does not exist. executor id \(list(ids))"
        case .jobProjectForeign: "project does not belong to account"
        case .jobExecutorForeign, .jobUpdateExecutorForeign: "executor does not belong to account"
        case .jobUnknown: "job cannot be found"
        case .jobSpecImmutable: "cannot update cron spec"
        case .taskUnknown: "message: task doesn't exist, code: 404"

        case .executorUnknown(let id): "executor \(id) not found"
        case .executorDeleteUnknown: "executor not found"
        case .executorTypeInvalid: "invalid job executor type"
        case .executorFieldRequired(let what): "\(what)"
        case .localExecutorNotInvocable:
            "local executors are pull-based and cannot be test-invoked; poll jobs via the local-executor API instead"
        case .invalidAge(let text): "invalid age \(quoted(text)): time: invalid duration \(quoted(text))"
        case .ageNotPositive: "age must be a positive duration"
        case .localExecutorUnknown: "local executor not found"
        case .notALocalExecutor: "executor is not a local executor"
        case .reportStateInvalid(let state): "state must be 0, 1 or 2, but is \(state)"
        case .cleanupAccountInvalid: "invalid account ID"
        case .cleanupAccountMismatch: "account ID mismatch"
        case .retentionTooSmall: "retentionMonths must be greater than 0"

        case .accountUnknown: "account doesn't exist"
        case .accountNameRequired: "account name is required"
        case .featureIDRequired: "feature id is required"
        case .featureUnknown(let id): "feature not found with id: \(id)"
        case .amountNotPositive: "amount must be greater than zero"
        case .sumTooLarge: "the sum would be larger than \(Int64.max)"
        case .settingsInvalid(let what): what

        case .promptRequired: "prompt is required"
        case .promptTimezoneInvalid(let zone): "invalid timezone \(quoted(zone)): unknown time zone \(zone)"
        case .promptTooLong: "prompt must be less than 160 characters"
        case .promptListTooLong(let list): "\(list) must have 5 or fewer items"
        case .promptItemTooLong(let item): "\(item) must be less than 36 characters long"
        case .promptQuotaUsed: "monthly AI prompt request limit reached"
        case .classifyQuotaUsed: "monthly AI classify request limit reached"
        case .creditsExhausted:
            "platform AI credits exhausted; top up your balance or switch to your own provider key"
        case .localeUnsupported(let locale, let feature):
            "unsupported locale \(quoted(locale)): \(feature) currently only supports English (en*)"
        case .analysis(let problem): problem.message
        case .sendTime(let problem): problem.message
        case .noExecutors: "no executors exist for this account; create an executor before scheduling"
        case .noExecutorMatch:
            "could not match an executor to the prompt; pin an executorId or refine executor descriptions/tags"
        case .noSchedulableJobs: "the prompt did not produce any schedulable jobs"

        case .backupPathRequired: "filePath is required"
        case .backupOutsideFolder(let path): "backup file must lie in the backup folder: \(quoted(path))"
        case .oldSecretKeyRequired: "oldSecretKey is required"
        case .oldSecretKeyInvalid: "oldSecretKey must be a hex-encoded AES key (16, 24 or 32 bytes)"
        case .nodeParameterRequired(let name): "\(name) query parameter is required"
        case .nodeIDInvalid(let text): "invalid nodeId: strconv.ParseUint: parsing \(quoted(text)): invalid syntax"
        case .nodeUnknown(let id): "node \(id) not found in cluster"
        case .notSeedNode(let own, let seed): "node \(own) is not the seed node \(seed); cannot force rebuild"
        }
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// Go's print of a slice. Observed: server-behaviour 4.4, row 6.
    private func list(_ ids: [Int64]) -> String { "[\(ids.map(String.init).joined(separator: " "))]" }
}
