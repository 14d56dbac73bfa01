/// What a credential allows. `admin` satisfies every scope; no other scope implies another.
///
/// Observed: server-behaviour 2.5.
public enum Scope: String, CaseIterable, Sendable {
    case read, write, execute, admin
}
