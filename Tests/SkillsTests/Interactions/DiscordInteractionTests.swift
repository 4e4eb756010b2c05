import JSON
@testable import Skills
import Testing

@Suite("An interaction from Discord")
struct DiscordInteractionTests {
    @Test("tells which component was used, by whom and where")
    func component() throws {
        let payload: JSONValue = [
            "id": "9", "application_id": "7", "type": 3, "token": "aW50-hidden", "version": 1,
            "data": ["component_type": 2, "custom_id": "approve:42"], "guild_id": "5", "channel_id": "6",
            "member": ["user": ["id": "8"]], "message": ["id": "4"],
        ]
        let interaction = try DiscordInteraction(parsing: payload.utf8())
        #expect(interaction.kind == .component(customID: "approve:42", values: []))
        #expect(interaction.user == "8")
        #expect(interaction.guild == "5")
        #expect(interaction.channel == "6")
        #expect(interaction.message == "4")
        #expect(!"\(interaction)".contains("hidden"))
    }

    @Test(
        "knows the other kinds",
        arguments: [
            (["type": 1], .ping), (["type": 2, "data": ["name": "ask"]], .command(name: "ask")),
            (["type": 4, "data": ["name": "ask"]], .autocomplete(name: "ask")),
            (["type": 5, "data": ["custom_id": "form"]], .dialog(customID: "form")),
            (["type": 3, "data": ["custom_id": "m", "values": ["a"]]], .component(customID: "m", values: ["a"])),
            (["type": 99], .other(99)),
        ] as [(JSONObject, DiscordInteraction.Kind)]
    )
    func kinds(members: JSONObject, kind: DiscordInteraction.Kind) throws {
        var payload = members
        payload["id"] = "1"
        payload["token"] = "t"
        #expect(try DiscordInteraction(parsing: JSONValue.object(payload).utf8()).kind == kind)
    }

    @Test(
        "is refused when it is none",
        arguments: ["", "[]", "{}", #"{"type":3,"id":"1","token":"t"}"#, #"{"type":1}"#]
    )
    func malformed(text: String) {
        #expect(throws: InteractionFault.self) { try DiscordInteraction(parsing: Array(text.utf8)) }
    }
}
