import ContractProxy
import Testing

struct TargetTests {
    @Test(arguments: [
        ("http://127.0.0.1:7070", "127.0.0.1", 7070, ""),
        ("https://scheduler0.example/", "scheduler0.example", 443, ""),
        ("HTTP://[::1]:80/worlds/a", "::1", 80, "/worlds/a"),
    ])
    func theseAreTargets(_ text: String, _ host: String, _ port: Int, _ basePath: String) throws {
        let target = try ProxyTarget(parsing: text)
        #expect(target.host == host && target.port == port && target.basePath == basePath)
        #expect(target.text == text)
    }

    @Test(arguments: [
        ("127.0.0.1:7070", "is not an http or https URL, such as http://127.0.0.1:7070"),
        ("ftp://a", "is not an http or https URL, such as http://127.0.0.1:7070"),
        ("http://", "names no host"),
        ("http://a:0", "has a port that is not 1 to 65535"),
        ("http://a:x", "has a port that is not 1 to 65535"),
        ("http://a/?b=c", "must not have a query or a fragment"),
        ("http://u:p@a", "must not have a user; the proxy passes on the Authorization of each request"),
        ("http://a/ü", "holds a character that must be percent-encoded"),
    ])
    func theseAreNone(_ text: String, _ reason: String) {
        let fault = #expect(throws: ProxyTarget.Fault.self) { try ProxyTarget(parsing: text) }
        #expect(fault?.description == "'\(text)' \(reason)")
    }
}
