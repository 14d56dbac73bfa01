public import WireJSON

/// A compiled schema.
public struct Schema: Sendable {
    let table: SchemaTable
    let index: Int
    /// What in a schema compiled by itself is not understood; empty for schemas of a document, which has its own list.
    public let findings: [DocumentFinding]

    init(table: SchemaTable, index: Int) {
        self.table = table
        self.index = index
        findings = []
    }

    /// Compiles a schema that stands by itself.
    ///
    /// `uri` is where the text is from, for references relative to it; `resources` are further texts by URI, which it
    /// may refer to. Unless `assertsFormats`, `format` only describes. Throws when the text is no schema, or refers to
    /// what is not there.
    public init(
        _ json: JSON, dialect: Dialect = .jsonSchema202012, uri: String = "", resources: [String: JSON] = [:],
        assertsFormats: Bool = true
    ) throws(DocumentError) {
        let compiler = SchemaCompiler(
            dialect: dialect, assertsFormats: assertsFormats, document: json, uri: uri, others: resources)
        index = compiler.schema(at: SchemaLocation(document: 0, pointer: ""), json)
        table = SchemaTable()
        table.seal(compiler.finish())
        findings = compiler.findings
        guard compiler.problems.isEmpty else { throw DocumentError(problems: compiler.problems) }
    }

    /// Where in the document the schema stands: `#/components/schemas/Job`.
    public var pointer: String { table.nodes[index].pointer }

    /// Whether `value` meets the schema.
    public func isValid(_ value: JSON) -> Bool {
        var evaluator = SchemaEvaluator(nodes: table.nodes, direction: .none)
        return evaluator.verdict(on: value, index) == .valid
    }

    /// Every way in which `value` does not meet the schema; empty, and quickly so, when it does.
    public func validate(_ value: JSON) -> [Violation] {
        validate(value, location: .value, direction: .none)
    }

    func validate(
        _ value: JSON, location: Violation.Location, direction: Direction,
        maximumSteps: Int = SchemaEvaluator.maximumSteps
    ) -> [Violation] {
        var plain = SchemaEvaluator(nodes: table.nodes, direction: direction, maximumSteps: maximumSteps)
        let verdict = plain.verdict(on: value, index)
        if verdict == .valid { return [] }
        let explaining = SchemaEvaluator(
            nodes: table.nodes, direction: direction, explaining: location, maximumSteps: maximumSteps)
        return verdict == .exhausted
            ? explaining.exhaustion(of: value, index) : explaining.violations(of: value, index)
    }
}

/// Which way a value goes; `readOnly` and `writeOnly` depend on it.
enum Direction: Sendable {
    case request
    case response
    case none
}
