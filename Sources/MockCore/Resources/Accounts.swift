import CivilTime
import GRDB
import Scheduler0API
import WireJSON

/// `/accounts`. Documented: README, Managing Accounts. Observed: server-behaviour 9.1 to 9.3.
enum Accounts {
    static let handlers: [String: Handler] = [
        "createAccount": create, "getAccount": get, "updateAccount": update, "getExecutionCount": executionCount,
        "increaseExecutionCount": increaseExecutionCount, "getAccountTokens": tokens, "addAccountTokens": addTokens,
        "getAIUsage": usage,
    ]

    /// The account every cluster has. Observed: server-behaviour 9.1.
    static let systemID: Int64 = 1
    static let systemExecutionCount: Int64 = 9_999_999_999

    /// A world with nothing but that account: it has every feature except team_members.
    static var systemSeed: JSON {
        [
            "accounts": [["id": .int(systemID), "name": "System", "executionCount": .int(systemExecutionCount)]],
            "accountFeatures": .array(
                Feature.allCases.filter { $0 != .teamMembers }.map {
                    ["accountId": .int(systemID), "featureId": .int($0.rawValue)]
                }),
        ]
    }

    /// Executions a month. Observed: server-behaviour 9.1 and 13.2, row 31.
    static let ordinaryExecutions: Int64 = 1000
    static let featuredExecutions: Int64 = 100_000

    /// The level an account is pinned to: `.some(nil)` when it follows the server, nil when there is no such account.
    static func level(of id: Int64, _ db: Database) throws -> APILevel?? {
        try db.first("SELECT api_level FROM accounts WHERE id = ?", [id]) { row in
            (row[0] as String?).flatMap(APILevel.init(rawValue:))
        }
    }

    // MARK: Account

    private static func create(_ request: Request) throws -> Reply {
        let name = try name(request)
        let now = request.now
        let reset = now.addingMonth()
        let id = try request.db.insert(
            """
            INSERT INTO accounts (name, date_created, execution_count, tokens, count_modified, next_reset_date,
                ai_period_start) VALUES (?, ?, ?, 0, ?, ?, ?)
            """, [name, now, ordinaryExecutions, now, reset, now])
        try Housekeeping.setReset(ofAccount: id, at: reset, world: request.world, db: request.db)
        return .success(try json(id, request), status: 201)
    }

    private static func get(_ request: Request) throws -> Reply {
        .success(try json(try pathAccount(request), request))
    }

    private static func update(_ request: Request) throws -> Reply {
        let id = try pathID(request)
        let name = try name(request)
        try mustExist(id, request)
        try request.db.run("UPDATE accounts SET name = ?, date_modified = ? WHERE id = ?", [name, request.now, id])
        return .success(try json(id, request))
    }

    private static func name(_ request: Request) throws -> String {
        guard let name = try accountFields(request).string("name")?.trimmed, !name.isEmpty else {
            throw Problem.accountNameRequired
        }
        return name
    }

    private static func json(_ id: Int64, _ request: Request) throws -> JSON {
        let features = try Features.json(ofAccount: id, request)
        let json = try request.db.first(
            "SELECT name, date_created, date_modified FROM accounts WHERE id = ?", [id]
        ) { row -> JSON in
            var members = Members(request.world.quirks)
            members.add("id", id)
            members.add("name", row[0] as String)
            members.add("features", features)
            members.add("dateCreated", row[1] as Instant)
            members.add("dateModified", (row[2] as Instant?).map { .string($0.rfc3339()) } ?? .null)
            return members.json
        }
        return json ?? .null
    }

    // MARK: Execution count and tokens

    /// The count is what remains. Observed: server-behaviour 9.3.
    private static func executionCount(_ request: Request) throws -> Reply {
        let id = try pathAccount(request)
        let json = try request.db.first(
            "SELECT execution_count, tokens, date_created, count_modified, next_reset_date FROM accounts WHERE id = ?",
            [id]
        ) { row -> JSON in
            [
                "id": .int(id), "accountId": .int(id), "executionCount": .int(row[0]), "tokens": .int(row[1]),
                "dateCreated": .string((row[2] as Instant).rfc3339()),
                "dateModified": .string((row[3] as Instant).rfc3339()),
                "nextResetDate": .string((row[4] as Instant).rfc3339()),
            ]
        }
        return .success(json ?? .null)
    }

    private static func increaseExecutionCount(_ request: Request) throws -> Reply {
        let id = try pathID(request)
        let count = try accountFields(request).uint("count") ?? 0
        try mustExist(id, request)
        return .success(["newExecutionCount": .int(try add(count, to: "execution_count", of: id, request))])
    }

    private static func tokens(_ request: Request) throws -> Reply {
        let id = try pathAccount(request)
        return .success(["tokens": .int(try request.db.count("SELECT tokens FROM accounts WHERE id = ?", [id]))])
    }

    private static func addTokens(_ request: Request) throws -> Reply {
        let id = try pathID(request)
        guard let amount = try accountFields(request).uint("amount"), amount > 0 else {
            throw Problem.amountNotPositive
        }
        try mustExist(id, request)
        return .success(["newBalance": .int(try add(amount, to: "tokens", of: id, request))])
    }

    /// Adds; a sum beyond 2^63 - 1 is refused. Answers the sum.
    @discardableResult
    static func add(_ amount: Int64, to column: String, of id: Int64, _ request: Request) throws -> Int64 {
        let old = try request.db.count("SELECT \(column) FROM accounts WHERE id = ?", [id])
        let (sum, overflows) = old.addingReportingOverflow(amount)
        guard !overflows else { throw Problem.sumTooLarge }
        try request.db.run(
            "UPDATE accounts SET \(column) = ?, count_modified = ? WHERE id = ?", [sum, request.now, id])
        return sum
    }

    private static func usage(_ request: Request) throws -> Reply {
        let id = try pathAccount(request)
        let prompt = try AIQuota(.prompt, account: id, request)
        let classify = try AIQuota(.classify, account: id, request)
        return .success([
            "accountId": .int(id), "periodStart": .string(prompt.periodStart.rfc3339()),
            "nextResetDate": .string(prompt.reset.rfc3339()), "prompt": prompt.json, "classify": classify.json,
            "estimatedCostUsd": 0,
        ])
    }

    // MARK: The account in the path

    /// The id in the path, of an account that exists.
    static func pathAccount(_ request: Request) throws -> Int64 {
        let id = try pathID(request)
        try mustExist(id, request)
        return id
    }

    static func mustExist(_ id: Int64, _ request: Request) throws {
        guard try level(of: id, request.db) != nil else { throw Problem.accountUnknown }
    }

    /// The id in the path; the body is looked at before the account. Observed: server-behaviour 9.1, order of checks.
    static func pathID(_ request: Request) throws -> Int64 {
        let text = request.parameters["id"] ?? ""
        guard let id = Int64(goUnsigned: text) else { throw Problem.accountIDNotAnInteger(text) }
        if request.has(.accountHeaderEverywhere), let own = request.account?.id, own != id {
            throw Problem.accountMismatch
        }
        return id
    }

    /// Bodies of `/accounts` are refused with 400, not 422. Observed: server-behaviour 9.1.
    static func accountFields(_ request: Request) throws -> Fields {
        do {
            guard !request.call.body.isEmpty else { throw Problem.accountBodyRequired }
            var fields = try Fields(try JSON.parse(request.call.body), structName: "Account")
            fields.refusesAsAccount = true
            return fields
        } catch let error as JSONError {
            throw Problem.accountSyntax(error)
        } catch Problem.wrongType(let found, let goType, let field) {
            throw Problem.accountWrongType(found: found, goType: goType, field: field)
        }
    }
}

extension Instant {
    /// The same time of day one month later in UTC, on the month's last day when it has no such day.
    func addingMonth() -> Instant {
        let civil = Zone.utc.civil(at: self)
        let (year, month) = civil.date.month == 12 ? (civil.date.year + 1, 1) : (civil.date.year, civil.date.month + 1)
        let day = min(civil.date.day, CivilDate.daysInMonth(month, year: year))
        guard let date = CivilDate(year: year, month: month, day: day) else { return self + .days(30) }
        return self + .days(Int64(date.daysSinceEpoch - civil.date.daysSinceEpoch))
    }
}
