import Glibc

/// The file with the vault's keys: one a line in Base64, the present one first; lines that begin with `#` are notes.
package struct VaultKeyFile: Sendable, Hashable {
    /// Who keeps the file.
    package enum Keeper: Sendable, Hashable {
        /// The daemon: it makes the file, and writes to it when keys are rotated.
        case daemon
        /// Whoever runs the daemon: it only reads.
        case administrator
        /// The service manager, whose access list shows as rights of the group.
        case serviceManager
    }

    /// An absolute path.
    package let path: String
    /// Who keeps it.
    package let keeper: Keeper

    private static let limitInBytes = 64 << 10

    /// A file that somebody keeps.
    package init(path: String, keeper: Keeper) {
        self.path = path
        self.keeper = keeper
    }

    /// The file to use: the service manager's credential, then the one that was named, then the one in the home.
    ///
    /// `CREDENTIALS_DIRECTORY` and `OPENWORK_VAULT_KEY_FILE` are looked at.
    package static func choose(home: String, environment: [String: String]) -> VaultKeyFile {
        if let folder = environment["CREDENTIALS_DIRECTORY"], access("\(folder)/openwork-vault-key", F_OK) == 0 {
            return VaultKeyFile(path: "\(folder)/openwork-vault-key", keeper: .serviceManager)
        }
        if let path = environment["OPENWORK_VAULT_KEY_FILE"], !path.isEmpty {
            return VaultKeyFile(path: path, keeper: .administrator)
        }
        return VaultKeyFile(path: "\(home)/keys/vault.key", keeper: .daemon)
    }

    /// The keys in the file, or a new one in a new file where the daemon keeps it.
    ///
    /// It may not make one where a store has sealed values already: a new key would open none of them.
    package func keys(mayMake: Bool) throws(VaultError) -> VaultKeyRing {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor >= 0 {
            defer { close(descriptor) }
            try checkRights(of: descriptor)
            return try parse(read(descriptor))
        }
        guard errno == ENOENT else { throw unusable() }
        guard keeper == .daemon, mayMake else { throw .keyMissing(path: path) }
        let ring = VaultKeyRing(VaultKey())
        try write(ring)
        return ring
    }

    /// Replaces the file in one step, readable by its owner only.
    package func write(_ ring: VaultKeyRing) throws(VaultError) {
        guard keeper == .daemon else { throw .keyUnusable(path: path, reason: "the daemon only reads this file") }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw unusable() }
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unusable() }
        let lines = ["# Keys of the vault, the present one first. Keep a copy; without it the secrets are lost."]
        let text = (lines + ([ring.present] + ring.former).map { $0.base64() }).joined(separator: "\n") + "\n"
        let bytes = Array(text.utf8)
        // A file so short is written in one piece or not at all.
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let error = unusable()
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            unlink(draft)
            throw error
        }
        syncFolder(folder)
    }

    /// A name that is not on the disk yet would be lost with the power.
    private func syncFolder(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private func checkRights(of descriptor: Int32) throws(VaultError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unusable() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .keyUnusable(path: path, reason: "it is no file") }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .keyForeign(path: path) }
        let exposed: mode_t = keeper == .serviceManager ? 0o007 : 0o077
        guard status.st_mode & exposed == 0 else { throw .keyExposed(path: path, mode: status.st_mode & 0o777) }
    }

    private func read(_ descriptor: Int32) throws(VaultError) -> String {
        var bytes = [UInt8](repeating: 0, count: Self.limitInBytes)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw unusable() }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    private func parse(_ text: String) throws(VaultError) -> VaultKeyRing {
        var keys: [VaultKey] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let word = String(line.filter { !$0.isWhitespace })
            if word.isEmpty || word.hasPrefix("#") { continue }
            guard let key = VaultKey(base64: word) else { throw .keyMalformed(path: path, line: index + 1) }
            keys.append(key)
        }
        guard let present = keys.first else { throw .keyMalformed(path: path, line: 1) }
        return VaultKeyRing(present, former: Array(keys.dropFirst()))
    }

    private func unusable() -> VaultError {
        .keyUnusable(path: path, reason: String(cString: strerror(errno)))
    }
}
