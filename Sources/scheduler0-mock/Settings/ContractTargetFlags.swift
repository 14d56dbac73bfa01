import ArgumentParser
import ContractSuite

/// The options that name the server to check and say who asks.
struct ContractTargetFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server's base URL. With --har: check only what was asked of this server.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("An API key.", valueName: "key"))
    var apiKey: String?

    @Option(help: ArgumentHelp("The secret of the key.", valueName: "secret"))
    var apiSecret: String?

    @Option(help: ArgumentHelp("The account of the key.", valueName: "number"))
    var accountID: Int64?

    @Option(help: ArgumentHelp("The operator's user name.", valueName: "name"))
    var username: String?

    @Option(help: ArgumentHelp("The operator's password.", valueName: "password"))
    var password: String?

    func target(_ environment: Environment) throws(CommandFailure) -> SuiteTarget {
        func text(_ given: String?, _ name: String) -> String? {
            given ?? environment.variables["SCHEDULER0_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let url = text(baseURL, "BASE_URL") else {
            throw .cannotStart("--base-url is missing: the URL of the server, such as http://127.0.0.1:7070")
        }
        let key = try pair(
            (text(apiKey, "API_KEY"), "--api-key"), (text(apiSecret, "API_SECRET"), "--api-secret"))
        let login = try pair(
            (text(username, "USERNAME"), "--username"), (text(password, "PASSWORD"), "--password"))
        return SuiteTarget(
            baseURL: url, key: key.map { (key: $0, secret: $1) },
            operatorLogin: login.map { (username: $0, password: $1) },
            account: try account(text(nil, "ACCOUNT_ID")), wire: SocketProbe())
    }

    private func pair(
        _ first: (value: String?, flag: String), _ second: (value: String?, flag: String)
    ) throws(CommandFailure) -> (String, String)? {
        switch (first.value, second.value) {
        case (let first?, let second?): return (first, second)
        case (nil, nil): return nil
        case (_?, nil): throw .cannotStart("\(first.flag) needs \(second.flag)")
        case (nil, _?): throw .cannotStart("\(second.flag) needs \(first.flag)")
        }
    }

    private func account(_ variable: String?) throws(CommandFailure) -> Int64? {
        if let accountID { return accountID }
        guard let variable else { return nil }
        guard let number = Int64(variable) else {
            throw .cannotStart("SCHEDULER0_ACCOUNT_ID: '\(variable)' is not a number")
        }
        return number
    }
}
