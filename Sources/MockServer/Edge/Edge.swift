import CivilTime
import Logging
import MockCore
import OpenAPIContract
import Synchronization

/// From a request on the wire to the answer on the wire: finds the world and asks it.
struct Edge: Sendable {
    let worlds: Worlds
    let admin: Admin
    let contractCheck: ContractCheck
    let documentBytes: [UInt8]
    let statistics: Statistics
    let clock: WallClock
    let logger: Logger

    func respond(to request: WireRequest) async -> WireResponse {
        let logsRequests = logger.logLevel <= .debug
        let start = logsRequests ? clock.uptime : .zero
        let target = RequestTarget(request.target)
        let response = await answer(request, target)
        statistics.requests.add(1, ordering: .relaxed)
        if logsRequests {
            log(request.method, target.path, response, took: clock.uptime - start)
        }
        return response
    }

    private func answer(_ request: WireRequest, _ target: RequestTarget) async -> WireResponse {
        if let clean = target.cleanPath { return .moved(to: clean + target.queryText) }
        switch Destination(path: target.path) {
        case .api(let name, let path):
            return WireResponse(await callAPI(Call(request, target, path: path, headIsGet: true), world: name))
        case .admin(let name, let path):
            let call = Call(request, target, path: path, headIsGet: true)
            guard let reply = await admin.answer(call, world: name, path: path) else { return .notFoundPage }
            return WireResponse(reply)
        case .sink(let name, let sink):
            let call = Call(request, target, path: target.path, headIsGet: false)
            return WireResponse(await callSink(RequestTarget.segmentDecoded(sink), call, world: name))
        case .document: return document(method: request.method)
        case .nowhere: return .notFoundPage
        }
    }

    private func callAPI(_ call: Call, world name: WorldName) async -> Reply {
        do {
            let reply = contractCheck(try await worlds.world(name).answer(call), to: call)
            if !reply.violations.isEmpty { report(reply.violations, of: call, world: name) }
            return reply
        } catch {
            return error.envelope
        }
    }

    private func callSink(_ sink: String, _ call: Call, world name: WorldName) async -> Reply {
        do {
            let (reply, delay) = try await worlds.world(name).receive(sink: sink, call)
            // A caller that has gone need not be waited for.
            if delay.milliseconds > 0 { try? await Task.sleep(for: delay.duration) }
            return reply
        } catch {
            return error.envelope
        }
    }

    private func document(method: String) -> WireResponse {
        guard method == "GET" || method == "HEAD" else {
            return WireResponse(status: 405, headers: [.init(name: "Allow", value: "GET, HEAD")])
        }
        return WireResponse(
            status: 200, headers: [.init(name: "Content-Type", value: "application/json")], body: documentBytes)
    }

    private func report(_ violations: [Violation], of call: Call, world: WorldName) {
        statistics.violations.add(violations.count, ordering: .relaxed)
        for violation in violations {
            logger.error(
                "contract violation \(violation)",
                metadata: ["method": "\(call.method)", "path": "\(call.path)", "world": "\(world)"])
        }
    }

    /// Neither headers nor bodies nor the query are logged: they hold secrets.
    private func log(_ method: String, _ path: Substring, _ response: WireResponse, took: Duration) {
        logger.debug(
            "\(method) \(path) \(response.status)",
            metadata: ["bytes": "\(response.body.count)", "microseconds": "\(Int(took / .microseconds(1)))"])
    }
}

extension Call {
    /// - Parameter headIsGet: A HEAD asks for what a GET would answer, less the body, which the wire leaves out.
    fileprivate init(_ request: WireRequest, _ target: RequestTarget, path: Substring, headIsGet: Bool) {
        self.init(
            method: headIsGet && request.method == "HEAD" ? "GET" : request.method,
            path: String(path),
            query: target.query.map { ($0.name, $0.value) },
            headers: request.headers,
            body: request.body)
    }
}

extension WireResponse {
    fileprivate init(_ reply: Reply) {
        self.init(
            status: reply.status, headers: reply.headers.map { Header(name: $0.name, value: $0.value) },
            body: reply.bodyBytes())
    }
}
