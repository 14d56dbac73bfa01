import MockCore
import WireJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file behind `--seed-file`.
struct SeedFile {
    let path: String

    /// Reads the file; whether its content makes a world is for the core to say.
    func seed() throws(CommandFailure) -> WorldOptions.Seed {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .cannotStart("the seed file \(path) cannot be read: \(Self.words(for: error))")
        }
        do {
            return .document(try JSON.parse(Array(data)), name: path)
        } catch {
            throw .cannotStart("the seed file \(path) is not JSON: \(error)")
        }
    }

    private static func words(for error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?: "there is no such file"
        case .fileReadNoPermission?: "not permitted"
        default: "it is not a file that can be read"
        }
    }
}
