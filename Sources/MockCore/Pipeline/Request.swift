import CivilTime
import GRDB
import OpenAPIContract
import WireJSON

/// What a handler works with: the call, who calls, the connection, the time.
struct Request {
    let call: Call
    let operation: Operation
    let parameters: [String: String]
    let caller: Caller
    /// The account named by `X-Account-ID`, known to exist; nil when there was no header.
    let account: AccountContext?
    let now: Instant
    let db: Database
    let world: World

    func has(_ quirk: Quirk) -> Bool { world.quirks.contains(quirk) }

    /// The account of an operation that needs one; the pipeline has made sure of it.
    var accountID: Int64 {
        get throws {
            guard let account else { throw Problem.accountHeaderRequired }
            return account.id
        }
    }

    var apiLevel: APILevel { account?.apiLevel ?? world.options.apiLevel }
}

/// What the pipeline knows of the account of a request.
struct AccountContext: Hashable {
    let id: Int64
    let apiLevel: APILevel
}

// MARK: - Reading the request

extension Request {
    /// The body as JSON. Observed: server-behaviour 4 (empty 400, syntax 422).
    func json(emptySecond: String? = nil) throws -> JSON {
        guard !call.body.isEmpty else { throw Problem.bodyRequired(second: emptySecond) }
        do { return try JSON.parse(call.body) } catch { throw Problem.syntax(error) }
    }

    func fields(_ structName: String, emptySecond: String? = nil) throws -> Fields {
        try Fields(try json(emptySecond: emptySecond), structName: structName)
    }

    /// A body that is only a signature: `{"deletedBy": "…"}`.
    /// Observed: server-behaviour 4.2 (bad JSON is a 400 here, not a 422).
    func signature(_ field: String) throws -> String {
        guard !call.body.isEmpty else { throw Problem.bodyRequired(second: nil) }
        guard let json = try? JSON.parse(call.body), let fields = try? Fields(json, structName: "Signature"),
            let name = try? fields.text(field) ?? ""
        else { throw Problem.invalidDeleteBody }
        guard !name.isEmpty else { throw Problem.fieldRequired(field) }
        return name
    }

    /// The id in the path, read as Go's `strconv.Atoi` does.
    func pathID(_ name: String = "id") throws -> Int64 {
        let text = parameters[name] ?? ""
        guard let id = Int64(text) else { throw Problem.notAnInteger(text, function: "Atoi") }
        return id
    }
}

extension Int64 {
    /// Digits only, as Go's `strconv.ParseUint` reads them, up to the largest number the store holds.
    init?(goUnsigned text: String) {
        guard text.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true else { return nil }
        self.init(text)
    }
}
