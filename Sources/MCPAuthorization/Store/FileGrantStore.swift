import Crypto
import FoundationEssentials
import Glibc
package import JSON

/// One file per entry in a folder that is the user's alone, locked across processes.
package final class FileGrantStore: GrantStore {
    private let folder: String
    private let pause: @Sendable (Duration) async throws -> Void
    private let patience: Duration
    private let turnstiles = TurnstileTable()

    private static let pollInterval = Duration.milliseconds(50)
    private static let entryBytes = 1 << 20

    /// - Parameters:
    ///   - folder: an absolute path; it is made when something is written first.
    ///   - patience: how long another process may hold a key, its login included.
    ///   - pause: waits; throws when the task is cancelled.
    package init(
        folder: String,
        patience: Duration = .seconds(600),
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.folder = folder
        self.patience = patience
        self.pause = pause
    }

    /// The content of the file; one that is no JSON counts as none.
    package func read(_ key: GrantStoreKey) async throws(AuthorizationFault) -> JSONValue? {
        let descriptor = open(path(of: key, "json"), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .store(systemWords())
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .store(systemWords()) }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= Self.entryBytes else { throw .store("an entry is too long") }
        }
        // Something else in its place is as good as nothing: the next login replaces it.
        return try? JSONValue(parsing: bytes)
    }

    /// Replaces the file in one step, readable by its owner only.
    package func write(_ value: JSONValue?, at key: GrantStoreKey) async throws(AuthorizationFault) {
        let path = path(of: key, "json")
        guard let value else {
            guard unlink(path) == 0 || errno == ENOENT else { throw .store(systemWords()) }
            return
        }
        try makeFolder()
        let draft = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .store(systemWords()) }
        let isWritten = Self.write(value.utf8(), to: descriptor) && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            let words = systemWords()
            unlink(draft)
            throw .store(words)
        }
    }

    /// Holds a lock file that ends with the process, and keeps tasks of this process in order.
    package func exclusively<Value: Sendable>(
        _ key: GrantStoreKey,
        _ body: @Sendable () async -> Value
    ) async throws(AuthorizationFault) -> Value {
        try await turnstiles.pass(key) { () async throws(AuthorizationFault) in
            try makeFolder()
            // The lock file stays: removing it would let two processes lock two files of the same name.
            let descriptor = open(path(of: key, "lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .store(systemWords()) }
            defer { close(descriptor) }
            try await lock(descriptor)
            return await body()
        }
    }

    /// Waits for the lock; closing the descriptor gives it back, also when the process dies.
    private func lock(_ descriptor: Int32) async throws(AuthorizationFault) {
        var waited = Duration.zero
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw .store(systemWords()) }
            guard waited < patience else { throw .timedOut }
            do {
                try await pause(Self.pollInterval)
            } catch {
                throw .cancelled
            }
            waited += Self.pollInterval
        }
    }

    private func makeFolder() throws(AuthorizationFault) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .store(systemWords()) }
        var status = stat()
        guard stat(folder, &status) == 0 else { throw .store(systemWords()) }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
            throw .store("\(folder) can be read by others: chmod 700 it")
        }
    }

    private func path(of key: GrantStoreKey, _ kind: String) -> String {
        let digits = Array("0123456789abcdef")
        let name = SHA256.hash(data: Array(key.text.utf8)).prefix(16).flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return "\(folder)/\(String(name)).\(kind)"
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

private func systemWords() -> String { String(cString: strerror(errno)) }
