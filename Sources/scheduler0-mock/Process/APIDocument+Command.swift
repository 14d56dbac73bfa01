import MockCore

extension APIDocument {
    /// The document compiled into this program.
    static func forCommand() throws(CommandFailure) -> APIDocument {
        switch builtIn {
        case .success(let document): return document
        case .failure(let error):
            throw .cannotStart("the OpenAPI document compiled into this program cannot be used: \(error)")
        }
    }
}
