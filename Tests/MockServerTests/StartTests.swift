import MockCore
import MockServer
import Testing
import WireJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Starting")
struct StartTests {
    private func temporaryPath(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("\(name)-\(UInt32.random(in: 0 ... .max))").path
    }

    @Test func aPortInUseIsNamed() async throws {
        try await withServer { server in
            let error = await #expect(throws: StartError.self) {
                try await withServer({ $0.port = server.port }) { _ in }
            }
            #expect(error?.description == "cannot listen on 127.0.0.1:\(server.port): the address is in use")
        }
    }

    @Test func anUnknownHostIsNamed() async throws {
        let error = await #expect(throws: StartError.self) {
            try await withServer({ $0.host = "no.such.host.invalid" }) { _ in }
        }
        #expect(error?.description == "cannot listen on no.such.host.invalid:0: its name is not known")
    }

    @Test func aWrongSeedStopsTheStartAndFreesThePort() async throws {
        let error = await #expect(throws: StartError.self) {
            try await withServer({ $0.world.seed = .document(["accounts": 1], name: "bad.json") }) { _ in }
        }
        #expect(error?.description.contains("bad.json") == true)
        #expect(error?.description.contains("/accounts") == true)
        #expect(error?.description.contains("\n") == false)
    }

    @Test func aUnixSocketServesBesideThePort() async throws {
        let path = temporaryPath("mock.sock")
        try await withServer({ $0.unixSocketPath = path }) { server in
            let connection = try await RawConnection.open(unixSocket: path)
            try await connection.send(request("GET", "/api/v1/healthcheck"))
            #expect(try await connection.response().status == 200)
            #expect(try await server.send("GET", "/api/v1/healthcheck").status == 200)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aUnixSocketThatIsServedIsLeftAlone() async throws {
        let path = temporaryPath("taken.sock")
        try await withServer({ $0.unixSocketPath = path }) { _ in
            let error = await #expect(throws: StartError.self) {
                try await withServer({ $0.unixSocketPath = path }) { _ in }
            }
            #expect(error?.description == "cannot listen on \(path): the address is in use")
            let connection = try await RawConnection.open(unixSocket: path)
            try await connection.send(request("GET", "/api/v1/healthcheck"))
            #expect(try await connection.response().status == 200)
        }
    }

    @Test func aFileIsNotTakenForASocket() async throws {
        let path = temporaryPath("plain")
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        let error = await #expect(throws: StartError.self) {
            try await withServer({ $0.unixSocketPath = path }) { _ in }
        }
        #expect(error?.description == "cannot listen on \(path): there is a file of that name that is no socket")
        #expect(try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) == "precious")
        try FileManager.default.removeItem(atPath: path)
    }

    /// Two servers on one file would run each job twice.
    @Test func aDataFileServesOneServer() async throws {
        let path = temporaryPath("shared.db")
        try await withServer({ $0.databasePath = path }) { _ in
            let error = await #expect(throws: StartError.self) {
                try await withServer({ $0.databasePath = path }) { _ in }
            }
            #expect(error?.description == "cannot open the database \(path): another server uses it")
        }
        try await withServer({ $0.databasePath = path }) { server in
            let status = try await server.send("GET", "/api/v1/projects").status
            #expect(status == 200)
        }
    }

    @Test func theBaseURLBracketsIPv6() async throws {
        try await withServer({ $0.host = "::1" }) { server in
            #expect(server.baseURL == "http://[::1]:\(server.port)")
        }
    }
}
