import JSON
import MCP

/// The tool by which agents ask what people did with what they posted.
enum InteractionTool {
    static func name(of skill: Skill) -> String { "\(skill.id)_interactions" }

    static func json(of skill: Skill) -> JSONValue {
        [
            "name": .string(name(of: skill)),
            "description": .string(
                "Tells which buttons, menus and dialogs people used in \(skill.name) since the last look: who, where and "
                    + "what. Give `after` the `next` of the answer before; without it, everything that is remembered."
            ),
            "inputSchema": [
                "type": "object",
                "properties": [
                    "after": ["type": "integer", "minimum": 0],
                    "limit": ["type": "integer", "minimum": 1, "maximum": 100],
                ],
                "additionalProperties": false,
            ],
            "annotations": ["readOnlyHint": true, "openWorldHint": true],
        ]
    }

    /// - Throws: what is wrong with the arguments.
    static func answer(
        _ arguments: JSONObject,
        from inbox: InteractionInbox,
        in revision: ProtocolRevision
    ) throws(ErrorObject) -> Members {
        for key in arguments.keys where !["after", "limit"].contains(key) {
            throw .invalidParams("there is no argument \(key): known are after, limit")
        }
        let after = arguments["after"].map { $0.intValue ?? -1 } ?? 0
        let limit = arguments["limit"].map { $0.intValue ?? 0 } ?? 50
        guard after >= 0, (1...100).contains(limit) else {
            throw .invalidParams("after is a number from 0, limit one from 1 to 100")
        }
        let items = inbox.items(after: Int64(after), atMost: limit)
        let structured: JSONValue? = revision >= .june2025 ? .object(items) : nil
        let text = ContentBlock.text(JSONValue.object(items).text())
        return Members(CallToolResult(content: [text], structuredContent: structured).json)
    }
}
