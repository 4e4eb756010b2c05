import JSON
import JSONSchema
import MCP
import MCPHTTP
@testable import Skills
import Testing

@Suite("The built-in skills")
struct SkillLibraryTests {
    @Test("are sound", arguments: SkillLibrary.ids)
    func sound(id: String) throws {
        let bytes = try #require(SkillLibrary.file(id))
        #expect(Skill.faults(in: try JSONValue(parsing: bytes)) == [])
        let skill = try #require(SkillLibrary.skill(id))
        #expect(skill.id == id)
        #expect(skill.tools.allSatisfy { $0.name.utf8.count <= 48 }, "a client's prefix needs room")
        #expect(skill.baseVariable != nil, "tests and enterprise editions need another address")
    }

    @Test("prove a credential with a call that changes nothing, where they need one", arguments: SkillLibrary.ids)
    func probes(id: String) throws {
        let skill = try #require(SkillLibrary.skill(id))
        guard skill.authentication != .none else { return }
        let probe = try #require(skill.probe)
        #expect(try #require(skill.tools.first { $0.name == probe.tool }).annotations.isReadOnly)
    }

    @Test("build a request for every tool from arguments that fit", arguments: SkillLibrary.ids)
    func requests(id: String) throws {
        let skill = try #require(SkillLibrary.skill(id))
        let values = SkillValues(
            Dictionary(uniqueKeysWithValues: skill.variables.filter(\.isSecret).map { ($0.name, "xoxb-sample-value") })
        )
        for operation in skill.operations {
            var arguments = Self.samples(operation)
            if let one = operation.atLeastOne.first, operation.atLeastOne.allSatisfy({ arguments[$0] == nil }) {
                arguments[one] = "sample"
            }
            #expect(operation.inputSchema.validate(.object(arguments)) == [], "\(operation.tool.name)")
            let call = try SkillRequest(skill: skill, operation: operation, values: values).call(arguments)
            #expect(call.address.description.hasPrefix(skill.defaultBase), "\(operation.tool.name)")
            #expect(!call.address.path.contains("{"))
        }
    }

    @Test("make Block Kit buttons out of a list")
    func slackButtons() throws {
        let body = try body(
            "slack",
            "slack_post_message",
            [
                "channel": "C1", "text": "Deploy?",
                "buttons": [
                    ["label": "Yes", "action_id": "yes", "value": "42", "style": "primary"],
                    ["label": "No", "action_id": "no"],
                ],
            ]
        )
        #expect(
            body == [
                "channel": "C1", "text": "Deploy?",
                "blocks": [
                    ["type": "section", "text": ["type": "mrkdwn", "text": "Deploy?"]],
                    [
                        "type": "actions",
                        "elements": [
                            [
                                "type": "button", "text": ["type": "plain_text", "text": "Yes"], "action_id": "yes",
                                "value": "42",
                                "style": "primary",
                            ],
                            ["type": "button", "text": ["type": "plain_text", "text": "No"], "action_id": "no"],
                        ],
                    ],
                ],
            ]
        )
    }

    @Test("make Discord components out of a list, and notify nobody but single people")
    func discordButtons() throws {
        let body = try body(
            "discord",
            "discord_post_message",
            [
                "channel_id": "1", "content": "@everyone ok?",
                "buttons": [
                    ["label": "Go", "custom_id": "go", "style": "danger"],
                    ["label": "See", "style": "link", "url": "https://x"],
                ],
            ]
        )
        #expect(
            body == [
                "content": "@everyone ok?", "allowed_mentions": ["parse": ["users"]],
                "components": [
                    [
                        "type": 1,
                        "components": [
                            ["type": 2, "style": 4, "label": "Go", "custom_id": "go"],
                            ["type": 2, "style": 5, "label": "See", "url": "https://x"],
                        ],
                    ]
                ],
            ]
        )
    }

    private func body(_ id: String, _ tool: String, _ arguments: JSONObject) throws -> JSONValue {
        let skill = try #require(SkillLibrary.skill(id))
        let operation = try #require(skill.operations.first { $0.tool.name == tool })
        #expect(operation.inputSchema.validate(.object(arguments)) == [])
        let values: SkillValues = ["SLACK_BOT_TOKEN": "xoxb-x", "DISCORD_BOT_TOKEN": "x"]
        let call = try SkillRequest(skill: skill, operation: operation, values: values).call(arguments)
        return try JSONValue(parsing: call.body)
    }

    /// A value for every required argument.
    private static func samples(_ operation: SkillOperation) -> JSONObject {
        let properties = operation.tool.inputSchema["properties"]?.objectValue ?? [:]
        let required = (operation.tool.inputSchema["required"]?.arrayValue ?? []).compactMap(\.stringValue)
        return JSONObject(required.map { name in (name, sample(properties[name] ?? true)) })
    }

    private static func sample(_ schema: JSONValue) -> JSONValue {
        if let first = schema["enum"]?[0] { return first }
        switch schema["type"]?.stringValue {
        case "integer": return 1
        case "boolean": return true
        case "array": return [sample(schema["items"] ?? true)]
        case "object": return ["type": "x"]
        default:
            // One of these fits each pattern of the built-in skills.
            let candidates = [
                "sample", "1", "C1", "U1", "us", "2026-01-01", "https://www.loom.com/share/abc", "thumbsup",
            ]
            let compiled = try? JSONSchema(schema)
            return .string(candidates.first { compiled?.isValid(.string($0)) ?? true } ?? "sample")
        }
    }
}
