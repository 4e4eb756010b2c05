import JSON
import MCPAuthorization
@testable import Skills
import Testing

@Suite("An interaction from Slack")
struct SlackInteractionTests {
    private func body(_ payload: JSONValue) -> [UInt8] {
        Array("payload=\(FormFields.encoded(payload.text()))".utf8)
    }

    @Test("tells which button was clicked, by whom and where")
    func button() throws {
        let interaction = try SlackInteraction(
            parsing: body([
                "type": "block_actions", "team": ["id": "T1"], "user": ["id": "U1", "name": "ann"],
                "container": ["type": "message", "message_ts": "1.2", "channel_id": "C1", "thread_ts": "1.0"],
                "channel": ["id": "C1"], "trigger_id": "13.tr", "response_url": "https://hooks.slack.com/actions/x",
                "actions": [
                    ["action_id": "approve", "type": "button", "value": "42"],
                    ["action_id": "choose", "type": "static_select", "selected_option": ["value": "b"]],
                ],
            ])
        )
        #expect(interaction.type == "block_actions")
        #expect(interaction.user == "U1")
        #expect(interaction.team == "T1")
        #expect(interaction.channel == "C1")
        #expect(interaction.message?.ts == "1.2")
        #expect(interaction.message?.thread == "1.0")
        #expect(interaction.triggerID == "13.tr")
        #expect(
            interaction.actions == [
                .init(id: "approve", type: "button", value: "42"),
                .init(id: "choose", type: "static_select", value: "b"),
            ]
        )
        #expect("\(interaction)" == "block_actions by U1: approve, choose")
    }

    @Test("is refused when it is none")
    func malformed() {
        for bytes in [[], Array("payload=%7B".utf8), body(["type": "x"]), body(["user": ["id": "U"]]), body([1])] {
            #expect(throws: InteractionFault.self) { try SlackInteraction(parsing: bytes) }
        }
    }
}
