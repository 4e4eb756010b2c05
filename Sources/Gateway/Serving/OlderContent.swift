import JSON
import MCP

/// Says in plain text what a client's revision has no content block for.
struct OlderContent: Sendable {
    let revision: ProtocolRevision

    /// Whether there is nothing that the revision does not know.
    var isNeedless: Bool { revision >= .june2025 }

    /// A result with its content in blocks that the revision has; other members are not touched.
    func adapted(_ members: Members) -> Members {
        guard !isNeedless else { return members }
        var adapted = members
        if let content = members["content"]?.value.arrayValue {
            adapted["content"] = .value(.array(content.map(block)))
        }
        if let messages = members["messages"]?.value.arrayValue {
            adapted["messages"] = .value(.array(messages.map(message)))
        }
        return adapted
    }

    private func message(_ message: JSONValue) -> JSONValue {
        guard var object = message.objectValue, let content = object["content"] else { return message }
        object["content"] = block(content)
        return .object(object)
    }

    private func block(_ block: JSONValue) -> JSONValue {
        switch block["type"] {
        case "resource_link":
            let name = block["title"]?.stringValue ?? block["name"]?.stringValue ?? "a resource"
            return text("\(name): \(block["uri"]?.stringValue ?? "")")
        case "audio" where revision < .march2025:
            let type = block["mimeType"]?.stringValue ?? "audio"
            return text("(\(type), which this revision of the protocol cannot carry)")
        default:
            return block
        }
    }

    private func text(_ text: String) -> JSONValue { ["type": "text", "text": .string(text)] }
}
