import ContractReport
import OpenAPIContract
import Scheduler0API
import WireJSON

/// Why a documented answer was not seen.
enum Rest {
    static func explain(_ report: inout Report, document: OpenAPIDocument, cast: Cast, isWhole: Bool) {
        let skipped = skipReasons(report)
        for operation in document.operations {
            for response in operation.responses {
                let pair = Coverage.Pair(operationID: operation.id, status: response.status)
                report.coverage.reasons[pair] = reason(
                    operation, response, cast, isWhole: isWhole, skipped[operation.id])
            }
        }
        report.notes.append(provocable(report.coverage, document))
        if cast.admin == nil { report.notes.append("what \(Cast.noAdmin) was left out") }
        for scope in cast.lacking.sorted(by: { $0.rawValue < $1.rawValue }) {
            report.notes.append("what \(Cast.noScope(scope)) was left out")
        }
        if cast.ownsHome {
            report.notes.append(
                "accounts \(cast.home.account) and \(cast.other?.account ?? 0) were made and stay: the API cannot delete accounts"
            )
        }
    }

    private static func provocable(_ coverage: Coverage, _ document: OpenAPIDocument) -> String {
        let share = ProvocableShare(coverage, document)
        return
            "of \(share.documented) documented answers that a request can provoke, \(share.seen) were seen (\(share.percentageText) %)"
    }

    private static func reason(
        _ operation: Operation, _ response: Response, _ cast: Cast, isWhole: Bool, _ skipped: String?
    ) -> String {
        switch response.extensions["x-provoked-by"]?.stringValue {
        case "cluster": return "given for a state of the cluster that this run cannot bring about"
        case "profile-server": return "given by the server profile only"
        case let other?: return "provoked by \(other) only"
        case nil: break
        }
        if !isWhole { return "its story was not told" }
        if cast.admin == nil, operation.extensions["x-required-scope"]?.stringValue == "admin" { return Cast.noAdmin }
        if let scope = operation.scope, cast.lacking.contains(scope) { return Cast.noScope(scope) }
        if let skipped { return skipped }
        // What only some callers can provoke is provoked by the others.
        if cast.admin == nil { return Cast.noAdmin }
        if cast.login == nil { return Cast.noLogin }
        return cast.mayHarm ? "no request of this suite provokes it" : Cast.harmful
    }

    /// Why something about an operation was not tried.
    private static func skipReasons(_ report: Report) -> [String: String] {
        var reasons: [String: String] = [:]
        for check in report.checks {
            if case .skipped(let reason) = check.outcome, let id = check.operationID { reasons[id] = reason }
        }
        return reasons
    }
}
