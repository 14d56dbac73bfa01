import Foundation
import MockCore
import Testing
import WireJSON

/// A list is as quick in every order: once it was asked for, an index serves it. Seen from outside, in the data file.
@Suite struct ListIndexTests {
    private static let live = "AND date_deleted IS NULL"
    private static let lists: [(path: String, table: String, live: String, orders: [String: String])] = [
        (
            "credentials", "credentials", "\(live) AND archived = 0",
            same(["id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by", "expires_at"])
        ),
        ("projects", "projects", live, same(["id", "name", "description", "date_created", "account_id"])),
        (
            "executors", "executors", live,
            same(["id", "date_created", "date_modified", "created_by", "modified_by", "deleted_by"])
        ),
        (
            "jobs", "jobs", live,
            same([
                "id", "project_id", "spec", "date_created", "timezone", "account_id", "date_modified", "modified_by",
                "deleted_by", "executor_id", "start_date", "end_date", "retry_max",
            ])
        ),
        (
            "executions", "executions", "",
            [
                "dateCreated": "date_created", "lastExecutionDateTime": "last_execution",
                "nextExecutionDateTime": "next_execution",
            ]
        ),
    ]

    private static func same(_ names: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
    }

    @Test(arguments: lists.indices) func everyOrderHasAnIndexOnceItIsAskedFor(_ index: Int) throws {
        let (path, table, live, orders) = Self.lists[index]
        let file = try #require(StateTests.database(true))
        let test = try TestWorld(database: file)
        for order in orders.keys {
            #expect(test.call("GET", "/\(path)?orderBy=\(order)").status == 200)
        }
        let plans = try StateTests.query(
            orders.values.map { column in
                let key = column == "id" ? "id DESC" : "\(column) DESC, id DESC"
                return
                    "EXPLAIN QUERY PLAN SELECT * FROM \(table) WHERE account_id = 123 \(live) ORDER BY \(key) LIMIT 9"
            }, at: file)
        #expect(plans.count >= orders.count)
        for plan in plans { #expect(plan.contains("INDEX"), "\(table): \(plan)") }
    }

    @Test func filtersAreIndexedToo() throws {
        let file = try #require(StateTests.database(true))
        let test = try TestWorld(database: file)
        for target in ["/jobs?projectId=123", "/executions?jobId=1", "/executions?state=failed"] {
            #expect(test.call("GET", target).status == 200)
        }
        let plans = try StateTests.query(
            [
                "jobs WHERE account_id = 1 AND date_deleted IS NULL AND project_id",
                "executions WHERE account_id = 1 AND job_id",
                "executions WHERE account_id = 1 AND state",
            ].map { "EXPLAIN QUERY PLAN SELECT * FROM \($0) = 1 ORDER BY date_created DESC, id DESC" }, at: file)
        #expect(plans.count == 3)
        for plan in plans { #expect(plan.hasPrefix("SEARCH") && plan.contains("INDEX"), "\(plan)") }
    }

    /// Firing pays for every index of the log.
    @Test func theLogIsNotIndexedByItsDateTwice() throws {
        let file = try #require(StateTests.database(true))
        let test = try TestWorld(database: file)
        #expect(test.call("GET", "/executions").status == 200)
        #expect(test.call("GET", "/executions?orderBy=dateCreated").status == 200)
        let indexes = try StateTests.query(
            ["SELECT name FROM sqlite_master WHERE tbl_name = 'executions' AND type = 'index'"], at: file)
        #expect(indexes == ["executions_by_date_created"])
    }
}
