#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program run in place of this one as far as its user can tell: same terminal, same standard streams, same signals.
struct ChildProcess {
    /// Signals that are passed on to the child.
    private static let forwarded = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    private let processID: pid_t

    /// To be called on the main thread before any other thread is there: the signals are waited for in ``wait()``, and
    /// every thread made later leaves them alone too.
    static func prepareSignals() {
        var signals = signalSet(forwarded + [SIGCHLD])
        sigprocmask(SIG_BLOCK, &signals, nil)
    }

    /// Starts `command`, which is looked up in `PATH`.
    init(command: [String], environment: [String: String]) throws(CommandFailure) {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = Self.signalSet([])
        var reset = Self.signalSet(Self.forwarded + [SIGCHLD, SIGPIPE])
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &reset)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var processID: pid_t = 0
        let error = posix_spawnp(&processID, command[0], nil, &attributes, &arguments, &variables)
        guard error == 0 else {
            throw .cannotStart("cannot run \(command[0]): \(String(cString: strerror(error)))")
        }
        self.processID = processID
    }

    /// Waits for the child's end and passes signals on meanwhile. Returns its exit code, 128+n when signal n ended it.
    func wait() -> Int32 {
        var signals = Self.signalSet(Self.forwarded + [SIGCHLD])
        while true {
            var details = siginfo_t()
            let signal = sigwaitinfo(&signals, &details)
            if Self.forwarded.contains(signal) {
                // What is typed at the terminal (Ctrl-C) has reached the child already.
                if details.si_code != Int32(SI_KERNEL) { kill(processID, signal) }
            } else if let code = exitCode() {
                return code
            }
        }
    }

    /// Nil while the child runs.
    private func exitCode() -> Int32? {
        var status: Int32 = 0
        guard waitpid(processID, &status, WNOHANG) == processID else { return nil }
        let signal = status & 0x7f
        if signal == 0 { return (status >> 8) & 0xff }
        // 0x7f: stopped, not ended; the shell that stopped it will continue it.
        return signal == 0x7f ? nil : 128 + signal
    }

    private static func signalSet(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }
}
