import Glibc

/// The folder in which the daemon keeps everything: readable by its owner only, and used by one daemon at a time.
package struct Home: Sendable, Hashable {
    /// An absolute path without a slash at its end.
    package let path: String

    /// A folder that need not be there yet.
    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// `OPENWORK_HOME`, or `.openclaw-team` in the user's folder; nil where neither is an absolute path.
    package static func choose(environment: [String: String]) -> Home? {
        if let named = environment["OPENWORK_HOME"], !named.isEmpty {
            return named.hasPrefix("/") ? Home(path: named) : nil
        }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? Home(path: $0 + "/.openclaw-team") : nil }
    }

    /// The store.
    package var database: String { "\(path)/openwork.db" }
    /// The user's entries.
    package var registryFile: String { "\(path)/registry/integrations.json" }
    /// The user's roles, a file each.
    package var roles: String { "\(path)/roles" }
    /// Skills that the user wrote.
    package var skills: String { "\(path)/skills" }
    /// Skills that the daemon made of OpenAPI documents.
    var imports: String { "\(skills)/imported" }
    /// What servers wrote to their standard error.
    package var logs: String { "\(path)/logs" }
    /// What is known of running processes, for the next run.
    package var run: String { "\(path)/run" }
    /// Copies of the store.
    package var backups: String { "\(path)/backups" }
    /// Reports of `openwork-conform`, put there by whoever ran it.
    package var conformance: String { "\(path)/conformance" }
    private var lockFile: String { "\(path)/openworkd.lock" }

    /// Makes it, or what is missing of it, and takes away the rights of others.
    package func prepare() throws(HomeError) {
        guard path.hasPrefix("/") else {
            throw HomeError(.unusable, "\(path) is no absolute path: set OPENWORK_HOME to one")
        }
        try Self.make(path)
        let folders = [
            "registry", "roles", "skills", "skills/imported", "keys", "servers", "logs", "run", "backups",
            "conformance",
        ]
        for folder in folders {
            try Self.make("\(path)/\(folder)")
        }
    }

    /// Works while nobody else can: a second daemon in the same home is refused.
    /// - Throws: `HomeError`, or what the body throws.
    package func hold<Value>(_ body: () async throws -> Value) async throws -> Value {
        let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.unusable(lockFile) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var bytes = [UInt8](repeating: 0, count: 32)
            let count = read(descriptor, &bytes, bytes.count)
            let digits = bytes.prefix(max(0, count)).filter { $0 >= 0x30 && $0 <= 0x39 }
            let holder = String(decoding: digits, as: UTF8.self)
            let who = holder.isEmpty ? "another daemon" : "the daemon with the process id \(holder)"
            throw HomeError(.taken, "\(path) is in use by \(who): stop it, or set OPENWORK_HOME to another folder")
        }
        // A child that is just being started may have the descriptor for a moment longer than we do.
        defer { flock(descriptor, LOCK_UN) }
        let mark = Array("\(getpid())\n".utf8)
        // Only words for whoever comes second; the lock itself is the kernel's.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, mark, mark.count, 0) }
        return try await body()
    }

    private static func make(_ folder: String) throws(HomeError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw unusable(folder) }
        var facts = stat()
        guard stat(folder, &facts) == 0 else { throw unusable(folder) }
        guard facts.st_mode & S_IFMT == S_IFDIR else {
            throw HomeError(.unusable, "\(folder) is no folder: move it away")
        }
        guard facts.st_uid == geteuid() else {
            throw HomeError(.foreign, "\(folder) belongs to another user: run the daemon as that user, or move it away")
        }
        guard facts.st_mode & 0o077 == 0 || chmod(folder, 0o700) == 0 else { throw unusable(folder) }
    }

    private static func unusable(_ file: String) -> HomeError {
        HomeError(.unusable, "\(file) cannot be used (\(String(cString: strerror(errno)))): correct its permissions")
    }
}
