#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file that tells a script the server's base URL. It is either not there or complete.
struct ReadyFile: Sendable {
    let path: String

    /// Takes away what an earlier run has left, so that nobody takes it for news of this one.
    func remove() throws(CommandFailure) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .cannotStart("the ready file \(path) cannot be replaced")
        }
    }

    func write(_ baseURL: String) throws(CommandFailure) {
        do {
            try Data(baseURL.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .cannotStart("the ready file \(path) cannot be written")
        }
    }
}
