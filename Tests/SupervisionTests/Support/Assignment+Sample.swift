import Health
import Probing
import Registry
import Supervision

extension Integration {
    /// An entry whose credential is proven by the tool `me`.
    static func sample(_ id: String, server: IntegrationServer = IntegrationServer(.command)) -> Integration {
        var server = server
        if server.kind == .command, server.executable == nil { server.executable = "/bin/true" }
        var entry = Integration(id: id, name: id, servers: [server])
        entry.configSchema = [ConfigField("API_KEY", required: true, secret: true)]
        entry.auth = AuthScheme(.apiKey)
        entry.probe = Probe("me", expect: [BodyTest(contains: "user")])
        return entry
    }
}

extension Assignment {
    /// The entry above as it is to run, with a key.
    static func sample(
        _ id: String,
        mode: ServerLifecycle.Mode = .eager,
        restarts: RestartPolicy = RestartPolicy(),
        policy: HealthPolicy = HealthPolicy(),
        configuration: [String: String] = ["API_KEY": "sk-sample-key-0001"]
    ) throws -> Assignment {
        let entry = Integration.sample(id)
        return Assignment(
            entry,
            server: entry.servers[0],
            plan: try LaunchPlan(for: entry, configuration: configuration, on: Capabilities()),
            configuration: configuration,
            mode: mode,
            restarts: restarts,
            policy: policy
        )
    }
}
