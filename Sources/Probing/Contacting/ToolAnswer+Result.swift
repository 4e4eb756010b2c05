package import Health
package import MCP

extension ToolAnswer {
    /// A result of the protocol, as a judge sees it.
    package init(tool: String, _ result: CallToolResult) {
        let texts: [String] = result.content.compactMap { block in
            if case .text(let text) = block { text } else { nil }
        }
        self.init(
            tool: tool,
            isError: result.isError,
            texts: texts,
            structured: result.structuredContent,
            otherBlocks: result.content.count - texts.count
        )
    }
}
