import WireJSON

/// Turns schemas into a table of nodes.
///
/// A schema asked for gets its index at once and is compiled later, in `finish`, so that recursion and references
/// forward are no special case. Everything that is not understood becomes a finding, everything broken a problem.
final class SchemaCompiler {
    let dialect: Dialect
    /// Whether `format` makes values wrong, or only describes them.
    let assertsFormats: Bool
    private(set) var resources: SchemaResources
    private(set) var findings: [DocumentFinding] = []
    private(set) var problems: [DocumentError.Problem] = []
    private var indexByLocation: [SchemaLocation: Int] = [:]
    /// Where references lead that do not depend on where they stand.
    private var indexByReference: [String: Int] = [:]
    /// What is to be compiled, by index; nil is the schema that accepts nothing.
    private var sources: [(location: SchemaLocation, json: JSON)?] = []
    private var neverIndex: Int?
    private var isCompiling = false

    init(dialect: Dialect, assertsFormats: Bool, document: JSON, uri: String, others: [String: JSON]) {
        self.dialect = dialect
        self.assertsFormats = assertsFormats
        resources = SchemaResources()
        resources.addDocument(document, uri: uri)
        for (uri, json) in others.sorted(by: { $0.key < $1.key }) { resources.addDocument(json, uri: uri) }
    }

    /// The index of the schema `json`, which stands at `location`.
    func schema(at location: SchemaLocation, _ json: JSON) -> Int {
        if let index = indexByLocation[location] { return index }
        let index = sources.count
        sources.append((location, json))
        indexByLocation[location] = index
        if isCompiling, dialect == .jsonSchema202012 { resources.scan(location) }
        return index
    }

    /// The schema that no value meets, for dialects that cannot write it as `false`.
    func neverSchema() -> Int {
        if let neverIndex { return neverIndex }
        neverIndex = sources.count
        sources.append(nil)
        return sources.count - 1
    }

    /// Compiles all that was asked for and all that is reached from there.
    func finish() -> [SchemaNode] {
        if dialect == .jsonSchema202012 {
            for document in resources.documents.indices.dropFirst() {
                resources.scan(SchemaLocation(document: document, pointer: ""))
            }
            for case let source? in sources { resources.scan(source.location) }
        }
        isCompiling = true
        var compiled: [SchemaNode] = []
        while compiled.count < sources.count { compiled.append(compile(sources[compiled.count])) }
        let nodes = compiled.map { $0.linked(in: compiled) }
        for pointer in SchemaCycles(nodes: nodes).pointers {
            problem(pointer, "this schema includes itself, so that no value could ever be checked against it")
        }
        return nodes
    }

    private func compile(_ source: (location: SchemaLocation, json: JSON)?) -> SchemaNode {
        guard let (location, json) = source else {
            return SchemaNode(rules: SchemaRules(always: false), pointer: "#", resource: 0)
        }
        let resource = resources.number(ofResource: resources.baseURI(of: location))
        var draft = SchemaDraft(compiler: self, location: location)
        switch json {
        case .bool(let always) where dialect == .jsonSchema202012: draft.rules.always = always
        case .object(let members): draft.read(members)
        case .null, .bool, .int, .double, .bigNumber, .string, .array:
            problem(resources.display(location), "a schema must be an object, not \(json.shortDescription)")
        }
        return SchemaNode(rules: draft.rules, pointer: resources.display(location), resource: resource)
    }

    /// The index of what `reference` at `location` leads to; nil when it leads nowhere, which is then reported.
    func schema(referredToBy reference: String, at location: SchemaLocation, keyword: String) -> Int? {
        let isIndependent = location.document == 0 && !resources.hasIdentifiers
        if isIndependent, let index = indexByReference[reference] { return index }
        switch resources.resolve(reference, from: location) {
        case .found(let target, let json):
            let index = schema(at: target, json)
            if isIndependent { indexByReference[reference] = index }
            return index
        case .dangling:
            problem(resources.display(location.appending(keyword)), "\(keyword) \"\(reference)\" leads nowhere")
        case .external(let uri):
            let text = uri.isEmpty ? reference : uri
            let message = "refers to \(text), which was not given: nothing is checked here"
            finding(.externalReference, resources.display(location.appending(keyword)), message)
        }
        return nil
    }

    /// The indices of all schemas with the `$dynamicAnchor` `name`, by resource.
    func schemas(dynamicallyAnchoredAs name: String) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for anchor in resources.dynamicAnchors[name] ?? [] {
            result[resources.number(ofResource: anchor.uri)] = schema(at: anchor.location, anchor.json)
        }
        return result
    }

    func finding(_ kind: DocumentFinding.Kind, _ pointer: String, _ message: String) {
        findings.append(DocumentFinding(kind: kind, pointer: pointer, message: message))
    }

    func problem(_ pointer: String, _ message: String) {
        problems.append(DocumentError.Problem(pointer: pointer, message: message))
    }
}
