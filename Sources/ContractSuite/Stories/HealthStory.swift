import Scheduler0API
import Scheduler0Client

/// The health check is for everybody.
enum HealthStory {
    static let story = Story("health", "the health check, without credentials too") { stage async throws(Stop) in
        try await stage.check("the cluster tells its leader", "getHealth") {
            let health = try await stage.client.getHealth()
            try stage.expect(!health.leaderID.isEmpty, "a leaderId")
            try stage.expect(health.raftStats.count >= 18, "18 counters of raft", found: health.raftStats.keys.sorted())
            try stage.expectEqual(health.raftStats["state"], "Leader", "the state of the node that answers")
        }
        try await stage.check("no credential is needed", "getHealth") {
            try stage.expect(try await stage.raw("GET", "/healthcheck", as: .nobody), status: 200)
        }
        try await stage.check("a wrong credential does no harm", "getHealth") {
            let headers = [HeaderField("X-API-Key", "wrong"), HeaderField("X-Secret-Key", "wrong")]
            try stage.expect(try await stage.raw("GET", "/healthcheck", as: .headers(headers)), status: 200)
        }
        try await stage.check("HEAD works where GET does", "getHealth") {
            let answer = try await stage.raw("HEAD", "/healthcheck", as: .nobody)
            try stage.expect(answer, status: 200)
            try stage.expect(answer.body.isEmpty, "no body")
        }
    }
}
