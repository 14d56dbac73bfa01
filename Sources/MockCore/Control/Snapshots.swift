import GRDB
import WireJSON

/// Saved copies of a world, kept in memory: `/__admin/snapshots`.
struct Snapshots {
    let world: World

    private static let most = 100

    func answer(_ call: ControlCall) throws -> Reply {
        switch (call.method, call.path.count) {
        case ("GET", 1):
            return ControlReply.json(
                .array(world.snapshots.keys.sorted().map { ["name": .string($0)] }))
        case ("PUT", 2): return try save(call.path[1])
        case ("DELETE", 2):
            guard world.snapshots.removeValue(forKey: call.path[1]) != nil else { throw missing(call.path[1]) }
            return ControlReply.done
        case ("POST", 3) where call.path[2] == "restore": return try restore(call.path[1])
        default: throw call.methodNotAllowed
        }
    }

    private func save(_ name: String) throws -> Reply {
        guard world.snapshots[name] != nil || world.snapshots.count < Self.most else {
            throw ControlError(
                status: 409, error: "a world keeps at most \(Self.most) snapshots", hint: "DELETE one first")
        }
        let copy = try Store(path: nil)
        try copy.copy(from: world.store)
        world.snapshots[name] = copy
        return ControlReply.json(["name": .string(name)], status: 201)
    }

    private func restore(_ name: String) throws -> Reply {
        guard let copy = world.snapshots[name] else { throw missing(name) }
        try world.replaceContents { try world.store.copy(from: copy) }
        return ControlReply.done
    }

    private func missing(_ name: String) -> ControlError {
        .missing("snapshot \"\(name)\"", hint: "save it first: PUT /__admin/snapshots/\(name)")
    }
}
