import CivilTime
import ContractReport
import NIOSSL

/// What all connections share.
struct ProxyServices: Sendable {
    let options: ProxyOptions
    let checker: ExchangeChecker
    let report: ProxyReport
    /// Nil for a target without TLS.
    let tls: NIOSSLContext?

    init(_ options: ProxyOptions) throws(ProxyStartError) {
        self.options = options
        checker = ExchangeChecker(document: options.document)
        report = ProxyReport(options)
        do {
            tls = options.target.usesTLS ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        } catch {
            throw ProxyStartError("TLS cannot be used: \(error)")
        }
    }

    /// Checks an exchange and records what was found.
    func check(_ exchange: RecordedExchange) -> CheckedExchange {
        let checked = checker.check(exchange)
        report.record(checked, of: exchange)
        return checked
    }
}
