import CDocument
public import OpenAPIContract
import WireJSON

/// The OpenAPI document the binary carries, read once.
public struct APIDocument: Sendable {
    /// The text, byte for byte as in `openapi.json`.
    public let bytes: [UInt8]
    public let contract: OpenAPIDocument
    /// Its operations with their handlers, bound once for all worlds.
    let routes: Routes

    /// The document compiled into this binary.
    public static let builtIn = Result {
        try APIDocument(bytes: embedded(openapi_document(), openapi_document_length()))
    }

    /// The seed `quickstart`, compiled in as well.
    static let quickstartSeed = embedded(quickstart_seed(), quickstart_seed_length())

    public init(bytes: [UInt8]) throws {
        self.bytes = bytes
        contract = try OpenAPIDocument(try JSON.parse(bytes))
        routes = try Routes(contract, handlers: Handlers.all)
    }

    private static func embedded(_ start: UnsafePointer<CUnsignedChar>, _ length: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: length))
    }
}
