/// Who may use the control API.
public enum AdminAccess: Sendable {
    case everyone
    /// Whoever sends `Authorization: Bearer <token>`.
    case token(String)
    case nobody

    /// What keeps a call out; nil when it may pass.
    func problem(authorization: String?) -> AdminProblem? {
        guard case .token(let token) = self else { return nil }
        let scheme = "bearer "
        guard let authorization, authorization.lowercased().hasPrefix(scheme) else { return .noToken }
        return Self.areEqual(authorization.dropFirst(scheme.count), token) ? nil : .wrongToken
    }

    /// Compares in a time that depends on the lengths alone.
    private static func areEqual(_ left: Substring, _ right: String) -> Bool {
        let left = Array(left.utf8), right = Array(right.utf8)
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }
}
