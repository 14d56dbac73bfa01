import CivilTime
import Foundation
import MockCore
import Testing
import WireJSON

/// Seeds, state, reset and snapshots, over a database in memory and one in a file.
@Suite struct StateTests {
    static func database(_ isFile: Bool) -> String? {
        guard isFile else { return nil }
        return FileManager.default.temporaryDirectory.appendingPathComponent("world-\(UUID().uuidString).db").path
    }

    /// Runs SQL on a file as any other program would.
    static func sqlite(_ sql: String, at path: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.close()",
            path, sql,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// What each query answers: the last column of every row.
    static func query(_ queries: [String], at path: String) throws -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "python3", "-c",
                """
                import sqlite3, sys
                c = sqlite3.connect(sys.argv[1])
                for query in sys.argv[2:]:
                    for row in c.execute(query): print(row[-1])
                """, path,
            ] + queries
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text.split(separator: "\n").map(String.init)
    }

    private func fill(_ test: TestWorld) throws {
        test.call("POST", "/projects", ["name": "n", "description": "d", "createdBy": "t"])
        test.call("POST", "/credentials", ["createdBy": "t", "scopes": ["read"]])
        let executor = test.webhook(["webhookSecret": "s"])
        test.job(["spec": "*/5 * * * *", "executorId": .int(executor), "retryMax": 2])
        test.call(
            "PUT", "/ai/settings", ["openaiApiKey": "k", "activeModels": [["provider": "openai", "model": "gpt-4o"]]])
        test.call("PUT", "/accounts/123/feature", ["featureId": 4])
        try test.advance(by: "PT1H") { $0.id % 2 == 0 }
    }

    @Test(arguments: [false, true])
    func stateComesBackToTheByteAndGoesOnAlike(_ isFile: Bool) throws {
        let one = try TestWorld(database: Self.database(isFile))
        try fill(one)
        let state = one.control("GET", "state")
        let other = try TestWorld(database: Self.database(isFile))
        #expect(other.control("PUT", "state", state.json).status == 204)
        #expect(other.control("GET", "state").text == state.text)
        try one.advance(by: "PT2H")
        try other.advance(by: "PT2H")
        #expect(other.control("GET", "state").text == one.control("GET", "state").text)
    }

    @Test(arguments: [false, true])
    func resetGoesBackToTheSeed(_ isFile: Bool) throws {
        let test = try TestWorld(database: Self.database(isFile))
        let seed = test.control("GET", "state").text
        try fill(test)
        #expect(test.control("GET", "state").text != seed)
        #expect(test.control("POST", "reset").status == 204)
        #expect(test.control("GET", "state").text == seed)
        #expect(test.job(["spec": "0 9 * * *"]) == 1)
    }

    @Test(arguments: [false, true])
    func aSnapshotCanBeGoneBackTo(_ isFile: Bool) throws {
        let test = try TestWorld(database: Self.database(isFile))
        try fill(test)
        let saved = test.control("GET", "state").text
        #expect(test.control("PUT", "snapshots/before").status == 201)
        try test.advance(by: "PT3H")
        test.call("DELETE", "/projects/123", ["deletedBy": "t"])
        #expect(test.control("POST", "snapshots/before/restore").status == 204)
        #expect(test.control("GET", "state").text == saved)
        #expect(test.control("GET", "snapshots").json == [["name": "before"]])
        #expect(test.control("DELETE", "snapshots/before").status == 204)
        #expect(test.control("POST", "snapshots/before/restore").status == 404)
    }

    @Test(arguments: [
        (#"{"job":[]}"#, "/job", "unknown member"),
        (#"{"accounts":{}}"#, "/accounts", "is not a list"),
        (#"{"accounts":[{"name":"a"}]}"#, "/accounts/0", "id is missing"),
        (#"{"accounts":[{"id":"1","name":"a"}]}"#, "/accounts/0/id", "is not a whole number"),
        (#"{"accounts":[{"id":1,"name":"a","nick":"b"}]}"#, "/accounts/0/nick", "unknown member"),
        (#"{"accounts":[{"id":1,"name":"a","apiLevel":"9"}]}"#, "/accounts/0/apiLevel", "is not one of 1.0, 1.2"),
        (#"{"accounts":[{"id":1,"name":"a"},{"id":1,"name":"b"}]}"#, "/accounts/1", "is there already"),
        (#"{"projects":[{"id":1,"accountId":9,"name":"p"}]}"#, "/projects/0", "not there"),
        (
            #"{"accounts":[{"id":1,"name":"a","dateCreated":"yesterday"}]}"#, "/accounts/0/dateCreated",
            "neither an RFC 3339 date nor a time from now"
        ),
        (
            #"{"accounts":[{"id":1,"name":"a"}],"projects":[{"id":1,"accountId":1,"name":"p"}],"jobs":[{"id":1,"accountId":1,"projectId":1,"spec":"99 * * * *"}]}"#,
            "/jobs/0/spec", "minute"
        ),
        (#"{"accounts":[{"id":0,"name":"a"}]}"#, "/accounts/0/id", "is not a number from 1 to 9007199254740991"),
        (#"{"accounts":[{"id":9223372036854775807,"name":"a"}]}"#, "/accounts/0/id", "is not a number from 1"),
        (#"{"accounts":[{"id":1,"name":"a","tokens":-5}]}"#, "/accounts/0/tokens", "is not a number from 0"),
        (#"{"accounts":[{"id":1,"name":"a\u0000b"}]}"#, "/accounts/0/name", "U+0000"),
        (#"{"raftIndex":"x"}"#, "/raftIndex", "is not a whole number"),
        (#"{"raftIndex":9223372036854775807}"#, "/raftIndex", "is not a number from 0"),
        (#"{"createdAt":"x"}"#, "/createdAt", "neither an RFC 3339 date"),
        (#"{"cluster":{"state":"sunny"}}"#, "/cluster", "is not one of ready"),
        (
            #"{"accounts":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"projects":[{"id":7,"accountId":2,"name":"p"}],"jobs":[{"id":1,"accountId":1,"projectId":7,"spec":"0 9 * * *"}]}"#,
            "/jobs/0/projectId", "7 belongs to account 2, not to 1"
        ),
        (
            #"{"accounts":[{"id":1,"name":"a"}],"aiSettings":[{"accountId":1,"activeModels":["gpt"]}]}"#,
            "/aiSettings/0/activeModels", "is not a list of"
        ),
        (
            #"{"accounts":[{"id":1,"name":"a"}],"executors":[{"id":1,"accountId":1,"name":"e","type":"local"}],"outcomes":[{"executorId":1,"script":{"outcomes":[{"result":"maybe"}]}}]}"#,
            "/outcomes/0/script", "is not one of success"
        ),
        (#"{"sinks":[{"name":"s","answers":[{"status":99}]}]}"#, "/sinks/0/answers", "is not a number from 200 to 599"),
        (#"{"sinks":[{"name":"s","position":-1}]}"#, "/sinks/0/position", "is not a number from 0"),
    ])
    func aWrongSeedIsRefusedWithPointerAndReason(_ text: String, _ pointer: String, _ reason: String) throws {
        let seed = try JSON.parse(text)
        do {
            _ = try TestWorld { $0.seed = .document(seed, name: "seed.json") }
            Issue.record("the seed was accepted")
        } catch let error as WorldError {
            #expect(error.description.hasPrefix("seed.json: at \(pointer): "))
            #expect(error.description.contains(reason))
        }
        let test = try TestWorld()
        let before = test.control("GET", "state").text
        #expect(test.control("PUT", "state", seed).status == 400)
        #expect(test.control("GET", "state").text == before)
    }

    @Test func aStateIsASeedOfTheVerySameWorld() throws {
        let one = try TestWorld()
        try fill(one)
        _ = one.control("PUT", "cluster", ["state": "no_leader"])
        let state = one.control("GET", "state")
        let other = try TestWorld { $0.seed = .document(state.json, name: "state.json") }
        #expect(other.control("GET", "state").text == state.text)
        #expect(other.control("GET", "cluster").json == ["state": "no_leader"])
    }

    /// What was in flight when a world was saved is delivered again when it is gone back to, as after a crash.
    @Test(arguments: ["snapshot", "state"])
    func aRunInFlightIsNotLostOnTheWayBack(_ how: String) throws {
        let test = try TestWorld()
        let job = test.job(["spec": "0 1 * * *", "executorId": .int(test.webhook())])
        try test.world.beginAdvance(Array(#"{"by":"P1D"}"#.utf8), wall: test.wall)
        _ = test.world.stepAdvance()
        let delivery = try #require(test.world.takeDeliveries().first)
        let saved = how == "state" ? test.control("GET", "state").json : .null
        if how == "snapshot" { _ = test.control("PUT", "snapshots/a") }
        test.world.settle(delivery.id, succeeded: true, wall: test.wall)
        while case .more = test.world.stepAdvance() {}
        let back = how == "state" ? test.control("PUT", "state", saved) : test.control("POST", "snapshots/a/restore")
        #expect(back.status == 204)
        #expect(test.log(job).filter { $0.hasPrefix("success") }.isEmpty)
        try test.advance(by: "P1D")
        #expect(test.log(job).filter { $0.hasPrefix("success") }.count == 2)
    }

    @Test func datesOfASeedMayBeRelativeToTheClock() throws {
        let test = try TestWorld {
            $0.seed = .document(
                [
                    "accounts": [["id": 1, "name": "a"]], "projects": [["id": 1, "accountId": 1, "name": "p"]],
                    "jobs": [["id": 7, "accountId": 1, "projectId": 1, "startDate": "+1h30m"]],
                ], name: "s")
        }
        #expect(test.explain(7)["next"]?[0] == "2026-01-01T01:30:00Z")
    }

    /// Everything an acknowledged request did is there after a crash, and what was in flight is delivered again.
    @Test func afterACrashNothingIsLostAndNothingIsRecordedTwice() throws {
        let path = Self.database(true)
        let first = try TestWorld(database: path)
        let executor = first.webhook()
        let job = first.job(["spec": "0 * * * *", "startDate": "2026-01-01T01:00:00Z", "executorId": .int(executor)])
        try first.world.beginAdvance(Array(#"{"by":"PT3H"}"#.utf8), wall: first.wall)
        _ = first.world.stepAdvance()
        #expect(first.world.takeDeliveries().count == 1)
        // The process ends here: the delivery is on its way and will never be settled.
        let second = try TestWorld(database: path)
        #expect(second.control("GET", "clock").json["now"] == "2026-01-01T01:00:00Z")
        let again = second.world.takeDeliveries()
        #expect(again.count == 1)
        for delivery in again { second.world.settle(delivery.id, succeeded: true, wall: second.wall) }
        try second.advance(by: "PT2H")
        #expect(
            second.log(job).filter { $0.hasPrefix("success") } == [
                "success v1 last 01T01:00:00 next 01T02:00:00 at 01T01:00:00",
                "success v2 last 01T02:00:00 next 01T03:00:00 at 01T02:00:00",
                "success v3 last 01T03:00:00 next 01T04:00:00 at 01T03:00:00",
            ])
        #expect(second.call("GET", "/accounts/123/execution-count").data["executionCount"] == 997)
    }

    /// The last execution of the month is on its way when the process ends: it is not lost.
    @Test func theLastExecutionOfAnAccountSurvivesACrash() throws {
        let path = Self.database(true)
        let first = try TestWorld(database: path)
        var state = try #require(first.control("GET", "state").json.objectValue)
        var accounts = try #require(state["accounts"]?.arrayValue)
        for index in accounts.indices where accounts[index]["id"] == 123 {
            var account = try #require(accounts[index].objectValue)
            account["executionCount"] = 1
            accounts[index] = .object(account)
        }
        state["accounts"] = .array(accounts)
        #expect(first.control("PUT", "state", .object(state)).status == 204)
        let job = first.job(["spec": "0 * * * *", "executorId": .int(first.webhook())])
        #expect(first.world.takeDeliveries().count == 1)
        let second = try TestWorld(database: path)
        for delivery in second.world.takeDeliveries() {
            second.world.settle(delivery.id, succeeded: true, wall: second.wall)
        }
        #expect(second.log(job).last == "success v1 last 01T00:00:00 next 01T01:00:00 at 01T00:00:00")
        #expect(second.explain(job)["reason"] == "quota")
    }

    @Test func aTaskUnfinishedAtACrashIsFinishedOnce() throws {
        let path = Self.database(true)
        let first = try TestWorld(database: path)
        _ = first.control("PUT", "tasks", ["mode": "after", "delay": "PT5S"])
        let id = first.call("POST", "/jobs", [["projectId": 123, "timezone": "UTC", "spec": "0 9 * * *"]]).data
        try first.advance(by: "PT5S")
        let second = try TestWorld(database: path)
        try second.advance(by: "PT1M")
        #expect(second.call("GET", "/async-tasks/\(id.stringValue ?? "")").data["state"] == 2)
        #expect(second.call("GET", "/jobs").data["total"] == 1)
    }

    @Test(arguments: [false, true])
    func aBackupReallyRestores(_ isFile: Bool) throws {
        let test = try TestWorld(database: Self.database(isFile))
        test.job(["spec": "0 9 * * *"])
        let backup = test.call("POST", "/cluster/backup", as: TestWorld.theOperator)
        #expect(backup.status == 202)
        // A list in an order the backup knows nothing of.
        #expect(test.call("GET", "/jobs?orderBy=spec").status == 200)
        test.call("DELETE", "/jobs/1", ["deletedBy": "t"])
        let restore = test.call(
            "POST", "/cluster/restore", ["filePath": "db-20260101-000000.db"], as: TestWorld.theOperator)
        #expect(restore.status == 202)
        let headers = TestWorld.theOperator + [("X-Account-ID", "1")]
        let task = test.call("GET", "/async-tasks/\(restore.data["requestId"]?.stringValue ?? "")", as: headers)
        #expect(task.data["state"] == 2)
        #expect(test.call("GET", "/jobs/1").status == 200)
        #expect(test.call("GET", "/cluster/backup-restore-progress").data["status"] == "completed")
    }

    @Test func aMissingOrFalseBackupChangesNothing() throws {
        let test = try TestWorld()
        test.job(["spec": "0 9 * * *"])
        let folder = URL(fileURLWithPath: test.world.options.backupDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("not a database".utf8).write(to: folder.appendingPathComponent("false.db"))
        try Data().write(to: folder.appendingPathComponent("empty.db"))
        let tables = ["world", "accounts", "jobs", "tasks", "schedules", "grdb_migrations"]
        try Self.sqlite(
            tables.map { "CREATE TABLE \($0) (a);" }.joined(), at: folder.appendingPathComponent("alike.db").path)
        for name in ["missing.db", "false.db", "empty.db", "alike.db"] {
            let reply = test.call("POST", "/cluster/restore", ["filePath": .string(name)])
            let task = test.call("GET", "/async-tasks/\(reply.data["requestId"]?.stringValue ?? "")").data
            #expect(task["state"] == 3)
            #expect(task["output"]?.stringValue?.contains("SELECT") == false)
            #expect(test.call("GET", "/jobs/1").status == 200)
        }
    }
}
