/// The members of a JSON object in the order they were written.
///
/// Objects on this wire have a few dozen members at most, where a scan beats hashing.
public struct JSONObject: Sendable {
    public private(set) var members: [(key: String, value: JSON)]

    public init() { members = [] }

    /// Members whose keys are known to be distinct.
    public init(_ members: [(key: String, value: JSON)]) { self.members = members }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }
    public var keys: [String] { members.map(\.key) }

    public subscript(key: String) -> JSON? {
        get {
            for member in members where member.key == key { return member.value }
            return nil
        }
        set {
            guard let index = members.firstIndex(where: { $0.key == key }) else {
                if let newValue { members.append((key, newValue)) }
                return
            }
            if let newValue { members[index].value = newValue } else { members.remove(at: index) }
        }
    }

    /// Adds a member whose key is known to be new.
    public mutating func append(_ key: String, _ value: JSON) { members.append((key, value)) }

    public mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// Drops all but the last member of each key, which is what Go and JavaScript read of a repeated key.
    mutating func keepLastOfRepeatedKeys() {
        var seen: [String: Int] = [:]
        var kept: [(key: String, value: JSON)] = []
        for member in members {
            if let index = seen[member.key] {
                kept[index].value = member.value
            } else {
                seen[member.key] = kept.count
                kept.append(member)
            }
        }
        members = kept
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSON)...) {
        members = elements.map { (key: $0.0, value: $0.1) }
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> IndexingIterator<[(key: String, value: JSON)]> { members.makeIterator() }
}

extension JSONObject: Hashable {
    /// Equal when the members are, whatever their order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        if zip(left.members, right.members).allSatisfy({ $0.key == $1.key && $0.value == $1.value }) { return true }
        let other = Dictionary(right.members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        return left.members.allSatisfy { other[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        var sum = 0
        for member in members {
            var one = Hasher()
            one.combine(member.key)
            one.combine(member.value)
            sum &+= one.finalize()
        }
        hasher.combine(sum)
    }
}
