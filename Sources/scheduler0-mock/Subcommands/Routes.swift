import ArgumentParser
import MockCore
import OpenAPIContract
import WireJSON

/// `routes`: what the document serves, one operation a line.
struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every operation: method, path, operationId, scope.")

    func run() throws {
        let document = try APIDocument.forCommand().contract
        let prefix = document.serverPrefixes.first ?? ""
        let rows = document.operations.map { operation in
            [
                operation.method, prefix + operation.pathTemplate, operation.id,
                operation.extensions["x-required-scope"]?.stringValue ?? "none",
            ]
        }
        Standard.output.write(Self.aligned(rows).map { $0 + "\n" }.joined())
    }

    /// Columns as wide as their widest cell, two spaces apart.
    static func aligned(_ rows: [[String]]) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).dropLast().map { cell, width in
                cell + String(repeating: " ", count: width - cell.count + 2)
            }
            return cells.joined() + (row.last ?? "")
        }
    }
}
