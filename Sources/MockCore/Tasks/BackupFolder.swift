import Foundation

/// The folder backups live in. A file of it is named by a plain relative path; nothing outside can be reached.
struct BackupFolder {
    private let root: URL

    init(_ path: String) { root = URL(fileURLWithPath: path).standardizedFileURL }

    /// Whether `path`, relative to the folder or absolute, lies inside it.
    func contains(_ path: String) -> Bool {
        guard !path.contains("\0"), !isLinkToNothing(url(path).path) else { return false }
        let resolved = url(path).standardizedFileURL.resolvingSymlinksInPath().path
        let folder = root.resolvingSymlinksInPath().path
        return resolved.hasPrefix(folder + "/")
    }

    /// Writing through such a link would make a file wherever it points.
    private func isLinkToNothing(_ path: String) -> Bool {
        let files = FileManager.default
        return (try? files.destinationOfSymbolicLink(atPath: path)) != nil && !files.fileExists(atPath: path)
    }

    func url(_ path: String) -> URL {
        path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)
    }

    func create() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }
}
