import Registry
import Synchronization
import Testing

@Suite struct RegistryWatcherTests {
    /// What a watcher hands on while somebody edits: one step before each of its looks.
    private static func names(
        _ folder: TemporaryFolder,
        _ steps: [@Sendable () -> Void]
    ) async -> [[String]] {
        let seen = Mutex<[[String]]>([])
        let loader = RegistryLoader(shipped: nil, userFile: folder.path("a.json"), userRoles: folder.path("roles"))
        await RegistryWatcher(clock: ScriptClock(steps)).run(loader) { snapshot in
            seen.withLock { $0.append(snapshot.integrations.map(\.name) + snapshot.roles.map(\.name)) }
        }
        return seen.withLock(\.self)
    }

    private static func entry(_ name: String) -> String { #"{"id": "a", "name": "\#(name)"}"# }

    @Test("hands on what it reads first, and then every change, once it has come to rest", .timeLimit(.minutes(1)))
    func changes() async throws {
        let folder = try TemporaryFolder()
        let names = await Self.names(
            folder,
            [
                { folder.write("a.json", Self.entry("one")) }, {}, {},
                { folder.write("a.json", Self.entry("two"), replacing: true) },
                { folder.write("a.json", Self.entry("three"), replacing: true) }, {},
                { folder.remove("a.json") }, { folder.write("a.json", Self.entry("four")) }, {},
                { folder.write("roles/r.json", #"{"id": "r", "name": "role"}"#) }, {},
                { folder.remove("a.json") }, {},
            ]
        )
        #expect(names == [[], ["one"], ["three"], ["four"], ["four", "role"], ["role"]])
    }

    @Test("stays quiet while nothing changes", .timeLimit(.minutes(1)))
    func quiet() async throws {
        let folder = try TemporaryFolder()
        folder.write("a.json", Self.entry("one"))
        let names = await Self.names(folder, Array(repeating: {}, count: 5))
        #expect(names == [["one"]])
    }
}
