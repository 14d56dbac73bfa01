import WireJSON

/// The loaded texts, and what in them can be referred to by a URI: resources (`$id`) and anchors.
struct SchemaResources {
    private(set) var documents: [JSON] = []
    private var documentURIs: [String] = []
    /// The absolute URI of each schema with an `$id`, and of each document's root.
    private var baseURIs: [SchemaLocation: String] = [:]
    private var locationByURI: [String: SchemaLocation] = [:]
    /// Keyed by `uri#anchor`.
    private var locationByAnchor: [String: SchemaLocation] = [:]
    /// Keyed by anchor name: the resource's URI, the place and the schema.
    private(set) var dynamicAnchors: [String: [(uri: String, location: SchemaLocation, json: JSON)]] = [:]
    private var numberByURI: [String: Int] = [:]
    private var scanned: Set<SchemaLocation> = []
    /// Whether any text names places by URI or anchor. Few do, and the others need no search for them.
    private(set) var hasIdentifiers = false

    mutating func addDocument(_ json: JSON, uri: String) {
        let location = SchemaLocation(document: documents.count, pointer: "")
        let uri = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
        documents.append(json)
        hasIdentifiers = hasIdentifiers || Self.mentionsIdentifiers(json)
        documentURIs.append(uri)
        baseURIs[location] = uri
        locationByURI[uri] = location
    }

    private static func mentionsIdentifiers(_ json: JSON) -> Bool {
        switch json {
        case .object(let object):
            object.members.contains { key, value in
                key == "$id" || key == "$anchor" || key == "$dynamicAnchor" || mentionsIdentifiers(value)
            }
        case .array(let elements): elements.contains(where: mentionsIdentifiers)
        case .null, .bool, .int, .double, .bigNumber, .string: false
        }
    }

    private func value(at location: SchemaLocation) -> JSON? {
        JSONPointer.value(at: location.pointer, in: documents[location.document])
    }

    /// The place for people: `#/components/schemas/Job`, with the text's URI before it when it is not the document.
    func display(_ location: SchemaLocation) -> String {
        (location.document == 0 ? "" : documentURIs[location.document]) + "#" + location.pointer
    }

    /// Notes every `$id` and anchor in the schema at `location` and below.
    mutating func scan(_ location: SchemaLocation) {
        guard hasIdentifiers, !scanned.contains(location), let value = value(at: location) else { return }
        scan(value, at: location, base: baseURI(of: location))
    }

    private mutating func scan(_ schema: JSON, at location: SchemaLocation, base: String) {
        guard scanned.insert(location).inserted, case .object(let members) = schema else { return }
        var base = base
        if let id = members["$id"]?.stringValue {
            base = URIReference(id).resolved(against: URIReference(base)).withoutFragment.text
            baseURIs[location] = base
            locationByURI[base] = location
        }
        if let anchor = members["$anchor"]?.stringValue { locationByAnchor["\(base)#\(anchor)"] = location }
        if let anchor = members["$dynamicAnchor"]?.stringValue {
            locationByAnchor["\(base)#\(anchor)"] = location
            dynamicAnchors[anchor, default: []].append((base, location, schema))
        }
        for member in members.members {
            let place = location.appending(member.key)
            switch member.value {
            case .object(let map) where SchemaKeywords.holdingSchemaMap.contains(member.key):
                for entry in map.members { scan(entry.value, at: place.appending(entry.key), base: base) }
            case .array(let list) where SchemaKeywords.holdingSchemaList.contains(member.key):
                for (index, entry) in list.enumerated() {
                    scan(entry, at: place.appending(String(index)), base: base)
                }
            case .object where SchemaKeywords.holdingOneSchema.contains(member.key):
                scan(member.value, at: place, base: base)
            default: break
            }
        }
    }

    /// The URI references at `location` are resolved against.
    func baseURI(of location: SchemaLocation) -> String {
        guard hasIdentifiers else { return documentURIs[location.document] }
        for place in location.enclosing {
            if let uri = baseURIs[place] { return uri }
        }
        return ""
    }

    /// A number for the resource `uri`, the same for the same URI; the document's own is 0.
    mutating func number(ofResource uri: String) -> Int {
        if let number = numberByURI[uri] { return number }
        numberByURI[uri] = numberByURI.count
        return numberByURI.count - 1
    }

    enum Target {
        case found(SchemaLocation, JSON)
        /// The text is loaded and has no such place.
        case dangling
        /// The text is not loaded.
        case external(uri: String)
    }

    /// What `reference`, written at `location`, means.
    func resolve(_ reference: String, from location: SchemaLocation) -> Target {
        let base = baseURI(of: location)
        let target = URIReference(reference).resolved(against: URIReference(base))
        let uri = target.withoutFragment.text
        guard let root = locationByURI[uri] else { return .external(uri: uri) }
        var place = root
        if let fragment = target.fragment.map(URIReference.percentDecoded), !fragment.isEmpty {
            if fragment.hasPrefix("/") {
                place = SchemaLocation(document: root.document, pointer: root.pointer + fragment)
            } else if let anchored = locationByAnchor["\(uri)#\(fragment)"] {
                place = anchored
            } else {
                return .dangling
            }
        }
        return value(at: place).map { .found(place, $0) } ?? .dangling
    }
}
