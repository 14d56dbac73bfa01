import OpenAPIContract
import WireJSON

/// A small API with all that the tests need.
enum ExampleDocument {
    static let json = JSON.document(
        """
        {"openapi": "3.1.0", "info": {"title": "Example", "version": "2.5"}, "servers": [{"url": "/api/v1"}],
         "paths": {
          "/jobs": {
           "get": {"operationId": "listJobs",
            "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}],
            "responses": {
             "200": {"description": "A page.", "content": {"application/json": {"schema": {
               "type": "object", "required": ["data", "success"], "properties": {
                "data": {"type": "array", "items": {"$ref": "#/components/schemas/Job"}},
                "success": {"type": "boolean"}}}}}},
             "400": {"$ref": "#/components/responses/Refused"}}},
           "post": {"operationId": "createJob",
            "requestBody": {"required": true, "content": {"application/json": {"schema": {
              "type": "object", "required": ["spec"], "properties": {"spec": {"type": "string"}}}}}},
            "responses": {"202": {"description": "Taken."}, "400": {"$ref": "#/components/responses/Refused"}}}},
          "/jobs/{id}": {
           "delete": {"operationId": "deleteJob",
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
            "responses": {"204": {"description": "Gone."}}}}},
         "components": {
          "responses": {"Refused": {"description": "Refused.", "content": {"application/json": {"schema": {
            "type": "object", "required": ["data"], "properties": {"data": {"type": "string"}}}}}}},
          "schemas": {"Job": {"type": "object", "required": ["id"], "properties": {
            "id": {"type": "integer"}, "apiSecret": {"type": "integer"},
            "next": {"$ref": "#/components/schemas/Job"}}}}}}
        """)

    static func make() throws -> OpenAPIDocument { try OpenAPIDocument(json) }
}

extension JSON {
    /// A text of the tests, which is JSON.
    static func document(_ text: String) -> JSON {
        do { return try JSON.parse(text) } catch { fatalError("\(error)") }
    }
}
