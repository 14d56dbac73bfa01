public import WireJSON

/// An OpenAPI 3.0 or 3.1 document, ready to find operations and to check exchanges.
public struct OpenAPIDocument: Sendable {
    /// Whether a path is written with the prefix of the document's servers (`/api/v1/jobs`) or without (`/jobs`).
    public enum PathForm: Sendable {
        case withServerPrefix
        case withoutServerPrefix
    }

    /// `info.title`
    public let title: String
    /// `info.version`: that of the API, not of OpenAPI.
    public let version: String
    /// As written: `3.1.0`.
    public let openAPIVersion: String
    public let dialect: Dialect
    /// In the order of the document.
    public let operations: [Operation]
    /// The paths of the servers' URLs, without a slash at the end: `/api/v1`; `""` for a server at the root.
    public let serverPrefixes: [String]
    /// The named schemas.
    public let schemas: [String: Schema]
    /// `components.securitySchemes`, by name.
    public let securitySchemes: [String: JSON]
    /// The `x-…` fields at the top.
    public let extensions: [String: JSON]
    /// What is not understood and therefore not checked.
    public let findings: [DocumentFinding]

    private let routes: RouteTable
    private let placeById: [String: Int]

    /// Reads a document that is already parsed. `resources` are other texts, by URI, that its schemas refer to.
    ///
    /// Throws every problem at once: a wrong version, missing paths, references that lead nowhere or in a circle,
    /// repeated operationIds, paths that exclude each other.
    public init(_ json: JSON, resources: [String: JSON] = [:]) throws(DocumentError) {
        (openAPIVersion, dialect) = try Self.dialect(of: json)
        let reader = DocumentReader(json, dialect: dialect, resources: resources)
        reader.checkFields(of: reader.root, DocumentFields.root)
        let info = reader.info()
        title = info.title
        version = info.version
        operations = reader.operations()
        schemas = reader.readComponents()
        serverPrefixes = reader.serverPrefixes()
        securitySchemes = reader.securitySchemes()
        extensions = reader.root.extensions
        routes = reader.routes(of: operations)
        placeById = Dictionary(zip(operations.map(\.id), operations.indices), uniquingKeysWith: { first, _ in first })
        reader.table.seal(reader.compiler.finish())
        findings = reader.compiler.findings
        guard reader.compiler.problems.isEmpty else { throw DocumentError(problems: reader.compiler.problems) }
    }

    /// Reads a document from its text.
    public init(parsing bytes: [UInt8], resources: [String: JSON] = [:]) throws(DocumentError) {
        let json: JSON
        do { json = try JSON.parse(bytes) } catch {
            throw DocumentError(problems: [.init(pointer: "#", message: "this is no JSON: \(error)")])
        }
        try self.init(json, resources: resources)
    }

    private static func dialect(of json: JSON) throws(DocumentError) -> (String, Dialect) {
        func refuse(_ pointer: String, _ message: String) -> DocumentError {
            DocumentError(problems: [.init(pointer: pointer, message: message)])
        }
        guard json.objectValue != nil else {
            throw refuse("#", "an OpenAPI document must be an object, not \(json.shortDescription)")
        }
        guard let text = json["openapi"]?.stringValue else {
            let hint = json["swagger"] == nil ? "" : "; this is Swagger 2.0, which is not supported"
            throw refuse("#/openapi", "openapi must be a version such as \"3.1.0\"\(hint)")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "3" else {
            throw refuse("#/openapi", "version \(text) is not 3.0.x or 3.1.x")
        }
        switch parts[1] {
        case "0": return (text, .openAPI30)
        case "1": return (text, .jsonSchema202012)
        default: throw refuse("#/openapi", "version \(text) is not 3.0.x or 3.1.x")
        }
    }

    /// The operation with this operationId.
    public func operation(id: String) -> Operation? { placeById[id].map { operations[$0] } }

    /// The operation a request is for. Literal path segments beat templates; a HEAD the document does not describe is
    /// the GET of the same path.
    ///
    /// `path` is without query.
    public func match(method: String, path: String, form: PathForm = .withServerPrefix) -> Match {
        guard let (route, values) = find(path, form) else { return .unknownPath }
        let place =
            route.operations.first { $0.method == method }
            ?? (method == "HEAD" ? route.operations.first { $0.method == "GET" } : nil)
        guard let place else { return .methodNotAllowed(allowed: route.operations.map(\.method)) }
        let names = zip(route.parameterNames, values)
        return .operation(
            operations[place.index], pathParameters: Dictionary(names.map { ($0, $1) }, uniquingKeysWith: { $1 }))
    }

    private func find(_ path: String, _ form: PathForm) -> (route: RouteTable.Route, values: [String])? {
        guard case .withServerPrefix = form else { return routes.find(path) }
        for prefix in serverPrefixes where path.hasPrefix(prefix) {
            if let found = routes.find(path.dropFirst(prefix.count)) { return found }
        }
        return nil
    }
}
