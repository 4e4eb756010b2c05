import HTTPTypes
import MCPHTTP
import MCPConnection
import Probing
import Registry

extension EntryPlay {
    /// The words with which `openwork-mock` plays it; the last one keeps those of the real program apart.
    func words(seed: UInt64, registry: [String], over transport: Subject.Transport = .stdio) -> [String] {
        var words = [integration.id, "--server", server.id, "--seed", "\(seed)"]
        for path in registry { words += ["--registry", path] }
        if transport == .http { words += ["--transport", "http", "--port", "0"] }
        switch condition {
        case .sound: words += ["--condition", "sound"]
        case .troubled(let cause): words += ["--condition", cause.rawValue]
        case .indiscreet(let secret):
            words += ["--condition", "sound", "--fault", "exit-at-start,stderr=Error: 401 invalid token \(secret)"]
        case .faulty(let faults): words += ["--condition", "sound"] + faults.flatMap { ["--fault", $0] }
        }
        return words + ["--"]
    }

    /// What the daemon would connect to, with the mock's address in the place of the real one.
    func settings(at url: String) throws -> HTTPClientSettings {
        var settings = HTTPClientSettings(address: try HTTPAddress(url))
        guard server.kind == .remote else { return settings }
        var integration = integration
        for index in integration.servers.indices where integration.servers[index].id == server.id {
            integration.servers[index].url = url
        }
        let plan = try LaunchPlan(
            for: integration,
            configuration: configuration,
            on: Capabilities(),
            server: server.id
        )
        guard case .address(_, let fields) = plan.target else { return settings }
        for (key, value) in fields {
            if let name = HTTPField.Name(key), name != .accept { settings.fields[name] = value }
        }
        // Who logs in has a token that is configured nowhere.
        if condition != .troubled(.missing), !server.headers.values.contains(where: { $0.contains("${") }) {
            settings.fields[.authorization] = "Bearer \(Self.tokenOfLogin)"
        }
        return settings
    }

    /// The token of somebody who has logged in.
    static var tokenOfLogin: String { "token-of-a-login" }
}
