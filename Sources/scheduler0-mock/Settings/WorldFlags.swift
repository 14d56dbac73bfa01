import ArgumentParser
import CivilTime
import MockCore
import MockServer

/// The options that say what a world is like; `serve` and `exec` share them.
struct WorldFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Make worlds from this JSON file.", valueName: "file"))
    var seedFile: String?

    @Flag(help: "Make empty worlds: account 1 and the operator login only.")
    var empty = false

    @Option(help: "The contract of paths that have two: 1.0 or 1.2. (default: 1.0)")
    var apiLevel: APILevel?

    @Option(help: "Whose word counts where they differ: documented or server. (default: documented)")
    var profile: Profile?

    @Option(help: "Run with the wall clock (real), or stand still until advanced (frozen). (default: real)")
    var clock: ClockMode?

    @Option(help: ArgumentHelp("The instant at which a frozen clock starts.", valueName: "rfc3339"))
    var now: Moment?

    @Option(help: "Call webhooks (live), or take each call for a success (simulated). (default: live)")
    var deliveries: WorldOptions.Deliveries?

    @Option(help: "The operator's user name. (default: username)")
    var username: String?

    @Option(help: "The operator's password. (default: password)")
    var password: String?

    @Option(help: ArgumentHelp("Where backups are written and restored from. (default: backups)", valueName: "path"))
    var backupDir: String?

    @Option(help: ArgumentHelp("What keys, secrets and request ids follow from. (default: 0)", valueName: "number"))
    var randomSeed: UInt64?

    @Option(
        name: .customLong("lease-ttl"),
        help: ArgumentHelp(
            "How long a pull keeps a local executor's lease, as PT5M or 5m. (default: 5m)", valueName: "duration"))
    var leaseTTL: Period?

    @Option(
        help: ArgumentHelp("The most events one advance of the clock may run. (default: 10000000)", valueName: "number")
    )
    var maxEvents: Count?

    @Flag(help: "Answer 500 in place of an answer that breaks the OpenAPI document.")
    var strictContract = false

    /// The options for the core, from the flags, the environment and the defaults.
    func options(_ environment: Environment) throws(CommandFailure) -> WorldOptions {
        var options = WorldOptions()
        options.seed = try seed(environment)
        options.clock = try clockSetting(environment)
        if let value = try environment.value(apiLevel, "api-level") { options.apiLevel = value }
        if let value = try environment.value(profile, "profile") { options.profile = value }
        if let value = try environment.value(deliveries, "deliveries") { options.deliveries = value }
        if let value = try environment.value(username, "username") { options.operatorUsername = value }
        if let value = try environment.value(password, "password") { options.operatorPassword = value }
        if let value = try environment.value(backupDir, "backup-dir") { options.backupDirectory = value }
        if let value = try environment.value(randomSeed, "random-seed") { options.randomSeed = value }
        if let value = try environment.value(leaseTTL, "lease-ttl") { options.leaseTTL = value.span }
        if let value = try environment.value(maxEvents, "max-events") { options.maxEvents = value.number }
        options.strictContract = try environment.isSet(strictContract, "strict-contract")
        return options
    }

    /// A flag beats the environment also where two settings exclude each other.
    private func seed(_ environment: Environment) throws(CommandFailure) -> WorldOptions.Seed {
        if let seedFile {
            if empty { throw .cannotStart("--seed-file and --empty exclude each other; give one of them") }
            return try SeedFile(path: seedFile).seed()
        }
        if empty { return .empty }
        let file: String? = try environment.value(nil, "seed-file")
        let isEmpty = try environment.isSet(false, "empty")
        switch (file, isEmpty) {
        case (_?, true):
            throw .cannotStart(
                "SCHEDULER0_MOCK_SEED_FILE and SCHEDULER0_MOCK_EMPTY exclude each other; set one of them")
        case (let file?, false): return try SeedFile(path: file).seed()
        case (nil, true): return .empty
        case (nil, false): return .quickstart
        }
    }

    private func clockSetting(_ environment: Environment) throws(CommandFailure) -> WorldOptions.ClockSetting {
        let now = try environment.value(now, "now")
        switch (try environment.value(clock, "clock"), now) {
        case (.frozen?, let now): return .frozen(now?.instant ?? WallClock().now)
        case (nil, let now?): return .frozen(now.instant)
        case (nil, nil), (.real?, nil): return .real
        case (.real?, _?): throw .cannotStart("--now needs a clock that stands: use --clock frozen")
        }
    }
}
