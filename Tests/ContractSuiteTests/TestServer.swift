import ContractReport
import ContractSuite
import Logging
import MockCore
import MockServer
import Scheduler0Client
import WireJSON

/// A healthy server on a free port, for one test.
struct TestServer {
    let running: RunningServer

    static func start(
        apiLevel: APILevel = .v1_0, database: String? = nil, _ change: (inout ServerOptions) -> Void = { _ in }
    ) async throws -> TestServer {
        var world = WorldOptions()
        world.apiLevel = apiLevel
        world.backupDirectory = "\(database ?? "/tmp/scheduler0-suite-\(UInt64.random(in: 0...UInt64.max))").backups"
        var options = ServerOptions(world: world, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        options.port = 0
        options.databasePath = database
        change(&options)
        return TestServer(running: try await MockServer.start(options))
    }

    var target: SuiteTarget {
        SuiteTarget(
            baseURL: running.baseURL, operatorLogin: ("username", "password"), account: 123, wire: SocketProbe())
    }

    func stop() async throws { try await running.stop() }
}

extension Suite {
    /// A suite with the document of this package.
    init(_ target: SuiteTarget, _ options: SuiteOptions = .init()) throws {
        let document = try APIDocument.builtIn.get()
        self.init(
            target: target, options: options, document: document.contract, source: try JSON.parse(document.bytes),
            wall: { WallClock().now })
    }
}
