package import JSON
import MCP
package import MCPConnection

/// What our own client does with a server while it is recorded.
package enum RecordScenario: String, Sendable, Hashable, CaseIterable {
    /// Nothing but the handshake.
    case handshake
    /// The handshake and every page of the tools.
    case tools
    /// The handshake and the calls that were asked for.
    case probe
    /// Every list that the server declares, and the calls.
    case full

    /// One tool to call, with its arguments.
    package struct Call: Sendable, Hashable {
        /// The name of the tool.
        package var tool: String
        /// Empty for none.
        package var arguments: JSONObject

        /// Describes a call.
        package init(tool: String, arguments: JSONObject = [:]) {
            self.tool = tool
            self.arguments = arguments
        }
    }

    /// Plays the scenario; whatever the server makes of it is in the recording.
    package func play(_ client: Client, calls: [Call], user: StandInUser = StandInUser()) async {
        if self == .tools || self == .full { await list(client, "tools/list", "tools") }
        if self == .full {
            let declared = client.server.capabilities.json
            if declared["resources"] != nil {
                await list(client, "resources/list", "resources")
                await list(client, "resources/templates/list", "resourceTemplates")
            }
            if declared["prompts"] != nil { await list(client, "prompts/list", "prompts") }
        }
        guard self == .probe || self == .full else { return }
        for call in calls {
            let params: JSONObject = ["name": .string(call.tool), "arguments": .object(call.arguments)]
            await user.request(client, "tools/call", params: params)
        }
    }

    private func list(_ client: Client, _ method: String, _ items: String) async {
        // A listing that fails is a fact about the server, and the judge decides what it means.
        _ = try? await client.list(method, items: items)
    }
}
