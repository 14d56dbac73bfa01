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
    /// What is to be compiled, by index; nil is the schema that accepts nothing.
    private var locations: [SchemaLocation?] = []
    private var neverIndex: Int?
    private var isCompiling = false

    init(dialect: Dialect, assertsFormats: Bool, document: JSON, uri: String, others: [String: JSON]) {
        self.dialect = dialect
        self.assertsFormats = assertsFormats
        resources = SchemaResources()
        resources.addDocument(document, uri: uri)
        for (uri, json) in others.sorted(by: { $0.key < $1.key }) { resources.addDocument(json, uri: uri) }
    }

    /// The index of the schema at `location`, which exists.
    func schema(at location: SchemaLocation) -> Int {
        if let index = indexByLocation[location] { return index }
        let index = locations.count
        locations.append(location)
        indexByLocation[location] = index
        if isCompiling, dialect == .jsonSchema202012 { resources.scan(location) }
        return index
    }

    /// The schema that no value meets, for dialects that cannot write it as `false`.
    func neverSchema() -> Int {
        if let neverIndex { return neverIndex }
        neverIndex = locations.count
        locations.append(nil)
        return locations.count - 1
    }

    /// Compiles all that was asked for and all that is reached from there.
    func finish() -> [SchemaNode] {
        if dialect == .jsonSchema202012 {
            for document in resources.documents.indices.dropFirst() {
                resources.scan(SchemaLocation(document: document, pointer: ""))
            }
            for case let location? in locations { resources.scan(location) }
        }
        isCompiling = true
        var nodes: [SchemaNode] = []
        while nodes.count < locations.count { nodes.append(compile(locations[nodes.count])) }
        for pointer in SchemaCycles(nodes: nodes).pointers {
            problem(pointer, "this schema includes itself, so that no value could ever be checked against it")
        }
        return nodes
    }

    private func compile(_ location: SchemaLocation?) -> SchemaNode {
        guard let location else {
            return SchemaNode(rules: SchemaRules(always: false), pointer: "#", resource: 0)
        }
        let resource = resources.number(ofResource: resources.baseURI(of: location))
        var draft = SchemaDraft(compiler: self, location: location)
        switch resources.value(at: location) {
        case .bool(let always) where dialect == .jsonSchema202012: draft.rules.always = always
        case .object(let members): draft.read(members)
        case let other:
            let found = other?.shortDescription ?? "nothing"
            problem(resources.display(location), "a schema must be an object, not \(found)")
        }
        return SchemaNode(rules: draft.rules, pointer: resources.display(location), resource: resource)
    }

    /// The index of what `reference` at `location` leads to; nil when it leads nowhere, which is then reported.
    func schema(referredToBy reference: String, at location: SchemaLocation, keyword: String) -> Int? {
        let place = resources.display(location.appending(keyword))
        switch resources.resolve(reference, from: location) {
        case .found(let target): return schema(at: target)
        case .dangling: problem(place, "\(keyword) \"\(reference)\" leads nowhere")
        case .external(let uri):
            let text = uri.isEmpty ? reference : uri
            finding(.externalReference, place, "refers to \(text), which was not given: nothing is checked here")
        }
        return nil
    }

    /// The indices of all schemas with the `$dynamicAnchor` `name`, by resource.
    func schemas(dynamicallyAnchoredAs name: String) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for anchor in resources.dynamicAnchors[name] ?? [] {
            result[resources.number(ofResource: anchor.uri)] = schema(at: anchor.location)
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
