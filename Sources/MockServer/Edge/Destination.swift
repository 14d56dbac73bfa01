/// Where a path leads, before anyone looks at what is asked for.
///
/// Which paths exist under `/api/v1` is the document's to say; only the prefixes are known here.
enum Destination: Equatable {
    /// `/api/v1/…`: the API of a world.
    case api(WorldName, path: Substring)
    /// `/__admin/…`: the control calls of a world; `path` is what follows `/__admin`.
    case admin(WorldName, path: Substring)
    /// `/__sink/<name>`: a receiver of webhooks.
    case sink(WorldName, name: Substring)
    /// `/openapi.json`.
    case document
    case nowhere

    init(path: Substring) {
        guard let world = path.after("/worlds/") else {
            self = Self.within(.default, path)
            return
        }
        let text = world.prefix { $0 != "/" }
        guard let name = WorldName(text) else {
            self = .nowhere
            return
        }
        self = Self.within(name, world[text.endIndex...])
    }

    private static func within(_ world: WorldName, _ path: Substring) -> Destination {
        if path.hasPrefix("/api/v1/") || path == "/api/v1" { return .api(world, path: path) }
        if path == "/__admin" { return .admin(world, path: "") }
        if path.hasPrefix("/__admin/") { return .admin(world, path: path.dropFirst("/__admin".count)) }
        if let name = path.after("/__sink/"), !name.isEmpty, !name.contains("/") { return .sink(world, name: name) }
        if path == "/openapi.json" { return .document }
        return .nowhere
    }
}

extension Substring {
    fileprivate func after(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
