package import JSON

/// What a tool call came to; `isError` is the server's own word and is trusted in neither direction.
package struct CallToolResult: Sendable, Hashable {
    /// In the server's order; may be empty.
    package var content: [ContentBlock]
    /// Since 2025-06-18, there an object; any value since 2026-07-28; nil when absent.
    package var structuredContent: JSONValue?
    /// False when absent.
    package var isError: Bool

    /// Builds a result; `isError` is written only when it is true.
    package init(content: [ContentBlock], structuredContent: JSONValue? = nil, isError: Bool = false) {
        self.content = content
        self.structuredContent = structuredContent
        self.isError = isError
    }

    /// Reads a result; `content` is required in every revision, though it may be empty.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        content = try reader.elements("content") { (value, place) throws(ShapeError) in
            try ContentBlock(json: value, at: place)
        }
        structuredContent = reader["structuredContent"]
        isError = try reader.optional("isError", .boolean) ?? false
    }

    /// The text blocks, joined by line breaks.
    package var text: String {
        content.compactMap { block in
            guard case .text(let text) = block else { return nil }
            return text
        }.joined(separator: "\n")
    }

    /// The result as it stands in a message, without what the session adds.
    package var json: JSONObject {
        var object: JSONObject = ["content": .array(content.map(\.json))]
        object["structuredContent"] = structuredContent
        object["isError"] = isError ? true : nil
        return object
    }
}
