/// Finds schemas that apply themselves to the same value, with no step into it: checking them would never end.
struct SchemaCycles {
    private enum Mark { case new, open, done }

    /// The places where a circle closes, in the order of the table.
    private(set) var pointers: [String] = []

    init(nodes: [SchemaNode]) {
        var marks = [Mark](repeating: .new, count: nodes.count)
        for start in nodes.indices where marks[start] == .new {
            var path: [(node: Int, targets: [Int])] = [(start, Self.targets(of: nodes[start]))]
            marks[start] = .open
            while let top = path.indices.last {
                guard let next = path[top].targets.popLast() else {
                    marks[path[top].node] = .done
                    path.removeLast()
                    continue
                }
                switch marks[next] {
                case .new:
                    marks[next] = .open
                    path.append((next, Self.targets(of: nodes[next])))
                case .open: pointers.append(nodes[next].pointer)
                case .done: break
                }
            }
        }
    }

    private static func targets(of node: SchemaNode) -> [Int] {
        node.rules.applicators.flatMap { applicator -> [Int] in
            switch applicator {
            case .reference(let target): [target]
            case .dynamicReference(let initial, let others): [initial] + others.values.sorted()
            case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): schemas
            case .not(let schema): [schema]
            case .conditional(let condition, let consequence, let alternative):
                [condition] + [consequence, alternative].compactMap { $0 }
            case .dependentSchemas(let entries): entries.map(\.schema)
            }
        }
    }
}
