import WireJSON

/// What can be told of a schema without a value: which kinds it may accept, what its elements and members are like.
/// Needed to read text, where `12` may be a number or a string.
struct SchemaShape {
    /// The schemas that all apply; empty when nothing is known, so that anything may be.
    private let schemas: [Schema]

    init(_ schema: Schema) { schemas = [schema] }

    private init(_ schemas: [Schema]) { self.schemas = schemas }

    /// The kinds of values that may be accepted.
    var types: TypeSet {
        var known: [Int: TypeSet] = [:]
        return schemas.reduce(into: TypeSet.all) { $0.formIntersection(Self.types(of: $1, depth: 0, &known)) }
    }

    /// Schemas inside each other before giving up; what is deeper may be of any kind.
    private static let maximumDepth = 64

    /// `known` keeps what was found out, as schemas may share parts many times over.
    private static func types(of schema: Schema, depth: Int, _ known: inout [Int: TypeSet]) -> TypeSet {
        if let types = known[schema.index] { return types }
        guard depth < maximumDepth else { return .all }
        let rules = schema.rules
        var types = rules.types
        if let constant = rules.constant { types.formIntersection(TypeSet(of: constant)) }
        if let allowed = rules.allowedValues {
            types.formIntersection(allowed.reduce(into: []) { $0.formUnion(TypeSet(of: $1)) })
        }
        for applicator in rules.applicators {
            switch applicator {
            case .reference(let target):
                types.formIntersection(self.types(of: schema[target], depth: depth + 1, &known))
            case .allOf(let parts):
                for part in parts { types.formIntersection(self.types(of: schema[part], depth: depth + 1, &known)) }
            case .anyOf(let parts), .oneOf(let parts):
                var either: TypeSet = []
                for part in parts { either.formUnion(self.types(of: schema[part], depth: depth + 1, &known)) }
                types.formIntersection(either)
            case .dynamicReference, .not, .conditional, .dependentSchemas: break
            }
        }
        known[schema.index] = types
        return types
    }

    /// The shape of a list's elements.
    var elementShape: SchemaShape {
        SchemaShape(applying.compactMap { schema in schema.rules.array?.items.map { schema[$0] } })
    }

    /// The shape of the member `name`; nil when no schema describes it.
    func memberShape(_ name: String) -> SchemaShape? {
        let described = applying.compactMap { schema -> Schema? in
            guard let table = schema.rules.object?.properties, let index = table.index(of: name, hint: 0) else {
                return nil
            }
            return schema[table.properties[index].schema]
        }
        return described.isEmpty ? nil : SchemaShape(described)
    }

    /// The schemas and all that they apply to the same value, alternatives included.
    private var applying: [Schema] {
        var result: [Schema] = []
        var pending = schemas
        var seen: Set<Int> = []
        while let schema = pending.popLast() {
            guard seen.insert(schema.index).inserted else { continue }
            result.append(schema)
            for applicator in schema.rules.applicators {
                switch applicator {
                case .reference(let target): pending.append(schema[target])
                case .allOf(let parts), .anyOf(let parts), .oneOf(let parts): pending += parts.map { schema[$0] }
                case .dynamicReference, .not, .conditional, .dependentSchemas: break
                }
            }
        }
        return result
    }

    /// The value `text` stands for: of the kinds that are possible the first one that is also valid.
    func value(of text: String) -> JSON {
        let readings = readings(of: text)
        return readings.first { value in schemas.allSatisfy { $0.isValid(value) } } ?? readings.first ?? .string(text)
    }

    private func readings(of text: String) -> [JSON] {
        let types = types
        var readings: [JSON] = []
        if !types.isDisjoint(with: .number), let number = Self.number(text) { readings.append(number) }
        if types.contains(.boolean), text == "true" || text == "false" { readings.append(.bool(text == "true")) }
        if types.contains(.null), text.isEmpty || text == "null" { readings.append(.null) }
        if types.contains(.string) || readings.isEmpty { readings.append(.string(text)) }
        return readings
    }

    private static func number(_ text: String) -> JSON? {
        guard text.utf8.count <= 400, DecimalNumber(text) != nil, let value = try? JSON.parse(text) else { return nil }
        return value
    }
}

extension Schema {
    var rules: SchemaRules { table.nodes[index].rules }

    /// Another schema of the same table.
    subscript(index: Int) -> Schema { Schema(table: table, index: index) }
}
