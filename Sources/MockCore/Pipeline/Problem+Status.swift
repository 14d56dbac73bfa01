import Suggestions

extension Problem {
    /// The HTTP status of each problem, quirks apart (`status(under:)`).
    private var plainStatus: Int {
        switch self {
        case .methodNotAllowed: 405
        case .unauthorized, .credentialExpired, .credentialArchived, .actAsNeedsAccount, .actAsAccountInvalid,
            .actAsUnknown:
            401
        case .missingScope, .accountMismatch, .adminGrantRefused, .jobUpdateExecutorForeign: 403
        case .syntax, .wrongType, .nulCharacter, .invalidDate, .settingsInvalid: 422
        case .limitTooLarge, .promptQuotaUsed, .classifyQuotaUsed: 429
        case .creditsExhausted: 402
        case .noExecutors, .noExecutorMatch, .noSchedulableJobs: 409
        case .sendTime(.wrongType): 422
        case .analysis(let problem): problem.stage == .decoding ? 422 : 400
        case .orderColumnMissing(_, let plural): plural == "credentials" ? 404 : 500
        case .executorListFailed, .accountMissing: 500
        case .credentialUnknown, .credentialUpdateUnknown, .credentialArchiveUnknown, .projectUnknown,
            .projectUpdateUnknown, .jobUnknown,
            .jobUpdateProjectUnknown, .executorUnknown, .executorDeleteUnknown, .localExecutorUnknown, .taskUnknown,
            .accountUnknown, .featureUnknown, .nodeUnknown:
            404
        case .accountHeaderRequired, .accountHeaderInvalid, .bodyRequired, .invalidRequestBody, .invalidDeleteBody,
            .fieldRequired, .notAnInteger, .projectIDNotAnInteger, .accountIDNotAnInteger, .queryMissing,
            .queryInvalid, .limitTooSmall, .offsetNegative, .reportStateInvalid, .unknownOrderColumn,
            .unknownOrderDirection, .scopesMissing,
            .scopeInvalid, .scopeDuplicate, .apiKeyImmutable, .credentialIDRequired, .systemCredential,
            .projectFieldRequired, .projectDescriptionRequired, .projectNameTaken, .systemProject, .jobCreatorsRequired,
            .jobCount,
            .jobSpecInvalid, .jobNeedsSpecOrStart, .jobTimezoneInvalid, .jobExecutorRequired, .jobDataTooLarge,
            .jobStartPast, .jobEndPast, .jobEndBeforeStart, .jobRetryMax, .jobRetryMaxNegative, .jobStatusInvalid,
            .jobProjectsUnknown,
            .jobExecutorsUnknown, .jobProjectForeign, .jobExecutorForeign, .jobSpecImmutable,
            .jobProjectUnknownInFilter, .executorTypeInvalid, .executorFieldRequired, .localExecutorNotInvocable,
            .invalidAge, .ageNotPositive, .notALocalExecutor, .cleanupAccountInvalid, .cleanupAccountMismatch,
            .retentionTooSmall, .accountNameRequired, .accountBodyRequired, .accountSyntax, .accountWrongType,
            .accountNulCharacter, .featureIDRequired,
            .amountNotPositive, .sumTooLarge, .promptRequired, .promptTimezoneInvalid, .promptTooLong,
            .promptListTooLong,
            .promptItemTooLong, .localeUnsupported, .sendTime,
            .backupPathRequired, .backupOutsideFolder, .oldSecretKeyRequired, .oldSecretKeyInvalid,
            .nodeParameterRequired, .nodeIDInvalid, .notSeedNode:
            400
        }
    }

    func status(under quirks: Set<Quirk>) -> Int {
        switch self {
        case .credentialUnknown where quirks.contains(.unknownCredentialIsBadRequest): 400
        case .executorDeleteUnknown where quirks.contains(.unknownExecutorDeleteIsBadRequest): 400
        case .nodeUnknown, .notSeedNode: quirks.contains(.clusterFaultsAreServerErrors) ? 500 : plainStatus
        case .promptTooLong, .promptListTooLong, .promptItemTooLong:
            quirks.contains(.promptLimitsAreServerErrors) ? 500 : plainStatus
        default: plainStatus
        }
    }
}
