import Daemon
import DaemonAPI
import Health
import Probing
import Registry
import TestSupport
import Testing

@Suite("Shipped integrations at the desk, on their mocks")
struct DeskMockTests {
    private let scene: DeskScene
    private let registry: RegistrySnapshot

    init() throws {
        scene = try DeskScene()
        var loader = RegistryLoader(shipped: ShippedFiles(folder: SourceTree.registry))
        registry = loader.load()
    }

    @Test(
        "prove an accepted credential, and name a refused one, in the answer to configure",
        .enabled(if: BuiltProduct.path(of: "openwork-mock") != nil),
        .timeLimit(.minutes(2)),
        arguments: ["github", "jira", "linear", "stripe"],
        [true, false]
    )
    func verdict(id: String, isRight: Bool) async throws {
        let mock = try #require(BuiltProduct.path(of: "openwork-mock"))
        let entry = try #require(registry[id])
        let server = try #require(entry.preferredServer)
        let values = entry.sampleConfiguration(of: server)
        let secret = try #require(
            entry.configSchema(of: server).first { $0.isSecret && values[$0.name] != nil }?.name
        )
        try await scene.open { settings in
            settings.shipped = ShippedFiles(folder: SourceTree.registry)
            settings.standIn = { entry, server in
                let accepted = isRight ? [] : ["--accept", "\(secret)=another-one"]
                return Capabilities.Installed(
                    mock,
                    arguments: [entry.id, "--server", server.id] + accepted + ["--"]
                )
            }
        } _: { desk in
            let answer = try await desk.configure(id, ConfigureRequest(environment: values.mapValues { $0 }))
            let health = answer.status.health
            #expect(health.state == (isRight ? .connected : .disconnected), "\(answer)")
            #expect(health.layers.authorised.holds == isRight, "\(answer)")
            if !isRight { #expect(health.reason.action.contains(secret), "\(answer)") }
            #expect(!"\(answer)".contains(values[secret] ?? ""))
        }
    }
}
