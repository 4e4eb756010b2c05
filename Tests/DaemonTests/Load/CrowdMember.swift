import JSON
import MCP
import MCPConnection
import MCPHTTP
import Synchronization
import TestSupport
import Testing

/// One agent of a crowd: connects in its way, makes its calls, and holds every answer against what it asked.
struct CrowdMember {
    /// Tells it apart; decides era, transport and whether it watches a resource.
    let number: Int
    let calls: Int

    private static let revisions: [ProtocolRevision] = [.july2026, .june2025, .july2026, .november2025, .march2025]

    private var revision: ProtocolRevision { Self.revisions[number % Self.revisions.count] }

    /// Whether it is a client that starts a server: `openwork mcp` in between.
    private var spawns: Bool { number % 24 == 7 }

    private var watches: Bool { number % 5 <= 1 }

    private var uri: String { "test://template/\(number)/data" }

    private var configuration: ClientConfiguration {
        var bounds = ClientBounds.patient
        bounds.request = .seconds(150)
        return ClientConfiguration(
            info: Implementation(name: "crowd-\(number)", version: "1"),
            capabilities: .none,
            offer: .only(revision),
            bounds: bounds
        )
    }

    /// Comes, works and leaves.
    func live(at home: CrowdHome, _ pool: HTTPPool) async throws {
        let ears = Ears()
        let handlers = ClientHandlers(
            answer: { .failure(.methodNotFound($0.method)) },
            hear: { notification in
                ears.hear(notification)
                return true
            }
        )
        if spawns, let bridge = BuiltProduct.path(of: "openwork") {
            let environment = StdioServer.baseEnvironment(from: inheritedEnvironment())
            let server = StdioServer(
                executable: bridge,
                arguments: ["mcp", "--role", "crowd", "--url", home.url],
                environment: environment
            )
            let run = try await withStdioClient(
                server,
                configuration: configuration,
                handlers: handlers,
                clock: ContinuousClock()
            ) { try await work($0, ears) }
            try run.outcome.get()
        } else {
            var settings = HTTPClientSettings(address: home.address)
            // A busy machine must not decide whether the end of a session arrives.
            settings.bounds = HTTPClientBounds(delivery: .seconds(150), stream: .seconds(150))
            let run = await withHTTPClient(
                settings,
                exchanger: pool,
                configuration: configuration,
                handlers: handlers,
                clock: ContinuousClock()
            ) { client, _ in try await work(client, ears) }
            #expect(run.run.violations == [])
            try run.run.value
        }
        #expect(ears.foreign(to: uri).isEmpty, "\(number) was told of what others watch")
    }

    private func work(_ client: Client, _ ears: Ears) async throws {
        guard watches else { return try await callAll(client) }
        guard revision.era == .modern else {
            _ = try await client.request("resources/subscribe", params: ["uri": .string(uri)])
            try await callAll(client)
            try await change(client, ears)
            _ = try await client.request("resources/unsubscribe", params: ["uri": .string(uri)])
            return
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let wanted: JSONValue = ["resourceSubscriptions": [.string(uri)]]
            group.addTask {
                // Ends by being cancelled.
                _ = await client.outcome(
                    of: "subscriptions/listen",
                    params: ["notifications": wanted],
                    options: RequestOptions(timeLimit: .none)
                )
            }
            _ = await ears.agreed.wait()
            try await callAll(client)
            try await change(client, ears)
            group.cancelAll()
        }
    }

    /// Has the resource change that it watches, and waits to be told.
    private func change(_ client: Client, _ ears: Ears) async throws {
        _ = try await client.callTool("test_trigger_resource_update", arguments: ["uri": .string(uri)])
        _ = await ears.changed.wait()
    }

    private func callAll(_ client: Client) async throws {
        for call in 0..<calls {
            let words = "\(number)/\(call)"
            switch (number + call) % 4 {
            case 0, 1:
                let name = (number + call) % 4 == 0 ? "old__echo" : "new__echo"
                let result = try await client.callTool(name, arguments: ["text": .string(words)])
                #expect(result.value["content"]?[0]?["text"]?.stringValue == words)
            case 2:
                let sum: JSONValue = ["a": .number(JSONNumber(number)), "b": .number(JSONNumber(call))]
                let result = try await client.callTool("old__add", arguments: sum.objectValue ?? [:])
                #expect(result.value["structuredContent"]?["sum"] == .number(JSONNumber(number + call)))
            default:
                let id = "\(number)-\(call)"
                let result = try await client.request(
                    "resources/read",
                    params: ["uri": .string("test://template/\(id)/data")]
                )
                let text = result.value["contents"]?[0]?["text"]?.stringValue ?? ""
                #expect(text.contains("Data for ID: \(id)\""), "\(text)")
            }
        }
    }
}

/// What one agent was told without having asked.
private final class Ears: Sendable {
    let agreed = OneShot<Void>()
    let changed = OneShot<Void>()
    private let uris = Mutex<Set<String>>([])

    func hear(_ notification: MCP.Notification) {
        switch notification.method {
        case "notifications/subscriptions/acknowledged": agreed.fire()
        case "notifications/resources/updated":
            guard let uri = notification.params?["uri"]?.stringValue else { return }
            uris.withLock { _ = $0.insert(uri) }
            changed.fire()
        default: break
        }
    }

    func foreign(to own: String) -> Set<String> { uris.withLock { $0.subtracting([own]) } }
}
