import ArgumentParser
import MockServer

/// Runs the command line and turns its outcome into an exit code: 0 fine, 1 a check failed, 2 wrong use or cannot start.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // (`exec` must not have a second thread so early: see ChildProcess.)
        if arguments.first.map({ $0 == "serve" || $0.hasPrefix("-") }) ?? true { MockServer.prepare() }
        exit(outcome(of: arguments))
    }

    private static func outcome(of arguments: [String]) -> Int32 {
        do {
            var command = try Scheduler0Mock.parseAsRoot(arguments)
            try command.run()
            return 0
        } catch let failure as CommandFailure {
            if let message = failure.message { Standard.error.write("scheduler0-mock: \(message)\n") }
            return failure.exitCode
        } catch {
            let code = Scheduler0Mock.exitCode(for: error)
            let text = Scheduler0Mock.fullMessage(for: error)
            // Help and version are asked for, so they are no error.
            if !text.isEmpty { (code.isSuccess ? Standard.output : Standard.error).write("\(text)\n") }
            return code == .validationFailure ? 2 : code.rawValue
        }
    }
}
