import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Bodies that are missing, no JSON, or of the wrong kind. Observed: server-behaviour 4 (general).
enum BodyStory {
    static let story = Story("bodies", "bodies that are missing, no JSON, or something else") {
        stage async throws(Stop) in
        for operation in stage.document.operations {
            guard let body = operation.requestBody else { continue }
            guard operation.scope != .admin || stage.cast.admin != nil else {
                stage.skip("\(operation.id) with a broken body", operation.id, because: Cast.noAdmin)
                continue
            }
            guard cast(stage, allows: operation) else {
                stage.skip("\(operation.id) with a broken body", operation.id, because: Cast.harmful)
                continue
            }
            let caller = operation.scope == .admin ? stage.cast.admin.map { RawCaller.client($0) } : nil
            // An account or executor that exists, so that the body is looked at.
            let id = operation.pathTemplate.hasPrefix("/accounts") ? "\(stage.home.account)" : "999999999"
            if body.isRequired {
                try await stage.check("\(operation.id) needs a body", operation.id) {
                    let answer = try await stage.raw(operation.method, operation.path(id: id), as: caller)
                    try stage.expect(answer, status: 400)
                }
            }
            for text in ["{", "{\"a\":1}}", "nonsense", "\"text\"", "[1]"] {
                try await stage.check("\(operation.id) refuses the body \(text)", operation.id) {
                    let answer = try await stage.raw(operation.method, operation.path(id: id), text: text, as: caller)
                    let expected = [400, 404, 422].filter { operation.documents($0) }
                    let isUnknown = operation.hasIntegerID && id == "999999999"
                    try stage.expect(
                        expected.contains(answer.status) && (answer.status != 404 || isUnknown),
                        "status \(operation.documents(422) ? 422 : 400)", found: answer.status)
                }
            }
        }
        try await syntax(stage)
    }

    private static func cast(_ stage: Stage, allows operation: Operation) -> Bool {
        stage.cast.mayHarm || !operation.isHarmful
    }

    /// The words of the real server's parser.
    private static func syntax(_ stage: Stage) async throws(Stop) {
        for (text, word) in [
            ("{\"name\":", "unexpected end of JSON input"), ("{\"name\":1}", "cannot unmarshal number"),
            ("[]", "cannot unmarshal array"),
        ] {
            try await stage.check("createProject says what is wrong with \(text)", "createProject") {
                try stage.expect(try await stage.raw("POST", "/projects", text: text), status: 422, word)
            }
        }
        try await stage.check("unknown fields are ignored", "createProject") {
            let answer = try await stage.raw(
                "POST", "/projects",
                [
                    "name": .string(stage.unique()), "description": "with more than it needs",
                    "createdBy": "contract suite", "colour": "green", "nested": [1, 2, ["a": nil]],
                ])
            try stage.expect(answer, status: 201)
            let id = try stage.require(answer.data["id"]?.intValue, "an id")
            try stage.expect(answer.data["colour"] == nil, "no field the document does not know")
            try await stage.client.deleteProject(id, deletedBy: "contract suite")
        }
    }
}
