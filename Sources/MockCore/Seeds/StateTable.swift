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
        case int, text, bool
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
