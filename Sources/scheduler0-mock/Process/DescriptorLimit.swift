#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The number of files and sockets this process may have open.
enum DescriptorLimit {
    private static let wanted: rlim_t = 8_192

    /// Raises the limit to what a full house of connections and worlds needs, as far as the system lets us.
    static func raise() {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        // Without it the server still serves, fewer at a time.
        _ = setrlimit(resource, &limit)
    }
}
