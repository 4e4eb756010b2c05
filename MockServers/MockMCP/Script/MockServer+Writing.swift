public import JSON
import MCP

extension MockServer {
    /// The server as a script: what `openwork-mock --script` reads, and a start for a script of one's own.
    public var script: JSONValue {
        var object: JSONObject = ["name": .string(info.name), "version": .string(info.version)]
        object["title"] = info.title.map { .string($0) }
        object["instructions"] = instructions.map { .string($0) }
        let written = revisions.written.map { JSONValue.string($0) }
        object["revisions"] = written.count == 1 ? written[0] : .array(written)
        object["capabilities"] = capabilities.isEmpty ? nil : .object(capabilities)
        object["pageSize"] = pageSize.map { .number(JSONNumber($0)) }
        object["announcesChanges"] = announcesChanges ? true : nil
        object["tools"] = .array(tools.map(\.script))
        object["changes"] = changes.isEmpty ? nil : .array(changes.map(\.script))
        object["notifications"] = notifications.isEmpty ? nil : .array(notifications.map(\.script))
        object["faults"] = faults.isEmpty ? nil : .array(faults.map { .string($0.written) })
        object["seed"] = seed == 1 ? nil : .number(JSONNumber(seed))
        return .object(object)
    }
}
