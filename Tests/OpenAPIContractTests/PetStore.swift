/// A document of version 3.0 in the manner of other people's: `nullable`, boolean limits, shared parts, a prefix with a
/// variable, several media types.
enum PetStore {
    static let text = ##"""
        {
          "openapi": "3.0.3",
          "info": {"title": "Pet Store", "version": "2.1.0"},
          "x-owner": "shop",
          "servers": [
            {"url": "https://{host}/shop/{version}/", "variables": {"host": {"default": "pets.example"}, "version": {"default": "v2"}}},
            {"url": "/"}
          ],
          "security": [{"key": []}],
          "tags": [{"name": "pets"}],
          "paths": {
            "/pets": {
              "parameters": [
                {"name": "X-Shop", "in": "header", "required": true, "schema": {"type": "integer"}},
                {"$ref": "#/components/parameters/Limit"}
              ],
              "get": {
                "operationId": "listPets", "tags": ["pets"], "summary": "All pets", "x-required-scope": "read",
                "parameters": [
                  {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string", "minLength": 2}}},
                  {"name": "ids", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "integer"}, "maxItems": 3}},
                  {"name": "sizes", "in": "query", "style": "pipeDelimited", "explode": false, "schema": {"type": "array", "items": {"type": "number"}}},
                  {"name": "filter", "in": "query", "style": "deepObject", "explode": true, "schema": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "age": {"type": "integer"}}}},
                  {"name": "range", "in": "query", "schema": {"type": "object", "properties": {"from": {"type": "integer"}, "to": {"type": "integer"}}}},
                  {"name": "sold", "in": "query", "schema": {"type": "boolean"}},
                  {"name": "where", "in": "query", "content": {"application/json": {"schema": {"type": "object", "required": ["a"]}}}},
                  {"name": "session", "in": "cookie", "schema": {"type": "string", "format": "uuid"}},
                  {"name": "flag", "in": "query", "allowEmptyValue": true, "schema": {"type": "integer"}},
                  {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 50}}
                ],
                "responses": {
                  "200": {
                    "description": "A page",
                    "headers": {
                      "X-Total": {"required": true, "schema": {"type": "integer", "minimum": 0}},
                      "X-Next": {"schema": {"type": "string", "format": "uri-reference"}},
                      "Content-Type": {"required": true, "schema": {"type": "boolean"}}
                    },
                    "content": {
                      "application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}},
                      "text/*": {"schema": {"type": "string", "maxLength": 5}},
                      "image/png": {"schema": {"type": "string", "format": "binary"}}
                    }
                  },
                  "4XX": {"$ref": "#/components/responses/Problem"},
                  "404": {"description": "No such shop"},
                  "default": {"description": "Anything", "content": {"*/*": {}}}
                }
              },
              "post": {
                "operationId": "addPet", "security": [],
                "requestBody": {"$ref": "#/components/requestBodies/Pet"},
                "responses": {"201": {"description": "Added", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}
              }
            },
            "/pets/mine": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}},
            "/pets/{petId}": {
              "parameters": [{"name": "petId", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}}],
              "get": {"operationId": "getPet", "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}},
              "delete": {"operationId": "deletePet", "deprecated": true, "responses": {"204": {"description": "Gone"}}}
            },
            "/pets/{petId}/photos/{year}-{month}.{format}": {
              "get": {
                "operationId": "getPhoto",
                "parameters": [
                  {"name": "petId", "in": "path", "required": true, "schema": {"type": "integer"}},
                  {"name": "year", "in": "path", "required": true, "schema": {"type": "integer"}},
                  {"name": "month", "in": "path", "required": true, "schema": {"type": "integer", "maximum": 12}},
                  {"name": "format", "in": "path", "required": true, "schema": {"type": "string", "enum": ["png", "jpg"]}}
                ],
                "responses": {"200": {"description": "", "content": {"image/png": {}}}}
              }
            },
            "/colours/{list}": {
              "get": {
                "operationId": "colours",
                "parameters": [{"name": "list", "in": "path", "required": true, "style": "label", "explode": true, "schema": {"type": "array", "items": {"type": "string", "minLength": 2}}}],
                "responses": {"200": {"description": ""}}
              }
            }
          },
          "components": {
            "parameters": {"Limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 10}}},
            "requestBodies": {
              "Pet": {
                "required": true,
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                  "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/Pet"}}
                }
              }
            },
            "responses": {
              "Problem": {"description": "Refused", "content": {"application/problem+json": {"schema": {"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}}}}
            },
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {
              "Pet": {
                "type": "object",
                "required": ["id", "name", "secret"],
                "additionalProperties": false,
                "properties": {
                  "id": {"type": "integer", "format": "int64", "readOnly": true},
                  "name": {"type": "string", "maxLength": 8},
                  "born": {"type": "string", "format": "date-time", "nullable": true},
                  "weight": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
                  "tags": {"type": "array", "items": {"type": "string"}},
                  "parent": {"$ref": "#/components/schemas/Pet"},
                  "secret": {"type": "string", "writeOnly": true}
                }
              }
            }
          }
        }
        """##
}
