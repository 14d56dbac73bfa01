import Logging
import MockCore
import Synchronization

/// The worlds of one server: the default one, made at start, and the named ones, each made at its first use.
final class Worlds: Sendable {
    /// What every world of a server is made from.
    struct Recipe: Sendable {
        var options: WorldOptions
        /// Of the default world; the others live in memory.
        var databasePath: String?
        var document: APIDocument
        var clock: WallClock
        var deliveryClient: any DeliveryClient
        var logger: Logger
        /// Worlds beside the default one.
        var limit: Int
    }

    private struct Shelf {
        var worlds: [WorldName: WorldActor] = [:]
        var isStopped = false
    }

    private let recipe: Recipe
    private let shelf: Mutex<Shelf>

    /// Makes the default world. Errors are the core's: an unreadable database, a wrong seed.
    init(_ recipe: Recipe) throws {
        self.recipe = recipe
        shelf = Mutex(Shelf())
        let world = try Self.make(.default, recipe)
        shelf.withLock { $0.worlds[.default] = world }
        Task { await world.wakeUp() }
    }

    /// The world of that name, made now if there is none yet.
    ///
    /// Made under the lock: it takes about a millisecond, and two first calls get the same world.
    func world(_ name: WorldName) throws(WorldProblem) -> WorldActor {
        let (found, isNew) = try shelf.withLock { shelf throws(WorldProblem) -> (WorldActor, Bool) in
            if let world = shelf.worlds[name] { return (world, false) }
            guard !shelf.isStopped else { throw .stopping }
            guard shelf.worlds.count <= recipe.limit else { throw .tooMany(limit: recipe.limit) }
            do {
                let world = try Self.make(name, recipe)
                shelf.worlds[name] = world
                return (world, true)
            } catch {
                throw .cannotMake(name, "\(error)")
            }
        }
        if isNew { Task { await found.wakeUp() } }
        return found
    }

    /// Every world that is there, the default one first.
    var names: [WorldName] {
        let names = shelf.withLock { Array($0.worlds.keys) }
        return [.default] + names.filter { $0 != .default }.sorted()
    }

    /// Forgets a world; false when there is none. The default world stays.
    func drop(_ name: WorldName) async -> Bool {
        guard name != .default, let world = shelf.withLock({ $0.worlds.removeValue(forKey: name) }) else {
            return false
        }
        await world.stop()
        return true
    }

    /// Ends whatever waits in any world; calls are answered still.
    func stop() async {
        let worlds = shelf.withLock { shelf in
            shelf.isStopped = true
            return Array(shelf.worlds.values)
        }
        for world in worlds { await world.stop() }
    }

    private static func make(_ name: WorldName, _ recipe: Recipe) throws -> WorldActor {
        var options = recipe.options
        options.baseURL += name.basePath
        // Worlds never see each other, nor the backups of another.
        options.backupDirectory += name.basePath
        return try WorldActor(
            name: name, options: options, databasePath: name == .default ? recipe.databasePath : nil,
            document: recipe.document, clock: recipe.clock, deliveryClient: recipe.deliveryClient,
            logger: recipe.logger)
    }
}
