import JSON
package import MCP

/// A part of a list, and where the next one begins; a cursor stays good while the list changes.
package struct CataloguePage: Sendable, Hashable {
    /// In the order of the list.
    package let items: [OfferedItem]
    /// Opaque to clients; nil on the last page.
    package let nextCursor: String?

    /// The page after a cursor, or the first.
    ///
    /// - Throws: what a client is told that brings a cursor which is none of ours.
    package init(of list: [OfferedItem], after cursor: String?, limit: Int) throws(ErrorObject) {
        var start = 0
        if let cursor {
            guard let last = Self.origin(cursor) else { throw .invalidParams("cursor is none that was given here") }
            // The item itself may be gone; what came after it has not moved.
            start = list.firstIndex { last < $0.origin } ?? list.count
        }
        let end = min(list.count, start + max(1, limit))
        items = Array(list[start..<end])
        nextCursor = end < list.count ? items.last.map { Self.cursor($0.origin) } : nil
    }

    private static let mark = "after:"

    private static func cursor(_ origin: ToolOrigin) -> String {
        let pair: JSONValue = [.string(origin.integration), .string(origin.name)]
        return mark + HexadecimalText(pair.utf8()).text
    }

    private static func origin(_ cursor: String) -> ToolOrigin? {
        guard cursor.hasPrefix(mark), let bytes = HexadecimalText.bytes(cursor.dropFirst(mark.count)),
            let pair = try? JSONValue(parsing: bytes), let integration = pair[0]?.stringValue,
            let name = pair[1]?.stringValue
        else { return nil }
        return ToolOrigin(integration: integration, name: name)
    }
}
