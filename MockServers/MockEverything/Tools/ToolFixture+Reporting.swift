import JSON
import MCP
import MCPConnection

extension ToolFixture {
    /// Tools that tell something on the way.
    static let reporting: [ToolFixture] = [
        ToolFixture("test_tool_with_logging", "Logs three messages at level info", behaviour: logging),
        ToolFixture("test_logging_tool", "Logs three messages at level info", behaviour: logging),
        ToolFixture(
            "test_tool_with_progress",
            "Reports progress three times, to those who ask for it",
            behaviour: .answer { use in
                for step in [0.0, 50, 100] { await use.call.progress(step, total: 100) }
                return text("Tool with progress executed successfully")
            }
        ),
        ToolFixture(
            "test_reconnection",
            "Closes its event stream before it answers, where the client can come back for the answer",
            behaviour: .answer { use in
                await use.log(.debug, "Reconnection test begins")
                await use.call.closeStream(retryingAfter: .milliseconds(200))
                return text("Reconnection test completed successfully")
            }
        ),
    ]

    private static let logging = FixtureBehaviour.answer { use in
        await use.log(.info, "Tool execution started")
        await use.log(.info, "Tool processing data")
        await use.log(.info, "Tool execution completed")
        return text("Tool with logging executed successfully")
    }
}
