import JSON
import MCP

extension ClientScene {
    /// Every scene, in the order in which they are played.
    package static let all: [ClientScene] =
        opening + streams + headers + rounds + discovery + scopes + identities + issuers + grants + possession

    /// A scene by its name; nil where there is none.
    package static func scene(_ id: ID) -> ClientScene? {
        all.first { $0.id == id }
    }

    static let official = ProtocolRevision.november2025...ProtocolRevision.july2026
    static let modern = ProtocolRevision.july2026...ProtocolRevision.july2026
    static let sessions = ProtocolRevision.march2025...ProtocolRevision.november2025
    static let streamable = ProtocolRevision.march2025...ProtocolRevision.july2026

    func changed(_ change: (inout ClientScene) -> Void) -> ClientScene {
        var copy = self
        change(&copy)
        return copy
    }
}

extension SceneServer {
    /// A tool without arguments.
    static func tool(_ name: String, _ properties: JSONObject = [:], required: [JSONValue] = []) -> JSONValue {
        [
            "name": .string(name), "description": "A tool of a conformance scene",
            "inputSchema": [
                "type": "object", "properties": .object(properties), "required": .array(required),
            ],
        ]
    }

    /// The tool that the plainest scenario is about.
    static let sum = tool("add_numbers", ["a": ["type": "number"], "b": ["type": "number"]], required: ["a", "b"])
}
