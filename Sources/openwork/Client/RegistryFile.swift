import Glibc
import JSON
import MCPConnection
import Registry

/// The user's registry file, for entries that may not go over HTTP.
struct RegistryFile {
    let path: String

    /// The file in the daemon's home.
    static func home() throws -> RegistryFile {
        let environment = inheritedEnvironment()
        let home = environment["OPENWORK_HOME"] ?? environment["HOME"].map { $0 + "/.openclaw-team" }
        guard let home, home.hasPrefix("/") else {
            throw ClientFault.local("there is no home: set OPENWORK_HOME to an absolute path")
        }
        return RegistryFile(path: home + "/registry/integrations.json")
    }

    /// Adds an entry, or puts it in the place of the one with its id; the file is replaced in one step.
    func add(_ entry: JSONValue) throws -> String {
        let integration: Integration
        do {
            integration = try Integration(json: entry)
        } catch {
            throw ClientFault.usage("the entry cannot be used: \(error)")
        }
        var entries = try present()
        entries.removeAll { $0["id"]?.stringValue == integration.id }
        entries.append(entry)
        try write(JSONValue.array(entries).text(.pretty) + "\n")
        return path
    }

    private func present() throws -> [JSONValue] {
        guard access(path, F_OK) == 0 else { return [] }
        guard let bytes = try? LocalFile.bytes(of: path), let json = try? JSONValue(parsing: bytes) else {
            throw ClientFault.local("\(path) is no JSON: mend it first")
        }
        return json.arrayValue ?? json["integrations"]?.arrayValue ?? [json]
    }

    private func write(_ text: String) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ClientFault.local("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        let bytes = Array(text.utf8)
        let isWhole = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWhole, rename(draft, path) == 0 else {
            unlink(draft)
            throw ClientFault.local("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
    }
}
