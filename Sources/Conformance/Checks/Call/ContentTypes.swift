import JSON
import MCP

/// The blocks that a result may be made of, by revision.
enum ContentTypes {
    /// What is wrong with a block; nil when it is sound.
    static func fault(in block: JSONValue, _ revision: ProtocolRevision) -> String? {
        guard block.objectValue != nil, let type = block["type"]?.stringValue else {
            return "a block without a type: \(block.text())"
        }
        guard let members = members(of: type), since(type) <= revision else {
            let known = names.filter { since($0) <= revision }.joined(separator: ", ")
            return "a block of type \"\(type)\"; there are \(known)"
        }
        let missing = members.first { block[$0] == nil }
        return missing.map { "a block of type \"\(type)\" without \($0)" }
    }

    private static let names = ["text", "image", "audio", "resource_link", "resource"]

    private static func members(of type: String) -> [String]? {
        switch type {
        case "text": ["text"]
        case "image", "audio": ["data", "mimeType"]
        case "resource_link": ["uri", "name"]
        case "resource": ["resource"]
        default: nil
        }
    }

    private static func since(_ type: String) -> ProtocolRevision {
        switch type {
        case "audio": .march2025
        case "resource_link": .june2025
        default: .november2024
        }
    }
}
