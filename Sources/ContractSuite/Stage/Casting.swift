import ContractReport
import OpenAPIContract
import Scheduler0API
import Scheduler0Client
import WireJSON

/// Finds out what the suite may do, and makes the accounts and credentials it works with.
struct Casting: Sendable {
    let target: SuiteTarget
    let recorder: Recorder
    let cleanup: Cleanup
    let options: SuiteOptions

    /// The one who makes everything else.
    private var maker: Authentication? {
        if let login = target.operatorLogin { return .operator(username: login.username, password: login.password) }
        return target.key.map { .key($0.key, secret: $0.secret) }
    }

    // MARK: - Before anything else

    /// Whether there is a Scheduler0 server at all, and whether it is a mock.
    func reconnoitre() async throws(CouldNotRun) -> (client: Scheduler0, isMock: Bool) {
        guard let maker else {
            throw CouldNotRun(
                "no credentials: give --api-key, --api-secret and --account-id, or --username and --password")
        }
        let client = try client(maker)
        let health = try await answer(client, "/api/v1/healthcheck")
        guard health.status < 600, (try? JSON.parse(health.body))?["success"] != nil else {
            throw CouldNotRun(
                "\(client.baseURL) is no Scheduler0 server: GET /api/v1/healthcheck answers \(health.status) without its envelope"
            )
        }
        return (client, await isMock(client))
    }

    private func client(_ authentication: Authentication) throws(CouldNotRun) -> Scheduler0 {
        do {
            return try Scheduler0(
                baseURL: target.baseURL, authentication: authentication, account: target.account,
                timeout: options.timeout, transport: recorder)
        } catch {
            throw CouldNotRun("\(error)")
        }
    }

    private func answer(_ client: Scheduler0, _ path: String) async throws(CouldNotRun) -> TransportResponse {
        do throws(TransportError) {
            return try await recorder.exchange(
                TransportRequest(method: "GET", url: client.baseURL + path, headers: []), timeout: options.timeout,
                isDocumented: path.hasPrefix("/api/"))
        } catch {
            switch error {
            case .unreachable(let reason): throw CouldNotRun("\(client.baseURL) cannot be reached: \(reason)")
            case .timedOut: throw CouldNotRun("\(client.baseURL) did not answer within \(options.timeout)")
            case .cancelled: throw CouldNotRun("interrupted")
            }
        }
    }

    private func isMock(_ client: Scheduler0) async -> Bool {
        guard let response = try? await answer(client, "/__admin/health"), response.status == 200 else { return false }
        return (try? JSON.parse(response.body))?["status"] == "ok"
    }

    /// Ends the run when the credentials are wrong. Whether they give admin rights is told by the answer.
    func confirm(_ client: Scheduler0) async throws(CouldNotRun) -> Bool {
        do throws(Scheduler0Error) {
            _ = try await client.listNodes()
            return true
        } catch {
            switch error {
            case .refused(let refusal) where refusal.status == 401:
                throw CouldNotRun("\(client.baseURL) refuses the credentials: \(refusal.message)")
            case .unreachable, .timedOut, .cancelled, .invalidBaseURL: throw CouldNotRun("\(client.baseURL): \(error)")
            case .refused(let refusal): return refusal.status != 403
            case .redirected, .undecodable, .taskFailed: return true
            }
        }
    }

    // MARK: - Accounts and credentials

    func cast(_ client: Scheduler0, isAdmin: Bool, mayHarm: Bool, names: (String) -> String) async throws -> Cast {
        guard isAdmin else { return try await guest(client, mayHarm: mayHarm, names: names) }
        let home = try await party(client, try await account(client, names("home")), [.read, .write, .execute], names)
        let other = try await party(
            client, try await account(client, names("other")), [.read, .write, .execute], names)
        var scoped: [Scope: Cast.Party] = [:]
        for scope in Scope.allCases { scoped[scope] = try await party(client, home.account, [scope], names) }
        return Cast(
            home: home, other: other, admin: client.authenticated(by: client.authentication, account: home.account),
            login: target.operatorLogin, scoped: scoped, mayHarm: mayHarm, ownsHome: true)
    }

    /// Makes an account with enough tokens for the prompts of a run.
    private func account(_ client: Scheduler0, _ name: String) async throws -> Int64 {
        let id = try await client.createAccount(name: name).id
        _ = try await client.addAccountTokens(id, amount: 10_000)
        return id
    }

    func party(
        _ client: Scheduler0, _ account: Int64, _ scopes: [Scope], _ names: (String) -> String
    ) async throws -> Cast.Party {
        let made = try await client.createCredential(
            CredentialCreate(createdBy: "contract suite", scopes: scopes), account: account)
        guard let secret = made.secret else {
            throw Mismatch(expected: "the secret of a new credential", found: "none")
        }
        recorder.keepSecret(secret, "the secret of a credential, shown again")
        cleanup.add { try await client.deleteCredential(made.id, deletedBy: "contract suite", account: account) }
        return Cast.Party(
            account: account, client: client.authenticated(by: .key(made.apiKey, secret: secret), account: account),
            key: made.apiKey, secret: secret, credentialID: made.id)
    }

    /// Without admin rights the given account has to do.
    private func guest(_ client: Scheduler0, mayHarm: Bool, names: (String) -> String) async throws -> Cast {
        guard let account = target.account, let key = target.key else {
            throw CouldNotRun("an API key needs its account: give --account-id")
        }
        let home = Cast.Party(
            account: account, client: client, key: key.key, secret: key.secret, credentialID: 0)
        let lacking = await lackingScopes(client)
        guard !lacking.isSuperset(of: Self.workingScopes) else {
            throw CouldNotRun("the key may neither read nor write nor execute in account \(account)")
        }
        recorder.excuse(lacking, of: key.key)
        var scoped: [Scope: Cast.Party] = [:]
        for scope in Self.workingScopes {
            scoped[scope] = try? await party(client, account, [scope], names)
        }
        return Cast(
            home: home, other: nil, admin: nil, login: nil, scoped: scoped, mayHarm: mayHarm, ownsHome: false,
            lacking: lacking)
    }

    private static let workingScopes: [Scope] = [.read, .write, .execute]

    /// What a given key may not do: asked with rows that do not exist, since a server checks the scope first.
    /// Observed: server-behaviour 1.2 (order of checks).
    private func lackingScopes(_ client: Scheduler0) async -> Set<Scope> {
        var lacking: Set<Scope> = []
        for scope in Self.workingScopes {
            let operation = recorder.document.operations.first {
                $0.scope == scope && $0.hasIntegerID && !$0.isHarmful
            }
            guard let operation else { continue }
            let request = TransportRequest(
                method: operation.method, url: "\(client.baseURL)/api/v1\(operation.path())",
                headers: RawCaller.client(client).headers + [HeaderField("Content-Type", "application/json")],
                body: operation.takesBody ? Array("{}".utf8) : [])
            let answer = try? await recorder.unrecorded(request, timeout: options.timeout)
            if answer?.status == 403 { lacking.insert(scope) }
        }
        return lacking
    }
}
