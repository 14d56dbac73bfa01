/// Which keywords hold schemas, and which say nothing about validity.
enum SchemaKeywords {
    static let holdingOneSchema: Set<String> = [
        "additionalProperties", "items", "contains", "not", "if", "then", "else", "propertyNames", "unevaluatedItems",
        "unevaluatedProperties", "contentSchema",
    ]
    static let holdingSchemaList: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
    static let holdingSchemaMap: Set<String> = [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions",
    ]

    /// Keywords that describe and never make a value wrong.
    static let annotations: Set<String> = [
        "title", "description", "default", "example", "deprecated", "externalDocs", "xml", "readOnly", "writeOnly",
        "discriminator",
    ]
    static let annotations202012: Set<String> = [
        "$schema", "$comment", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "examples", "contentEncoding",
        "contentMediaType", "contentSchema", "definitions",
    ]

    /// Keywords the schema object of OpenAPI 3.0 knows.
    static let openAPI30: Set<String> = annotations.union([
        "$ref", "type", "nullable", "enum", "format", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
        "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
        "maxProperties", "minProperties", "required", "allOf", "oneOf", "anyOf", "not", "items", "properties",
        "additionalProperties",
    ])
}
