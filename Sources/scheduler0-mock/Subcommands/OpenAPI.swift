import ArgumentParser
import MockCore

/// `openapi`: the document, byte for byte as `/openapi.json` serves it.
struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "openapi", abstract: "Print the OpenAPI document.")

    func run() throws {
        Standard.output.write(try APIDocument.forCommand().bytes)
    }
}
