import ContractReport
import OpenAPIContract
import Scheduler0API
import WireJSON

/// Why a documented answer was not seen.
enum Rest {
    static func explain(_ report: inout Report, document: OpenAPIDocument, cast: Cast, isWhole: Bool) {
        for operation in document.operations {
            for response in operation.responses {
                let pair = Coverage.Pair(operationID: operation.id, status: response.status)
                report.coverage.reasons[pair] = reason(operation, response, cast, isWhole: isWhole)
            }
        }
        report.notes.append(provocable(report.coverage, document))
        if cast.admin == nil { report.notes.append("what \(Cast.noAdmin) was left out") }
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
        _ operation: Operation, _ response: Response, _ cast: Cast, isWhole: Bool
    ) -> String {
        switch response.extensions["x-provoked-by"]?.stringValue {
        case "cluster": return "given for the state of the cluster, which cannot be set here"
        case "profile-server": return "given by the server profile only"
        case let other?: return "provoked by \(other) only"
        case nil: break
        }
        if !isWhole { return "its story was not told" }
        if cast.admin == nil, operation.extensions["x-required-scope"]?.stringValue == "admin" { return Cast.noAdmin }
        return "no request of this suite provokes it"
    }
}
