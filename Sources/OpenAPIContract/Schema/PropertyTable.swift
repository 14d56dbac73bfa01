/// The members of `properties`, found by name, quickly when a value keeps the order of its schema.
struct PropertyTable: Sendable {
    struct Property: Sendable {
        let name: String
        let schema: Int
        var isRequired: Bool
    }

    private(set) var properties: [Property] = []
    private var indexByName: [String: Int] = [:]

    private(set) var requiredCount = 0

    mutating func append(_ property: Property) {
        indexByName[property.name] = properties.count
        properties.append(property)
        if property.isRequired { requiredCount += 1 }
    }

    /// Marks `name` as required; false when it is not in the table.
    mutating func markRequired(_ name: String) -> Bool {
        guard let index = indexByName[name] else { return false }
        if !properties[index].isRequired { requiredCount += 1 }
        properties[index].isRequired = true
        return true
    }

    /// The position of `name`, looked for at `hint` first.
    func index(of name: String, hint: Int) -> Int? {
        if hint < properties.count, properties[hint].name == name { return hint }
        return indexByName[name]
    }
}
