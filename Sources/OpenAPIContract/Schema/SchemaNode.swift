import WireJSON

/// One compiled schema. Subschemas are indices into the table the node lives in, so recursion costs nothing.
final class SchemaNode: Sendable {
    let rules: SchemaRules
    /// Where the schema stands: `#/components/schemas/Job`.
    let pointer: String
    /// The schema resource (`$id`) it belongs to; 0 for the document.
    let resource: Int
    /// The schema this one stands for, when it is a reference inside its resource and nothing else.
    let alias: Int?

    init(rules: SchemaRules, pointer: String, resource: Int, alias: Int? = nil) {
        self.rules = rules
        self.pointer = pointer
        self.resource = resource
        self.alias = alias
    }

    /// The node with what only the finished table tells: its alias, and the marks `readOnly` and `writeOnly` of the
    /// schema it merely refers to.
    func linked(in nodes: [SchemaNode]) -> SchemaNode {
        guard let target = rules.onlyReference else { return self }
        var rules = rules
        var node = nodes[target]
        // References may lead in a circle, which is reported elsewhere.
        for _ in 0..<64 {
            rules.isReadOnly = rules.isReadOnly || node.rules.isReadOnly
            rules.isWriteOnly = rules.isWriteOnly || node.rules.isWriteOnly
            guard let next = node.rules.onlyReference else { break }
            node = nodes[next]
        }
        let alias = nodes[target].resource == resource ? target : nil
        return SchemaNode(rules: rules, pointer: pointer, resource: resource, alias: alias)
    }
}

/// What a schema demands, grouped by the kind of value it is about.
struct SchemaRules: Sendable {
    /// The schema `true` or `false`.
    var always: Bool?
    var types: TypeSet = .all
    var constant: JSON?
    var allowedValues: [JSON]?
    var numbers: [NumberRule] = []
    var strings: [StringRule] = []
    var array: ArrayRules?
    var object: ObjectRules?
    var applicators: [Applicator] = []
    var unevaluatedItems: Int?
    var unevaluatedProperties: Int?
    var isReadOnly = false
    var isWriteOnly = false
    var discriminator: Discriminator?

    /// The target of `$ref` when nothing that makes values wrong stands beside it.
    fileprivate var onlyReference: Int? {
        guard applicators.count == 1, case .reference(let target) = applicators[0], always == nil, types == .all,
            constant == nil, allowedValues == nil, numbers.isEmpty, strings.isEmpty, array == nil, object == nil,
            unevaluatedItems == nil, unevaluatedProperties == nil
        else { return nil }
        return target
    }
}

enum NumberRule: Sendable {
    case minimum(JSON, isExclusive: Bool, keyword: String)
    case maximum(JSON, isExclusive: Bool, keyword: String)
    case multipleOf(JSON, DecimalNumber)
    case format(NumberFormat)
}

enum StringRule: Sendable {
    /// In Unicode scalars.
    case minLength(Int)
    /// In Unicode scalars.
    case maxLength(Int)
    case pattern(Pattern)
    case format(StringFormat)
}

struct ArrayRules: Sendable {
    var minItems: Int?
    var maxItems: Int?
    var needsUniqueItems = false
    var prefixItems: [Int] = []
    var items: Int?
    var contains: Int?
    var minContains: Int?
    var maxContains: Int?
}

struct ObjectRules: Sendable {
    var properties: PropertyTable = PropertyTable()
    var patternProperties: [(pattern: Pattern, schema: Int)] = []
    var additionalProperties: Int?
    /// Demanded names that `properties` does not describe; the others are marked there.
    var requiredElsewhere: [String] = []
    var minProperties: Int?
    var maxProperties: Int?
    var propertyNames: Int?
    var dependentRequired: [(name: String, needed: [String])] = []
}

/// A keyword that applies other schemas to the same value.
enum Applicator: Sendable {
    case reference(Int)
    /// `$dynamicRef`: the schema in the outermost resource of the dynamic scope that has one, else `initial`.
    case dynamicReference(initial: Int, schemaByResource: [Int: Int])
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(condition: Int, consequence: Int?, alternative: Int?)
    case dependentSchemas([(name: String, schema: Int)])
}

/// OpenAPI's `discriminator`: tells which alternative a value means to be. It only sharpens messages here: whether the
/// value is right is decided by the schemas alone.
struct Discriminator: Sendable {
    let propertyName: String
    var schemaByValue: [String: Int]
}
