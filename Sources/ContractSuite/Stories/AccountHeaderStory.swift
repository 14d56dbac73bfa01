import OpenAPIContract
import Scheduler0Client
import WireJSON

/// Where `X-Account-ID` is needed, and where it is not. Observed: server-behaviour 2.7.
enum AccountHeaderStory {
    static let story = Story("account-header", "X-Account-ID: missing, no number, unknown") {
        stage async throws(Stop) in
        guard let login = stage.cast.login else {
            return stage.skip("the account header is needed", because: Cast.noLogin)
        }
        let headers = Authentication.operator(username: login.username, password: login.password).headers
        for operation in stage.document.operations where operation.needsAccount {
            for (name, value, word) in [
                ("no account", nil, "x-account-id header is required"), ("account abc", "abc", "x-account-id"),
                ("account 0", "0", "x-account-id"), ("an unknown account", "999999999", "x-account-id"),
            ] {
                // The middleware is the same for all: one way to fail for each operation, all of them for some.
                guard value == nil || operation.method == "GET" && !operation.hasIntegerID else { continue }
                try await stage.check("\(operation.id) with \(name) is refused", operation.id) {
                    let caller = RawCaller.headers(
                        headers + [value.map { HeaderField("X-Account-ID", $0) }].compactMap(\.self))
                    let answer = try await stage.raw(
                        operation.method, operation.path(), operation.takesBody ? [:] : nil, as: caller)
                    try stage.expect(answer, status: 400, word)
                }
            }
        }
        for operation in stage.document.operations where !operation.needsAccount && operation.method == "GET" {
            guard !operation.hasIntegerID else { continue }
            try await stage.check("\(operation.id) needs no account", operation.id) {
                try stage.expect(try await stage.raw("GET", operation.path(), as: .headers(headers)), status: 200)
            }
        }
    }
}
