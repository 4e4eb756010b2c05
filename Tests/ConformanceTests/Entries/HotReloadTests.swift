import Conformance
import Foundation
import Health
import MCP
import MCPConnection
import Probing
import Registry
import TestSupport
import Testing

@Suite("An entry that is pasted while everything runs")
struct HotReloadTests {
    private static let short = """
        { "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server",
          "configSchema": { "MY_API_KEY": { "type": "string", "required": true, "description": "API key for My Tool" } },
          "tools": ["my_tool_action_1", "my_tool_action_2"] }
        """

    @Test("is contacted, changed, spoilt and taken away again without a restart", .timeLimit(.minutes(1)))
    func reloaded() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "openwork-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What cannot be removed is left to the system.
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "integrations.json").path
        let consumer = try Consumer(file: file)
        let (snapshots, feed) = AsyncStream.makeStream(of: RegistrySnapshot.self, bufferingPolicy: .bufferingNewest(8))
        try await withThrowingTaskGroup { group in
            group.addTask {
                let loader = RegistryLoader(shipped: ShippedFiles(folder: SourceTree.registry), userFile: file)
                let watcher = RegistryWatcher(clock: ContinuousClock(), interval: .milliseconds(5))
                await watcher.run(loader) { feed.yield($0) }
            }
            defer { group.cancelAll() }
            var incoming = snapshots.makeAsyncIterator()
            let before = try #require(await incoming.next())
            #expect(before["my-tool"] == nil)
            #expect(before.integrations.count == 49)

            try Self.short.write(toFile: file, atomically: true, encoding: .utf8)
            let pasted = try #require(await incoming.next())
            let first = try await consumer.contact(try #require(pasted["my-tool"]))
            #expect(first.report.outcome.code == .ok)
            #expect(first.report.tools?.map(\.name) == ["my_tool_action_1", "my_tool_action_2"])
            #expect(first.environment?["MY_API_KEY"] == "key-of-the-user")
            // Nothing proves the key, so that nobody may call it connected.
            #expect(first.report.outcome.proof != .credential)

            let more = Self.short.replacing("\"my_tool_action_2\"", with: "\"my_tool_action_2\", \"my_tool_action_3\"")
            try more.write(toFile: file, atomically: true, encoding: .utf8)
            let changed = try #require(await incoming.next())
            let second = try await consumer.contact(try #require(changed["my-tool"]))
            #expect(second.report.tools?.map(\.name).last == "my_tool_action_3")

            try "{ \"id\": ".write(toFile: file, atomically: true, encoding: .utf8)
            let spoilt = try #require(await incoming.next())
            #expect(spoilt.faults.map(\.file) == [file])
            #expect(spoilt["my-tool"]?.tools.count == 3)

            try FileManager.default.removeItem(atPath: file)
            let after = try #require(await incoming.next())
            #expect(after["my-tool"] == nil)
            #expect(after.faults.isEmpty)
        }
    }

    /// What the daemon does with an entry: make a launch plan, start the server, list, probe.
    private struct Consumer {
        let stage: ProcessStage<ContinuousClock>

        init(file: String) throws {
            stage = ProcessStage(
                mock: try #require(BuiltProduct.path(of: "openwork-mock"), "build openwork-mock first"),
                registry: [file],
                seed: 1,
                base: ["PATH": "/usr/bin:/bin"],
                stopBound: .seconds(20),
                clock: ContinuousClock(),
                info: Implementation(name: "test", version: "1")
            )
        }

        func contact(_ entry: Integration) async throws -> EntryContact {
            let server = try #require(entry.preferredServer)
            let configuration = ["MY_API_KEY": "key-of-the-user"]
            let play = EntryPlay(entry, server, .sound, configuration: configuration)
            let subject = ProbeSubject(entry, server: server, configuration: configuration)
            var bounds = ProbeBounds()
            bounds.session = .patient
            return try #require(await stage.contact(play, subject, bounds))
        }
    }
}
