import OutgoingHTTP

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps a second server from the same data file: each would run every job and know nothing of the other's writes.
///
/// The lock is on a file beside it, which stays when the server has gone. (Locking the data file itself would get in the
/// way of SQLite's own locks; `sqlite3` can read it while it is served.)
final class DataFileLock: Sendable {
    private let descriptor: CInt

    init(_ path: String) throws(StartError) {
        descriptor = open("\(path)-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StartError("cannot open the database \(path): \(NetworkErrorWords.words(errno: errno))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw StartError("cannot open the database \(path): another server uses it")
        }
    }

    deinit { close(descriptor) }
}
