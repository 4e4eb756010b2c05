import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// Tools that change what the server offers.
    static let changing: [ToolFixture] = [
        ToolFixture(
            "test_trigger_tool_change",
            "Adds test_dynamic_tool to the tools, or removes it",
            isReadOnly: false,
            behaviour: .answer { use in
                use.connection.server.change(.tools)
                return text("The list of tools has changed.")
            }
        ),
        ToolFixture(
            "test_trigger_prompt_change",
            "Adds test_dynamic_prompt to the prompts, or removes it",
            isReadOnly: false,
            behaviour: .answer { use in
                use.connection.server.change(.prompts)
                return text("The list of prompts has changed.")
            }
        ),
        ToolFixture(
            "test_trigger_resource_change",
            "Adds test://dynamic-resource to the resources, or removes it",
            isReadOnly: false,
            behaviour: .answer { use in
                use.connection.server.change(.resources)
                return text("The list of resources has changed.")
            }
        ),
        ToolFixture(
            "test_trigger_resource_update",
            "Says that a resource has other contents now",
            inputSchema: ["type": "object", "properties": ["uri": ["type": "string"]]],
            isReadOnly: false,
            behaviour: .answer { use in
                let uri = use.arguments["uri"]?.stringValue ?? ResourceFixture.watchedURI
                use.connection.server.changes.publish(.resource(uri))
                return text("The resource has changed.")
            }
        ),
    ]
}
