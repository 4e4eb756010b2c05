import FoundationEssentials
import Install
import Registry
import Store
import Supervision

/// The folder of a daemon in one test, removed with it.
final class HomeFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // What cannot be removed is left to the system.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The names in one of its folders.
    func names(_ folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }

    /// Makes a file, with the folders on its way.
    func leave(_ name: String, _ text: String = "") throws {
        let url = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// A library of this home, which tells time by how often it was asked.
    func library(_ store: any InstallStore, _ runner: any CommandRunner, keeping: Int = 3) -> InstallLibrary {
        let clock = Ticks()
        return InstallLibrary(
            home: path,
            store: store,
            installer: Installer(runner: runner, environment: [:]),
            keptVersions: keeping,
            now: { clock.next() }
        )
    }
}

/// A wall clock whose every look is a second later.
final class Ticks: Sendable {
    private let count = Counter()

    func next() -> WallTime { WallTime(milliseconds: 1_790_000_000_000 + Int64(count.next()) * 1_000) }
}
