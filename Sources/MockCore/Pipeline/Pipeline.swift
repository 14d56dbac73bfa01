import CivilTime
import GRDB
import OpenAPIContract
import WireJSON

extension World {
    /// The way of a request, in the order of the real service: route, authenticate, scope, leader, account, rules, handle,
    /// envelope. The contract check that follows is `ContractCheck`.
    ///
    /// Observed: server-behaviour 2.2; an unknown path is a 404 before anything is asked of the caller.
    func pipeline(_ call: Call) -> Reply {
        let method = call.method == "HEAD" ? "GET" : call.method
        switch document.contract.match(method: method, path: call.path) {
        case .unknownPath: return .pageNotFound
        case .methodNotAllowed(let allowed): return Problem.methodNotAllowed(allowed: allowed).reply(under: quirks)
        case .operation(let operation, let parameters):
            guard let route = document.routes.byID[operation.id] else { return .pageNotFound }
            var reply = reply(to: call, route: route, parameters: parameters)
            reply.operation = operation
            return reply
        }
    }

    private func reply(to call: Call, route: Route, parameters: [String: String]) -> Reply {
        do {
            return try store.access { db in
                let request: Request
                switch try admit(call, route: route, parameters: parameters, db: db) {
                case .refused(let reply): return reply
                case .admitted(let admitted): request = admitted
                }
                guard route.writes else { return try route.handler(request) }
                return try write(db) { try route.handler(request) }
            }
        } catch let problem as Problem {
            return problem.reply(under: quirks)
        } catch {
            return internalError(error)
        }
    }

    private enum Admission {
        case admitted(Request)
        case refused(Reply)
    }

    /// Authenticates, checks the scope, asks the cluster, finds the account.
    private func admit(
        _ call: Call, route: Route, parameters: [String: String], db: Database
    ) throws -> Admission {
        let now = clock.now
        var caller = Caller.anonymous
        if !route.isOpen {
            caller = try Authentication(world: self, db: db, call: call, now: now).caller()
            if let scope = route.scope, !caller.may(scope) { throw Problem.missingScope(scope) }
        }
        if weather != .ready, let reply = weather.reply(to: route, call) { return .refused(reply) }
        let account = try account(of: call, for: route, db: db)
        return .admitted(
            Request(
                call: call, operation: route.operation, parameters: parameters, caller: caller, account: account,
                now: now, db: db, world: self))
    }

    /// The account named by the header. Observed: server-behaviour 2.7; an account that does not exist is refused
    /// with the words for an invalid header.
    private func account(of call: Call, for route: Route, db: Database) throws -> AccountContext? {
        func refuse(_ problem: Problem) throws -> AccountContext? {
            guard route.needsAccount else { return nil }
            let isFound = route.handlerReadsAccount && quirks.contains(.missingAccountIsServerError)
            throw isFound ? Problem.accountMissing : problem
        }
        guard let named = call.header("X-Account-ID") else { return try refuse(.accountHeaderRequired) }
        guard let id = Int64(goUnsigned: named), id > 0, let level = try Accounts.level(of: id, db) else {
            return try refuse(.accountHeaderInvalid)
        }
        return AccountContext(id: id, apiLevel: level ?? options.apiLevel)
    }

    /// A write: one transaction, and an entry of the raft log when it succeeds.
    func write(_ db: Database, _ body: () throws -> Reply) throws -> Reply {
        try transaction(db) {
            let reply = try body()
            if reply.status < 400 { try raft.append(db) }
            return reply
        }
    }

    /// A failing statement is our fault: 500, and the reason in the log.
    private func internalError(_ error: any Error) -> Reply {
        failures.append("\(error)")
        return .failure(.string("internal error: \(Self.summary(of: error))"), status: 500)
    }

    private static func summary(of error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(type(of: error))" }
        return error.message ?? "database"
    }
}
