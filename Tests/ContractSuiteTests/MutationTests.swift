import ContractReport
import ContractSuite
import MockCore
import Scheduler0Client
import Testing
import WireJSON

/// A harness is only as good as what it catches: whatever a server does wrong, the suite goes red.
@Suite(.serialized)
struct MutationTests {
    @Test func everySpoiltServerIsFoundOut() async throws {
        let server = try await TestServer.start()
        let document = try APIDocument.builtIn.get().contract
        var missed: [String] = []
        for mutation in Mutations.all {
            let transport = SpoilingTransport(mutation, document: document)
            var target = server.target
            target.transport = transport
            target.wire = transport
            var options = SuiteOptions()
            options.only = [mutation.story]
            options.failsFast = true
            options.timeout = .seconds(5)
            options.taskTimeout = .seconds(1)
            // A server so spoilt that nothing can be tried is found out as well.
            let suite = try Suite(target, options)
            let isRed = (try? await suite.run())?.isBreach ?? true
            if !isRed { missed.append("\(mutation) (\(transport.spoiltCount) answers spoilt)") }
        }
        try await server.stop()
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
        #expect(Mutations.all.count >= 60)
    }

    @Test func everyMutationHasANameOfItsOwn() {
        #expect(Set(Mutations.all.map(\.description)).count == Mutations.all.count)
    }
}
