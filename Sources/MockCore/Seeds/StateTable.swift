/// How a table of the store appears in a seed file or in `/__admin/state`: one list, one object a row.
struct StateTable {
    struct Column {
        let key: String
        let column: String
        let kind: Kind
        /// nil: the member must be there.
        let otherwise: Default?
    }

    enum Kind {
        /// A whole number within these bounds: the database counts on from what it is given.
        case int(ClosedRange<Int64>)
        case text, bool
        /// RFC 3339, or relative to the clock: `+1h`, `-30m`, `+2d`.
        case instant
        /// Plain in the document, a box in the store.
        case secret
        /// A list of texts, stored as JSON or (scopes) comma-separated.
        case texts, scopes
        /// Any JSON, stored as text.
        case json
    }

    enum Default {
        case null, now, zero, empty, no, one, emptyList
        case text(String)
        case number(Int64)
        /// `now` plus a month.
        case nextMonth
    }

    /// The member of the document.
    let name: String
    let table: String
    let columns: [Column]
    let order: String

    /// The largest number that every JSON reader takes for what it is.
    private static let most: Int64 = 9_007_199_254_740_991

    static func id(_ key: String = "id", _ otherwise: Default? = nil) -> Column {
        column(key, .int(1...most), otherwise)
    }

    /// How often something happened, or a place in an order.
    static func count(_ key: String, _ otherwise: Default? = .zero) -> Column {
        column(key, .int(0...most), otherwise)
    }

    /// A number a client chose or that adds up: anything the store holds.
    static func amount(_ key: String, _ otherwise: Default? = .zero) -> Column {
        column(key, .int(0...Int64.max), otherwise)
    }

    static func column(
        _ key: String, _ kind: Kind, _ otherwise: Default? = nil, at column: String? = nil
    ) -> Column {
        Column(key: key, column: column ?? snakeCase(key), kind: kind, otherwise: otherwise)
    }

    /// `dateCreated` → `date_created`, `apiKey` → `api_key`.
    private static func snakeCase(_ key: String) -> String {
        key.reduce(into: "") { text, letter in
            if letter.isUppercase { text += "_" }
            text += letter.lowercased()
        }
    }
}
