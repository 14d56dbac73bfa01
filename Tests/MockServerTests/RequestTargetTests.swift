import Testing

@testable import MockServer

@Suite("Request targets")
struct RequestTargetTests {
    private func query(_ target: String) -> [String] {
        RequestTarget(target).query.map { "\($0.name)=\($0.value)" }
    }

    @Test func thePathStaysAsSent() {
        #expect(RequestTarget("/api/v1/jobs/1%2F2?x=1").path == "/api/v1/jobs/1%2F2")
        #expect(RequestTarget("/a#b?c=d").path == "/a")
        #expect(RequestTarget("").path == "/")
        #expect(RequestTarget("*").path == "*")
        #expect(RequestTarget("http://h:80/p?q=1").path == "/p")
        #expect(RequestTarget("http://h?q=1").path == "/")
        #expect(RequestTarget("/redirect?to=http://h/p").path == "/redirect")
    }

    @Test(arguments: [
        ("/a/b", nil), ("/", nil), ("/a/", nil), ("/a.b/.c/..d", nil), ("*", nil), ("//a", "/a"), ("/a//b/", "/a/b/"),
        ("/a/./b", "/a/b"), ("/a/../b", "/b"), ("/../..", "/"), ("/a/.", "/a"), ("/a/..", "/"), ("/a/b/../", "/a/"),
    ])
    func anUncleanPathHasACleanOne(_ path: String, _ clean: String?) {
        #expect(RequestTarget(path).cleanPath == clean)
    }

    @Test func theQueryIsDecoded() {
        #expect(query("/?a=1&b=x%20y+z&a=%C3%A9") == ["a=1", "b=x y z", "a=é"])
        #expect(query("/?a&b=&=c&&d=e=f") == ["a=", "b=", "=c", "d=e=f"])
        #expect(query("http://h?q=1") == ["q=1"])
    }

    @Test func whatIsNoEscapeStaysVisible() {
        #expect(query("/?a=%zz&b=%4&c=100%&d=%+1") == ["a=%zz", "b=%4", "c=100%", "d=% 1"])
        #expect(query("/?a=%FF") == ["a=\u{FFFD}"])
    }

    @Test func prefixesDecideWhereAPathLeads() throws {
        let a = try #require(WorldName("a"))
        #expect(Destination(path: "/api/v1/jobs") == .api(.default, path: "/api/v1/jobs"))
        #expect(Destination(path: "/worlds/a/api/v1/jobs") == .api(a, path: "/api/v1/jobs"))
        #expect(Destination(path: "/worlds/a/__admin/clock/advance") == .admin(a, path: "/clock/advance"))
        #expect(Destination(path: "/__admin") == .admin(.default, path: ""))
        #expect(Destination(path: "/worlds/a/__sink/hook") == .sink(a, name: "hook"))
        #expect(Destination(path: "/openapi.json") == .document)
        for nowhere in ["/worlds/a/worlds/b/api/v1/jobs", "/worlds//api/v1/jobs", "/worlds/ä/api/v1", "/api/v11", ""] {
            #expect(Destination(path: Substring(nowhere)) == .nowhere, "\(nowhere)")
        }
    }

    @Test func worldNamesAreShortAndPlain() {
        #expect(WorldName(String(repeating: "n", count: 64)) != nil)
        for bad in ["", String(repeating: "n", count: 65), "a b", "a/b", "ü", "a%20", "a:b"] {
            #expect(WorldName(bad) == nil, "\(bad)")
        }
    }
}
