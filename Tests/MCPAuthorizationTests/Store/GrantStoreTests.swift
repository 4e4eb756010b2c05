import JSON
import MCPAuthorization
import MCPHTTP
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite("Grant stores", .timeLimit(.minutes(1)))
struct GrantStoreTests {
    enum Kind: CaseIterable {
        case memory, file
    }

    /// Two stores on the same entries, as two parties have them.
    static func with(_ kind: Kind, _ body: (any GrantStore, any GrantStore) async throws -> Void) async throws {
        switch kind {
        case .memory:
            let store = MemoryGrantStore()
            try await body(store, store)
        case .file:
            var template = Array("/tmp/openwork-grants-XXXXXX".utf8CString)
            let folder = String(cString: try #require(mkdtemp(&template)))
            defer { remove(folder) }
            let pause: @Sendable (Duration) async throws -> Void = { _ in
                try Task.checkCancellation()
                await Task.yield()
            }
            let stores = (0..<2).map { _ in FileGrantStore(folder: folder + "/grants", pause: pause) }
            try await body(stores[0], stores[1])
        }
    }

    static func remove(_ folder: String) {
        for path in [folder + "/grants", folder] {
            guard let directory = opendir(path) else { continue }
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                unlink("\(path)/\(name)")
            }
            closedir(directory)
            rmdir(path)
        }
    }

    static let key = GrantStoreKey.registration(issuer: "https://auth.example.com")

    @Test("give back what was written, and forget it", arguments: Kind.allCases)
    func entries(kind: Kind) async throws {
        try await Self.with(kind) { one, two in
            #expect(try await one.read(Self.key) == nil)
            try await one.write(nil, at: Self.key)
            try await one.exclusively(Self.key) {}
            try await one.write(["a": 1], at: Self.key)
            #expect(try await two.read(Self.key) == ["a": 1])
            #expect(try await two.read(.registration(issuer: "https://other.example.com")) == nil)
            try await two.write(nil, at: Self.key)
            #expect(try await one.read(Self.key) == nil)
        }
    }

    @Test("let one party at a time pass", arguments: Kind.allCases)
    func exclusion(kind: Kind) async throws {
        try await Self.with(kind) { one, two in
            let room = Room()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let store = number.isMultiple(of: 2) ? one : two
                    group.addTask {
                        try await store.exclusively(Self.key) {
                            room.enter()
                            await Task.yield()
                            room.leave()
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(room.most == 1)
        }
    }

    @Test("keep files from everybody else")
    func permissions() async throws {
        var template = Array("/tmp/openwork-grants-XXXXXX".utf8CString)
        let folder = String(cString: try #require(mkdtemp(&template)))
        defer { Self.remove(folder) }
        let store = FileGrantStore(folder: folder + "/grants") { _ in }
        try await store.write(["secret": "x"], at: Self.key)
        try await store.exclusively(Self.key) {}
        let directory = try #require(opendir(folder + "/grants"))
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
            )
        }
        for name in names where !name.hasPrefix(".") {
            var status = stat()
            #expect(stat("\(folder)/grants/\(name)", &status) == 0)
            #expect(status.st_mode & 0o077 == 0)
        }
        #expect(names.count { !$0.hasPrefix(".") } == 2)
        chmod(folder + "/grants", 0o755)
        await #expect(throws: AuthorizationFault.self) { try await store.write(["x": 1], at: Self.key) }
    }
}

/// Counts who is inside.
private final class Room: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock(\.most) }

    func enter() {
        counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
        }
    }

    func leave() { counts.withLock { $0.now -= 1 } }
}
