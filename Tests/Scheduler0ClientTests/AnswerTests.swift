import Foundation
import Scheduler0API
import Scheduler0Client
import Testing
import WireJSON

/// What comes back: answers decoded as Go decodes them, refusals of every shape.
struct AnswerTests {
    private func answered(_ status: Int, _ json: String) throws -> Scheduler0 {
        try client(ScriptedTransport([.init(status: status, json: json)]))
    }

    @Test func whatIsMissingOrNullIsZeroOrNil() async throws {
        let job = try await answered(200, #"{"data":{"id":1,"spec":null,"timezone":null},"success":true}"#).getJob(1)
        #expect(job == Job(id: 1))
        let executor = try await answered(200, #"{"data":{"tags":null},"success":true}"#).getExecutor(1)
        #expect(executor.tags == [] && executor.id == 0 && !executor.payloadAggregation)
        let page = try await answered(200, #"{"data":{"limit":10},"success":true}"#).listExecutors()
        #expect(page == Page(total: 0, offset: 0, limit: 10, items: []))
        let log = try await answered(200, #"{"data":{"total":0,"executions":null},"success":true}"#).listExecutions()
        #expect(log.items == [])
    }

    @Test func unsetDatesAreNil() async throws {
        let json = """
            {"data":{"startDate":"0001-01-01T00:00:00Z","endDate":"","lastExecutionDate":null,
            "dateCreated":"2026-01-31T09:00:00.123456789+02:00"},"success":true}
            """
        let job = try await answered(200, json).getJob(1)
        #expect(job.startDate == nil && job.endDate == nil && job.lastExecutionDate == nil)
        #expect(job.dateCreated?.text == "2026-01-31T09:00:00.123456789+02:00")
        #expect(job.dateCreated?.date?.timeIntervalSince1970 == 1_769_842_800.123)
    }

    @Test func wordsNobodyKnowsAreNil() async throws {
        let job = try await answered(200, #"{"data":{"status":"paused","colour":"green"},"success":true}"#).getJob(1)
        #expect(job.status == nil)
        let credential = try await answered(200, #"{"data":{"scopes":["read","fly"]},"success":true}"#).getCredential(1)
        #expect(credential.scopes == [.read])
    }

    @Test func aWrongTypeIsAnErrorThatSaysWhere() async throws {
        let client = try answered(200, #"{"data":{"id":"12"},"success":true}"#)
        let error = await #expect(throws: Scheduler0Error.self) { try await client.getJob(1) }
        guard case .undecodable(200, let reason, _) = error else { return #expect(Bool(false), "\(error as Any)") }
        #expect(reason.contains("/data/id"))
    }

    @Test func whatIsNoJSONIsAnError() async throws {
        let client = try answered(200, "<html>")
        let error = await #expect(throws: Scheduler0Error.self) { try await client.getJob(1) }
        #expect(error?.description == "200, but it is not JSON: <html>")
    }

    @Test(arguments: [
        (#"{"data":"job cannot be found","success":false}"#, "job cannot be found"),
        (#"{"data":{"Message":"account doesn't exist","Type":404},"success":false}"#, "account doesn't exist"),
        (#"{"data":{"message":"prompt skipped","classification":{}},"success":false}"#, "prompt skipped"),
        (#"{"data":{"Offset":3},"success":false}"#, #"{"Offset":3}"#),
        ("404 page not found\n", "404 page not found\n"),
    ])
    func theServersWordsAreKept(body: String, message: String) async throws {
        let client = try answered(404, body)
        let error = await #expect(throws: Scheduler0Error.self) { try await client.getJob(1) }
        guard case .refused(let refusal) = error else { return #expect(Bool(false), "\(error as Any)") }
        #expect(refusal.status == 404 && refusal.message == message)
        #expect(error?.status == 404)
    }

    @Test func aRefusalUnderAStatusOfSuccessIsOne() async throws {
        let client = try answered(200, #"{"data":"api_key or api_secret cannot be empty","success":false}"#)
        let error = await #expect(throws: Scheduler0Error.self) { try await client.getCredential(1) }
        #expect(error?.description == "200: api_key or api_secret cannot be empty")
    }

    @Test func nothingIsEnoughForACallWithoutAnswer() async throws {
        let client = try client(ScriptedTransport([.answer(.init(status: 204, headers: [], body: []))]))
        try await client.deleteJob(1, deletedBy: "me")
    }

    // MARK: - Prompts

    @Test func bothShapesOfAPromptAreRead() async throws {
        let list = try await answered(
            200, #"{"data":[{"kind":"REMINDER","cronExpression":"0 9 * * *"}],"success":true}"#
        )
        .createJobConfigurations(PromptRequest(prompt: "p"))
        #expect(list.jobs.map(\.cronExpression) == ["0 9 * * *"] && list.classification == nil)
        let object = try await answered(
            200,
            #"{"data":{"providers":[{"jobs":[{"cronExpression":"0 9 * * *"}]}],"classification":{"decision":"allow"}},"success":true}"#
        ).createJobConfigurations(PromptRequest(prompt: "p"))
        #expect(object.jobs.map(\.cronExpression) == ["0 9 * * *"] && object.classification?.decision == "allow")
    }

    @Test func anOlderServerIsAskedAtItsOwnPath() async throws {
        let transport = ScriptedTransport([
            .init(status: 404, json: "404 page not found\n"),
            .init(status: 200, json: #"{"data":[{"cronExpression":"0 9 * * *"}],"success":true}"#),
        ])
        let answer = try await client(transport).prompt(PromptRequest(prompt: "p"))
        #expect(answer.jobs.count == 1)
        #expect(transport.requests.map(\.operationID) == ["createJobsFromPrompt", "createJobConfigurations"])
    }

    @Test func aRefusalIsNoReasonToAskElsewhere() async throws {
        let transport = ScriptedTransport([.init(status: 404, json: #"{"data":"no such thing","success":false}"#)])
        let client = try client(transport)
        await #expect(throws: Scheduler0Error.self) { try await client.aiSettings() }
        #expect(transport.requests.count == 1)
    }
}
