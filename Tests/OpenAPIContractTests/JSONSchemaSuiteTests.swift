import Foundation
import OpenAPIContract
import Testing
import WireJSON

/// The public JSON-Schema-Test-Suite, draft 2020-12; runs when `JSON_SCHEMA_SUITE` names its folder
/// (`Tests/json-schema-suite/run.sh` fetches it and sets the variable).
@Suite struct JSONSchemaSuiteTests {
    /// Files about what is not supported, with the reason. Everything else counts.
    private static let unsupported: [String: String] = [
        "vocabulary.json": "$vocabulary: which keywords count is fixed",
        "optional/format-assertion.json": "$vocabulary: whether formats are asserted is the caller's choice",
        "optional/dependencies-compatibility.json": "dependencies: no keyword of 2020-12; named as unknown",
        "optional/cross-draft.json": "$schema of older drafts: everything is read as 2020-12",
        "optional/format/idn-hostname.json": "idn-hostname: no tables of IDNA",
    ]

    private static let folder = ProcessInfo.processInfo.environment["JSON_SCHEMA_SUITE"]

    @Test(.enabled(if: JSONSchemaSuiteTests.folder != nil, "JSON_SCHEMA_SUITE is not set"))
    func agreesWithThePublicSuite() throws {
        let folder = try #require(Self.folder)
        var tally = SuiteTally(name: "supported keywords")
        var rest = SuiteTally(name: "unsupported keywords")
        let resources = try Self.resources(in: folder)
        for file in try Self.files(in: folder + "/tests/draft2020-12") {
            if let reason = Self.unsupported[file] {
                print("unsupported: \(file): \(reason)")
                try rest.run(folder + "/tests/draft2020-12/" + file, name: file, resources: resources)
            } else {
                try tally.run(folder + "/tests/draft2020-12/" + file, name: file, resources: resources)
            }
        }
        rest.report()
        tally.report()
        #expect(tally.total > 1_500)
        #expect(tally.agreement >= 0.98)
    }

    private static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
    }

    /// The texts the suite refers to by URI: its own, and the meta-schemas.
    private static func resources(in folder: String) throws -> [String: JSON] {
        var resources: [String: JSON] = [:]
        for file in try files(in: folder + "/remotes") where file.hasPrefix("draft2020-12/") || !file.contains("/") {
            resources["http://localhost:1234/" + file] = try SuiteTally.json(at: folder + "/remotes/" + file)
        }
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder + "/metaschemas") {
            let json = try? SuiteTally.json(at: folder + "/metaschemas/" + file)
            if let json, let id = json["$id"]?.stringValue { resources[id] = json }
        }
        return resources
    }
}

/// Counts the cases in which this validator and the suite agree.
private struct SuiteTally {
    private let name: String
    private var agreed = 0
    private(set) var total = 0

    init(name: String) { self.name = name }

    var agreement: Double { total == 0 ? 0 : Double(agreed) / Double(total) }

    static func json(at path: String) throws -> JSON {
        try JSON.parse([UInt8](Data(contentsOf: URL(filePath: path))))
    }

    mutating func run(_ path: String, name: String, resources: [String: JSON]) throws {
        var agreedHere = 0
        var totalHere = 0
        // Formats are asserted only where the suite asserts them.
        let assertsFormats = name.hasPrefix("optional/format/")
        for group in try Self.json(at: path).arrayValue ?? [] {
            let schema = Self.compile(try #require(group["schema"]), resources, assertsFormats)
            for test in group["tests"]?.arrayValue ?? [] {
                totalHere += 1
                let isValid = schema?.isValid(try #require(test["data"]))
                if isValid == test["valid"]?.boolValue {
                    agreedHere += 1
                } else {
                    let verdict = isValid.map { $0 ? "valid" : "invalid" } ?? "not compiled"
                    print(
                        "      \(name): \(group["description"]?.stringValue ?? ""): "
                            + "\(test["description"]?.stringValue ?? ""): \(verdict) here")
                }
            }
        }
        agreed += agreedHere
        total += totalHere
        print("\(agreedHere == totalHere ? "ok   " : "DIFF ") \(name): \(agreedHere) of \(totalHere)")
    }

    private static func compile(_ json: JSON, _ resources: [String: JSON], _ assertsFormats: Bool) -> Schema? {
        do { return try Schema(json, resources: resources, assertsFormats: assertsFormats) } catch {
            print("      \(error)")
            return nil
        }
    }

    func report() {
        let percent = (agreement * 10_000).rounded() / 100
        print("JSON-Schema-Test-Suite, draft 2020-12, \(name): \(agreed) of \(total) cases agree (\(percent) %)")
    }
}
