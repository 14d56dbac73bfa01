import Scheduler0API
import Scheduler0Client
import WireJSON

extension Stage {
    /// What must be so.
    func expect(_ isSo: Bool, _ expected: String, found: @autoclosure () -> Any? = nil) throws(Mismatch) {
        guard !isSo else { return }
        throw Mismatch(expected: expected, found: found().map { Self.shortened("\($0)") } ?? "not so")
    }

    func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws(Mismatch) {
        guard found != expected else { return }
        throw Mismatch(
            expected: "\(what) \(Self.shortened("\(expected)"))", found: Self.shortened("\(found)"))
    }

    func require<Value>(_ value: Value?, _ expected: String) throws(Mismatch) -> Value {
        guard let value else { throw Mismatch(expected: expected, found: "none") }
        return value
    }

    /// `call` must be refused with `status`, in words that contain `word`.
    @discardableResult
    func refused<Value>(
        _ status: Int, _ word: String = "", _ call: () async throws(Scheduler0Error) -> Value
    ) async throws -> Scheduler0Error.Refusal {
        do throws(Scheduler0Error) {
            _ = try await call()
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            try expectEqual(refusal.status, status, "status")
            guard word.isEmpty || refusal.message.localizedLowercaseContains(word) else {
                throw Mismatch(expected: "a message about \"\(word)\"", found: Self.shortened(refusal.message))
            }
            return refusal
        }
        throw Mismatch(expected: "status \(status)", found: "the call succeeded")
    }

    private static func shortened(_ text: String) -> String {
        text.count > 300 ? "\(text.prefix(300))…" : text
    }
}

extension String {
    func localizedLowercaseContains(_ part: String) -> Bool { lowercased().contains(part.lowercased()) }
}
