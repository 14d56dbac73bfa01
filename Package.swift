// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6 mode, no warnings, explicit imports.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")

let package = Package(
    name: "scheduler0-mock",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "scheduler0-mock", targets: ["scheduler0-mock"]),
        .library(name: "MockServer", targets: ["MockServer", "CivilTime", "WireJSON"]),
        .library(name: "OpenAPIContract", targets: ["OpenAPIContract"]),
        .library(name: "Cron", targets: ["Cron"]),
        .library(name: "ScheduleLanguage", targets: ["ScheduleLanguage"]),
        .library(name: "Scheduler0Client", targets: ["Scheduler0Client", "Scheduler0API"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        module("WireJSON"),
        module("CivilTime"),
        .target(name: "CDocument"),
        module("OpenAPIContract", ["WireJSON"]),
        module("ContractReport", ["CivilTime", "OpenAPIContract", "WireJSON"]),
        module(
            "ContractProxy",
            [
                "CivilTime", "ContractReport", "OpenAPIContract", "OutgoingHTTP", "WireJSON", hummingbirdCore, logging,
                lifecycle, unixSignals, nioCore, nioPosix, nioHTTP1, nioSSL,
            ]),
        module("OutgoingHTTP", [httpClient, nioCore, nioHTTP1, nioPosix, nioSSL]),
        module("Cron", ["CivilTime"]),
        module("ScheduleLanguage", ["CivilTime", "Cron"]),
        module("Suggestions", ["CivilTime", "WireJSON"]),
        module("Scheduler0API", ["CivilTime", "WireJSON"]),
        module(
            "Scheduler0Client",
            ["OutgoingHTTP", "Scheduler0API", "WireJSON", httpClient, nioCore, nioHTTP1, nioPosix]),
        module(
            "MockCore",
            [
                "CDocument", "CivilTime", "Cron", "OpenAPIContract", "ScheduleLanguage", "Scheduler0API", "Suggestions",
                "WireJSON", grdb, sqlite, crypto,
            ]),
        module(
            "MockServer",
            [
                "CivilTime", "MockCore", "OpenAPIContract", "OutgoingHTTP", "WireJSON", hummingbirdCore, logging,
                httpClient, lifecycle, unixSignals, nioCore, nioPosix, nioHTTP1,
            ]),
        module(
            "ContractSuite",
            [
                "CivilTime", "ContractReport", "OpenAPIContract", "Scheduler0API", "Scheduler0Client", "WireJSON",
                nioCore,
                nioHTTP1, nioPosix,
            ]),
        .executableTarget(
            name: "scheduler0-mock",
            dependencies: [
                "ContractProxy", "ContractReport", "ContractSuite", "Cron", "CivilTime", "MockCore", "MockServer",
                "OpenAPIContract", "WireJSON", argumentParser, logging,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "bare-hummingbird", dependencies: [hummingbird, hummingbirdCore, httpTypes, nioCore],
            path: "Benchmarks/BareHummingbird", swiftSettings: strict),

        tests("TidyTests", []),
        tests("WireJSONTests", ["WireJSON"]),
        tests("CivilTimeTests", ["CivilTime"]),
        tests(
            "CommandTests",
            ["CivilTime", "scheduler0-mock", argumentParser, httpClient, nioCore, nioHTTP1]),
        tests(
            "ContractProxyTests",
            [
                "CivilTime", "ContractProxy", "ContractReport", "MockCore", "MockServer", "OpenAPIContract", "WireJSON",
                logging, nioCore, nioPosix,
            ]),
        tests("ContractReportTests", ["CivilTime", "ContractReport", "OpenAPIContract", "WireJSON"]),
        tests("CronTests", ["CivilTime", "Cron"]),
        tests("MockCoreTests", ["CivilTime", "MockCore", "OpenAPIContract", "WireJSON"]),
        tests("MockServerTests", ["MockCore", "MockServer", "WireJSON", logging, nioCore, nioPosix]),
        tests(
            "Scheduler0ClientTests",
            [
                "CivilTime", "MockCore", "MockServer", "OpenAPIContract", "Scheduler0API", "Scheduler0Client",
                "WireJSON", logging, nioCore, nioPosix,
            ]),
        tests(
            "ContractSuiteTests",
            [
                "CivilTime", "ContractReport", "ContractSuite", "MockCore", "MockServer", "OpenAPIContract",
                "Scheduler0API",
                "Scheduler0Client", "WireJSON", logging,
            ]),
        tests("SampleTests", ["CivilTime", "MockServer", "Scheduler0API", "Scheduler0Client", "WireJSON"]),
        tests("ScheduleLanguageTests", ["CivilTime", "Cron", "ScheduleLanguage"]),
        tests("SuggestionsTests", ["CivilTime", "Suggestions", "WireJSON"]),
        tests("OpenAPIContractTests", ["OpenAPIContract", "WireJSON"]),
    ]
)
