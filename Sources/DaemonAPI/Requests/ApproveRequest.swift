package import JSON

/// Which tools of one integration agents may have as they are defined now.
package struct ApproveRequest: Sendable, Hashable {
    /// By name, with a hash only that very definition; nil for everything that waits.
    package var tools: [String: String?]?

    /// These tools, or nil for all of them.
    package init(_ tools: [String: String?]?) {
        self.tools = tools
    }

    /// The body of the request.
    package var json: JSONValue {
        guard let tools else { return ["tools": nil] }
        let list = tools.sorted { $0.key < $1.key }.map { name, hash -> JSONValue in
            hash.map { ["name": .string(name), "hash": .string($0)] } ?? .string(name)
        }
        return ["tools": .array(list)]
    }

    /// Reads a body; a tool may be written as its name alone.
    /// - Throws: a problem with every fault.
    package init(body: JSONValue) throws(Problem) {
        var checked = CheckedBody(body, knowing: ["tools"])
        let fix = "give a list of names, or of objects with name and hash, or null for everything that waits"
        tools = nil
        switch checked["tools"] {
        case nil: checked.add("/tools", "is missing", fix)
        case let value? where value.isNull: break
        case let value?:
            guard let elements = value.arrayValue else {
                checked.add("/tools", "is no list", fix)
                break
            }
            var named: [String: String?] = [:]
            for (index, element) in elements.enumerated() {
                guard let name = element.stringValue ?? element["name"]?.stringValue else {
                    checked.add("/tools/\(index)", "names no tool", fix)
                    continue
                }
                named[name] = .some(element["hash"]?.stringValue)
            }
            tools = named
        }
        try checked.finish()
    }
}
