/// The two schema languages OpenAPI documents are written in.
public enum Dialect: Hashable, Sendable {
    /// The schema object of OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, nothing beside `$ref`.
    case openAPI30
    /// JSON Schema draft 2020-12, as OpenAPI 3.1 uses it.
    case jsonSchema202012
}
