import FoundationEssentials
import Glibc
import Install
import JSON

/// The folders of one integration's installs, `servers/<id>/<version>` in the home, and their locks beside them.
struct InstallShelf: Sendable {
    /// The name of the folder in the home that holds all shelves.
    static let root = "servers"
    private static let lockEnding = ".lock.json"
    /// Begins the names of what is being removed: whoever finds one removes it.
    private static let goneBeginning = ".gone-"

    private let home: String
    private let integration: String

    init(home: String, integration: String) {
        self.home = home
        self.integration = integration
    }

    /// The integrations that have a shelf.
    static func integrations(in home: String) -> [String] {
        names(in: "\(home)/\(root)").filter { !$0.hasPrefix(".") }
    }

    /// What removals that were cut short have left of whole shelves.
    static func removeLeftovers(in home: String) {
        for name in names(in: "\(home)/\(root)") where name.hasPrefix(goneBeginning) {
            erase("\(home)/\(root)/\(name)")
        }
    }

    /// A version's folder, relative to the home.
    func folder(_ label: String) -> String { "\(Self.root)/\(integration)/\(label)" }

    /// A version's folder, as an absolute path.
    func path(_ label: String) -> String { "\(home)/\(folder(label))" }

    /// The names of folders that may hold a version, whole or not.
    var labels: [String] { entries.filter { !$0.hasPrefix(".") && !$0.hasSuffix(Self.lockEnding) } }

    /// A name that no folder, lock or row has: the version, with a number where that is taken.
    func freeLabel(for version: String?, besides taken: Set<String>) -> String {
        let usual = Self.label(of: version)
        var label = usual
        var number = 2
        while taken.contains(label) || access(path(label), F_OK) == 0 {
            label = "\(usual)-r\(number)"
            number += 1
        }
        return label
    }

    /// What the entry calls the version, as one word of a path.
    private static func label(of version: String?) -> String {
        let text = version.flatMap { $0.isEmpty ? nil : $0 } ?? "latest"
        let safe = text.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_+".contains($0)) ? $0 : "-" }
        return safe.first == "." ? "v" + String(safe.prefix(100)) : String(safe.prefix(100))
    }

    // MARK: Locks

    /// What an install of this identity consisted of; empty when that is not known.
    func lock(of identity: JSONValue) -> [LockedPackage] {
        for name in entries.reversed() where name.hasSuffix(Self.lockEnding) {
            // A lock that cannot be read is as good as none: the next install writes another.
            guard let data = try? Data(contentsOf: URL(filePath: "\(shelf)/\(name)")),
                let json = try? JSONValue(parsing: [UInt8](data)), json["identity"] == identity
            else { continue }
            return (json["packages"]?.arrayValue ?? []).compactMap { LockedPackage(json: $0) }
        }
        return []
    }

    /// Keeps what an install consists of, in one step.
    func keepLock(of installation: Installation, _ label: String) throws {
        let json: JSONValue = [
            "format": "openwork-lock/1", "identity": installation.identity,
            "packages": .array(installation.lock.map(\.json)),
        ]
        let data = Data((json.text(.pretty) + "\n").utf8)
        try data.write(to: URL(filePath: "\(path(label))\(Self.lockEnding)"), options: .atomic)
    }

    // MARK: Removing

    /// Removes a version: out of sight in one step, then piece by piece.
    func remove(_ label: String) {
        unlink("\(path(label))\(Self.lockEnding)")
        Self.remove(path(label))
    }

    /// Removes everything of the integration.
    func removeAll() { Self.remove(shelf) }

    /// Removes what installs and removals that were cut short have left.
    func removeLeftovers() {
        for name in entries where name.hasPrefix(".") || name.contains(".partial-") || name.contains(".replaced-") {
            Self.erase("\(shelf)/\(name)")
        }
        let kept = Set(labels)
        for name in entries where name.hasSuffix(Self.lockEnding) {
            if !kept.contains(String(name.dropLast(Self.lockEnding.count))) { unlink("\(shelf)/\(name)") }
        }
    }

    private var shelf: String { "\(home)/\(Self.root)/\(integration)" }

    private var entries: [String] { Self.names(in: shelf) }

    private static func remove(_ path: String) {
        guard let slash = path.lastIndex(of: "/") else { return }
        let gone = "\(path[..<slash])/\(goneBeginning)\(UUID().uuidString)"
        // What could not be renamed is removed where it is: without its last file it is no install either.
        erase(rename(path, gone) == 0 ? gone : path)
    }

    private static func erase(_ path: String) {
        // What cannot be removed now is tried again at the next start.
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func names(in folder: String) -> [String] {
        // A folder that is not there yet holds nothing.
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
