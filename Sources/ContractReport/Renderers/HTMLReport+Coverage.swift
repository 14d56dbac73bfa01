import OpenAPIContract

extension HTMLReport {
    /// A line for each operation, a column for each status.
    var coverage: String {
        let coverage = report.coverage
        let documented = Set(coverage.rows.flatMap(\.documented))
        let others = Set(coverage.rows.flatMap { row in row.seen.keys.filter { row.range(of: $0) == nil } })
        let columns = documented.union(others.map { .exact($0) }).sorted { $0.rank < $1.rank }
        let heads = ["Operation", "Call"] + columns.map(\.description) + ["Fields"]
        let table = """
            <div class="wide"><table id="coverage" class="matrix">
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(coverage.rows.map { line($0, columns) }.joined(separator: "\n"))
            </tbody>
            </table></div>
            <p class="note">How often each answer was seen; <span class="unseen">–</span> is documented and was not seen,
            <span class="undocumented">red</span> was seen and is not documented.</p>
            \(reasons)
            """
        return Self.section("Coverage", filter: "coverage", table)
    }

    private func line(_ row: Coverage.Row, _ columns: [StatusRange]) -> String {
        let cells = columns.map { column -> String in
            guard row.documented.contains(column) else {
                guard case .exact(let status) = column, row.range(of: status) == nil, let count = row.seen[status]
                else { return "<td></td>" }
                return "<td class=\"undocumented\">\(count)</td>"
            }
            let count = row.count(of: column)
            guard count == 0 else { return "<td class=\"seen\">\(count)</td>" }
            let reason = report.coverage.reasons[.init(operationID: row.operationID, status: column)] ?? ""
            return "<td class=\"unseen\" title=\"\(MarkupText.attribute(PlainText.oneLine(reason)))\">–</td>"
        }
        let fields = row.fields.values.reduce(0) { $0 + $1.count }
        let seenFields = row.seenFields.values.reduce(0) { $0 + $1.count }
        return "<tr class=\"row\"><th scope=\"row\">\(Self.text(row.operationID))</th>"
            + "<td><code>\(Self.text("\(row.method) \(row.path)"))</code></td>\(cells.joined())"
            + "<td>\(fields == 0 ? "" : "\(seenFields)/\(fields)")</td></tr>"
    }

    private var reasons: String {
        let groups = words.unseenReasons.map { group in
            let pairs = group.pairs.map { "\($0.operationID)\u{a0}\($0.status)" }.joined(separator: ", ")
            return "<dt>\(MarkupText.escaped(group.reason))</dt><dd>\(MarkupText.escaped(pairs))</dd>"
        }
        return groups.isEmpty ? "" : "<h3>Why not seen</h3>\n<dl>\n\(groups.joined(separator: "\n"))\n</dl>"
    }
}
