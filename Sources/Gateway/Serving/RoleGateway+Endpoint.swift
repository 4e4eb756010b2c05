import JSON
package import MCP
package import MCPConnection
package import MCPHTTP
import Synchronization

extension RoleGateway {
    /// How many items a page of a list holds.
    static let itemsPerPage = 500

    /// What the session of any transport has to know.
    ///
    /// Everything that can be passed on is declared, for integrations come and go while a session stays. What is listed
    /// may be kept for a while by its caller alone, who is told of changes.
    package func configuration(_ offer: RevisionOffer = .all) -> ServerConfiguration {
        ServerConfiguration(
            info: Implementation(name: "openwork-\(role)", version: "0.1.0", title: "OpenWork: \(role)"),
            capabilities: ServerCapabilities([
                "tools": ["listChanged": true],
                "resources": ["listChanged": true, "subscribe": true],
                "prompts": ["listChanged": true],
                "logging": [:],
                "completions": [:],
            ]),
            offer: offer,
            methods: [
                "tools/list", "tools/call", "resources/list", "resources/templates/list", "resources/read",
                "resources/subscribe", "resources/unsubscribe", "prompts/list", "prompts/get", "completion/complete",
                "logging/setLevel", "subscriptions/listen",
            ],
            caching: CachingHint(timeToLiveInMilliseconds: 5_000, scope: .caller)
        )
    }

    /// The handlers of one client; over HTTP in the modern era, of one request.
    ///
    /// The caller is who is served, as far as anybody says: for the audit, and for what has to be brought back.
    package func handlers(caller: String = "") -> ServerHandlers {
        connection(caller: caller).handlers
    }

    /// What an HTTP endpoint has to know to serve this role.
    package func endpointSettings(_ offer: RevisionOffer = .all) -> MCPEndpointSettings {
        MCPEndpointSettings(
            configuration: configuration(offer),
            handlers: { self.handlers(caller: $0.identity) },
            toolHeaders: { name in
                let schema = self.catalogue.tool(name)?.json["inputSchema"]
                // A schema whose annotations are not valid has none that a client could follow.
                return schema.flatMap { try? ToolHeaders(inputSchema: $0) }
            }
        )
    }

    func connection(caller: String) -> RoleConnection {
        let number = state.withLock { state in
            state.lastConnection += 1
            return state.lastConnection
        }
        return RoleConnection(gateway: self, caller: caller, number: number)
    }
}
