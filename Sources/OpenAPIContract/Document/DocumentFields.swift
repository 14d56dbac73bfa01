/// The fields each OpenAPI object may have, and which of them are not checked.
enum DocumentFields {
    static let root: Set<String> = [
        "openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs", "jsonSchemaDialect",
        "webhooks",
    ]
    static let info: Set<String> = [
        "title", "summary", "description", "termsOfService", "contact", "license", "version",
    ]
    static let components: Set<String> = [
        "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks", "pathItems",
    ]
    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
    static let pathItem: Set<String> = Set(methods).union(["$ref", "summary", "description", "servers", "parameters"])
    static let operation: Set<String> = [
        "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
        "callbacks", "deprecated", "security", "servers",
    ]
    static let header: Set<String> = [
        "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
        "example", "examples", "content",
    ]
    static let parameter: Set<String> = header.union(["name", "in"])
    static let requestBody: Set<String> = ["description", "content", "required"]
    static let mediaType: Set<String> = ["schema", "example", "examples", "encoding"]
    static let response: Set<String> = ["description", "headers", "content", "links"]

    /// Known fields that demand something which is not checked here.
    static let unchecked: [String: String] = [
        "webhooks": "requests the other way are not checked",
        "callbacks": "requests the other way are not checked",
        "encoding": "how parts are encoded is not checked",
    ]
}
