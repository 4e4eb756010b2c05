package import JSON

/// One page of any listing: its items, and where the next page begins.
package struct Page<Item: Sendable & Hashable>: Sendable, Hashable {
    /// In the server's order.
    package var items: [Item]
    /// Opaque; nil on the last page, and an empty string is a cursor like any other.
    package var nextCursor: String?

    /// Builds a page; without a cursor it is the last.
    package init(items: [Item], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }
}

extension Page<Tool> {
    /// Reads the result of `tools/list`; the error names the tool by its place in the list.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        items = try reader.elements("tools") { (value, place) throws(ShapeError) in
            try Tool(json: value, at: place)
        }
        nextCursor = try reader.optional("nextCursor", .string)
    }
}

extension Page<Tool> {
    /// Reads the result of `tools/list` and leaves out the tools that cannot be read: one bad tool spoils no other.
    package init(json: JSONValue, leavingOut faults: inout [ShapeError]) throws(ShapeError) {
        let reader = try ObjectReader(json)
        let tools = try reader.elements("tools") { (value, place) -> Result<Tool, ShapeError> in
            Result { () throws(ShapeError) in try Tool(json: value, at: place) }
        }
        nextCursor = try reader.optional("nextCursor", .string)
        items = tools.compactMap { try? $0.get() }
        for case .failure(let fault) in tools { faults.append(fault) }
    }
}

extension Page<JSONValue> {
    /// Reads any listing without looking into its items: `tools`, `resources`, `resourceTemplates`, `prompts`.
    package init(json: JSONValue, items member: String) throws(ShapeError) {
        let reader = try ObjectReader(json)
        items = try reader.required(member, .array)
        nextCursor = try reader.optional("nextCursor", .string)
    }

    /// The result as it stands in a message, without what the session adds.
    package func json(items member: String) -> JSONObject {
        var object: JSONObject = [member: .array(items)]
        object["nextCursor"] = nextCursor.map { .string($0) }
        return object
    }
}

/// The result of `tools/list`.
package typealias ListToolsResult = Page<Tool>
