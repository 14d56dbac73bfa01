import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Ids in paths: no number, unknown.
enum PathIDStory {
    static let story = Story("path-ids", "ids in paths that are no numbers, or nobody's") { stage async throws(Stop) in
        for operation in stage.document.operations where operation.hasIntegerID {
            guard operation.scope != .admin || stage.cast.admin != nil else {
                stage.skip("\(operation.id) with an id that does not exist", operation.id, because: Cast.noAdmin)
                continue
            }
            let caller = operation.scope == .admin ? stage.cast.admin.map { RawCaller.client($0) } : nil
            let body = operation.takesBody ? Self.body(operation.id) : nil
            if operation.documents(400) {
                for id in ["abc", "1.5", "99999999999999999999"] {
                    try await stage.check("\(operation.id) refuses the id \(id)", operation.id) {
                        let answer = try await stage.raw(
                            operation.method, operation.path(id: id), body, as: caller)
                        try stage.expect(answer, status: 400)
                    }
                }
            }
            if operation.documents(404) {
                try await stage.check("\(operation.id) knows no id 999999999", operation.id) {
                    let answer = try await stage.raw(operation.method, operation.path(), body, as: caller)
                    try stage.expect(answer, status: 404)
                }
            }
        }
        try await stage.check("getAsyncTask knows no task of this name", "getAsyncTask") {
            try stage.expect(try await stage.raw("GET", "/async-tasks/nosuchtask"), status: 404, "task")
        }
    }

    /// A body that is right, so that only the id is wrong.
    private static func body(_ operationID: String) -> JSON {
        switch operationID {
        case "updateCredential", "updateExecutor", "updateJob": ["modifiedBy": "contract suite"]
        case "updateProject": ["description": "changed", "modifiedBy": "contract suite"]
        case "archiveCredential": ["archivedBy": "contract suite"]
        case "updateAccount": ["name": "renamed"]
        case "addFeatureToAccount", "removeFeatureFromAccount": ["featureId": 1]
        case "increaseExecutionCount": ["count": 1]
        case "addAccountTokens": ["amount": 1]
        case "reportLocalExecutions": []
        case "testInvokeExecutor": [:]
        default: ["deletedBy": "contract suite"]
        }
    }
}
