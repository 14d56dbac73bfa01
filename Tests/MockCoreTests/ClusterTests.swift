import MockCore
import Testing
import WireJSON

/// The weather of the cluster. Observed: server-behaviour 2.6, 11.2, 14 rows 1 to 3.
@Suite struct ClusterTests {
    private let test: TestWorld

    init() throws { test = try TestWorld() }

    private func become(_ state: JSON) { #expect(test.control("PUT", "cluster", state).status == 200) }

    private func write() -> Reply {
        test.call("POST", "/projects", ["name": "n", "description": "d", "createdBy": "t"])
    }

    @Test func withoutALeaderWritesAreUnavailableAndReadsAreServed() {
        become(["state": "no_leader"])
        #expect(write().status == 503)
        #expect(write().data == "service is unavailable - failed to parse leader node id in etcd")
        #expect(test.call("GET", "/projects").status == 200)
        #expect(test.call("GET", "/healthcheck").data["raftStats"]?["state"] == "Candidate")
    }

    @Test func aNewLeaderRefusesWritesForAWhile() {
        become(["state": "leader_not_ready"])
        #expect(write().data == "service is unavailable - node is the leader but cannot accept requests yet")
    }

    @Test func aStartingNodeAnswersNothing() {
        become(["state": "starting"])
        for path in ["/healthcheck", "/projects"] {
            #expect(test.call("GET", path).status == 503)
            #expect(test.call("GET", path).data == "peer cannot accept requests")
        }
    }

    @Test func aFollowerSendsWritesToTheLeaderWithoutTheQuery() {
        become(["state": "follower", "leader": "http://leader:7070"])
        let reply = write()
        #expect(reply.status == 302)
        #expect(reply.json == ["data": nil, "success": false])
        #expect(reply.headers.contains { $0 == ("Location", "http://leader:7070/api/v1/projects") })
        let peer = test.call("POST", "/projects", [:], as: TestWorld.theOperator + [("X-Account-ID", "123")])
        #expect(peer.status == 301)
        #expect(peer.text.isEmpty)
        #expect(test.call("POST", "/cluster/add-node?nodeId=2").data == "node is not leader; cannot add node")
        #expect(test.call("GET", "/projects").data["total"] == 1)
    }

    @Test func authenticationComesBeforeTheLeader() {
        become(["state": "no_leader"])
        #expect(test.call("POST", "/projects", [:], as: []).status == 401)
    }

    @Test func aFailedWriteChangesNothing() {
        become(["state": "write_failure"])
        #expect(write().status == 500)
        become(["state": "ready"])
        #expect(test.call("GET", "/projects").data["total"] == 1)
        #expect(write().status == 201)
    }

    @Test func anUnknownWeatherIsRefused() {
        #expect(test.control("PUT", "cluster", ["state": "sunny"]).status == 400)
        #expect(test.control("GET", "cluster").json == ["state": "ready"])
    }
}
