import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// What a cluster answers for its own state: starting, without a leader, following, failing. Only a mock can be put into
/// these states; of a real cluster the answers are listed as not seen. Observed: server-behaviour 2.6 and 11.2.
enum WeatherStory {
    static let story = Story("weather", "301, 302, 500 and 503 for the state of the cluster") {
        stage async throws(Stop) in
        guard stage.cast.mayHarm, let admin = stage.cast.scoped[.admin]?.client, await become("ready", stage) else {
            return stage.skip("the state of the cluster", because: "the cluster's state cannot be set here")
        }
        // Cleaning up goes on when the run is interrupted; nothing else works on a cluster that fails.
        stage.cleanup.add {
            try stage.expect(await become("ready", stage), "a cluster that is ready again")
        }
        for weather in all { try await go(through: weather, admin, stage) }
    }

    private struct Weather {
        let state: String
        let status: Int
        /// Peers are redirected otherwise than clients.
        var isPeer = false
    }

    private static let all = [
        Weather(state: "starting", status: 503), Weather(state: "follower", status: 302),
        Weather(state: "follower", status: 301, isPeer: true), Weather(state: "write_failure", status: 500),
    ]

    private static func go(through weather: Weather, _ admin: Scheduler0, _ stage: Stage) async throws(Stop) {
        guard await become(weather.state, stage) else { return }
        let peer = weather.isPeer ? [HeaderField("X-Peer", "peer")] : []
        let caller = RawCaller.headers(RawCaller.client(admin).headers + peer)
        for operation in stage.document.operations where operation.isGiven(weather.status) {
            // Reading goes on when writing fails.
            if weather.status == 500, operation.method == "GET" { continue }
            try await stage.check("\(operation.id) answers \(weather.status) when \(weather.state)", operation.id) {
                let answer = try await stage.raw(
                    operation.method, operation.path(), operation.takesBody ? [:] : nil, as: caller)
                try stage.expect(answer, status: weather.status)
            }
        }
    }

    /// Sets the state; false when the server has no such control.
    private static func become(_ state: String, _ stage: Stage) async -> Bool {
        let body: JSON = ["state": .string(state)]
        let request = TransportRequest(
            method: "PUT", url: "\(stage.client.baseURL)/__admin/cluster", headers: [], body: body.serialized())
        let response = try? await stage.recorder.unrecorded(request, timeout: stage.options.timeout)
        return response?.status == 200
    }
}

extension Operation {
    /// Whether the document gives `status` to the state of the cluster.
    fileprivate func isGiven(_ status: Int) -> Bool {
        responses.contains {
            $0.status == .exact(status) && $0.extensions["x-provoked-by"]?.stringValue == "cluster"
        }
    }
}
