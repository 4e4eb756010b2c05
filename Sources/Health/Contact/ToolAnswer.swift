package import JSON

/// The result of a tool call, as far as a judgement needs it.
package struct ToolAnswer: Sendable, Hashable {
    /// The tool that was called.
    package var tool: String
    /// The server's own word, trusted in neither direction.
    package var isError: Bool
    /// The text blocks, in order.
    package var texts: [String]
    /// The structured content; nil when there is none.
    package var structured: JSONValue?
    /// Blocks that are no text.
    package var otherBlocks: Int

    /// Collects a result.
    package init(
        tool: String,
        isError: Bool = false,
        texts: [String] = [],
        structured: JSONValue? = nil,
        otherBlocks: Int = 0
    ) {
        self.tool = tool
        self.isError = isError
        self.texts = texts
        self.structured = structured
        self.otherBlocks = otherBlocks
    }
}
