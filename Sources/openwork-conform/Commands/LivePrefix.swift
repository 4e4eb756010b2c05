import ArgumentParser
import FoundationEssentials
import Glibc

/// The folder that live servers are installed into: one that is kept, or one that is gone with the run.
struct LivePrefix {
    /// An absolute path.
    let path: String
    private let isKept: Bool

    /// Where this process installs what it removes again.
    static let passing = "\(FileManager.default.temporaryDirectory.path)/openwork-live-\(getpid())"

    /// Takes the user's folder; without one, makes one.
    init(_ wanted: String?) throws {
        isKept = wanted != nil
        if let wanted {
            path = wanted.hasPrefix("/") ? wanted : FileManager.default.currentDirectoryPath + "/" + wanted
            return
        }
        path = Self.passing
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ValidationError("\(path) cannot be made: \(error); give a folder with --prefix")
        }
    }

    /// Removes it, unless the user wants it kept.
    func leave() {
        // What cannot be removed lies in the folder for temporary files.
        if !isKept { try? FileManager.default.removeItem(atPath: path) }
    }
}
