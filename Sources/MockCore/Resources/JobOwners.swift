import GRDB

/// Whether the projects and executors a batch names exist and belong to the account.
///
/// Observed: server-behaviour 4.4, row 6: projects first, then executors, then ownership job by job; the list in the
/// message has all distinct ids of the request.
struct JobOwners {
    let request: Request

    init(_ request: Request) { self.request = request }

    func check(_ bodies: [JobBody]) throws {
        let projects = distinct(bodies.map { $0.projectID ?? 0 })
        let executors = distinct(bodies.compactMap(\.executorID))
        let projectOwners = try owners("projects", projects)
        guard projectOwners.count == projects.count else { throw Problem.jobProjectsUnknown(projects) }
        let executorOwners = try owners("executors", executors)
        guard executorOwners.count == executors.count else { throw Problem.jobExecutorsUnknown(executors) }
        let account = try request.accountID
        for body in bodies {
            guard projectOwners[body.projectID ?? 0] == account else { throw Problem.jobProjectForeign }
            if let executor = body.executorID, executorOwners[executor] != account { throw Problem.jobExecutorForeign }
        }
    }

    func owns(executor: Int64) throws -> Bool {
        try owners("executors", [executor])[executor] == request.accountID
    }

    /// The account of each id that exists and is not deleted.
    private func owners(_ table: String, _ ids: [Int64]) throws -> [Int64: Int64] {
        var owners: [Int64: Int64] = [:]
        for id in ids {
            owners[id] = try request.db.first(
                "SELECT account_id FROM \(table) WHERE id = ? AND date_deleted IS NULL", [id]
            ) { $0[0] as Int64 }
        }
        return owners
    }

    private func distinct(_ ids: [Int64]) -> [Int64] {
        var seen: Set<Int64> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
