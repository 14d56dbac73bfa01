import GRDB

/// The index behind an order or a filter of a list: its table, and the columns that come after its account.
///
/// It is made when the order is first asked for, and stays. Every index is paid for at each write and by each new world,
/// and most worlds are never asked for most orders.
struct ListIndex {
    let table: String
    let columns: [String]
    /// Which rows it holds: those the list shows.
    let live: String?

    /// What the names of these indexes begin with, and those of no others: a world may have them or not.
    static let prefix = "list_"

    private init(_ table: String, _ columns: [String], live: String? = "date_deleted IS NULL") {
        self.table = table
        self.columns = columns
        self.live = live
    }

    static func projects(by column: String) -> ListIndex { ListIndex("projects", [column]) }

    static func executors(by column: String) -> ListIndex { ListIndex("executors", [column]) }

    static func jobs(by column: String) -> ListIndex { ListIndex("jobs", [column]) }

    static func credentials(by column: String) -> ListIndex {
        ListIndex("credentials", [column], live: "date_deleted IS NULL AND archived = 0")
    }

    static let jobsOfProject = ListIndex("jobs", ["project_id", "date_created"])

    /// Nil where the table has the index from the start (`Tables.executionsByDate`).
    static func executions(by column: String) -> ListIndex? {
        column == "date_created" ? nil : ListIndex("executions", [column], live: nil)
    }

    static let executionsOfJob = ListIndex("executions", ["job_id", "date_created"], live: nil)
    static let executionsOfState = ListIndex("executions", ["state", "date_created"], live: nil)

    /// Does nothing when the index is there.
    func make(_ db: Database) throws { try db.run(sql) }

    private var sql: String {
        let ordered = columns.filter { $0 != "account_id" && $0 != "id" } + ["id"]
        let name = (ordered.count > 1 ? ordered.dropLast() : ordered[...]).joined(separator: "_")
        let key = (["account_id"] + ordered).joined(separator: ", ")
        let condition = live.map { " WHERE \($0)" } ?? ""
        return "CREATE INDEX IF NOT EXISTS \(Self.prefix)\(table)_by_\(name) ON \(table)(\(key))\(condition)"
    }
}
