/// Why a command ends with another exit code than 0.
enum CommandFailure: Error, Equatable {
    /// What was to be checked is not so: exit code 1.
    case checkFailed(String)
    /// Wrong use, or something in the way of starting: exit code 2.
    case cannotStart(String)
    /// Another program's exit code, passed on.
    case exit(Int32)

    var exitCode: Int32 {
        switch self {
        case .checkFailed: 1
        case .cannotStart: 2
        case .exit(let code): code
        }
    }

    /// One line for standard error.
    var message: String? {
        switch self {
        case .checkFailed(let message), .cannotStart(let message): message
        case .exit: nil
        }
    }
}
