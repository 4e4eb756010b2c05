import JSON
import MCP
import Testing

@testable import MockEverything

@Suite("The user, model and files behind our client")
struct PlayedUserTests {
    @Test(
        "fill a field in with its default, or with the plainest value that fits",
        arguments: [
            (["type": "string", "default": "John Doe"], "John Doe"), (["type": "boolean"], true),
            (["type": "integer", "minimum": 5], 5), (["type": "number"], 1),
            (["type": "string", "enum": ["a", "b"]], "a"),
            (["type": "string", "oneOf": [["const": "x", "title": "X"]]], "x"),
            (["type": "array", "items": ["type": "string", "enum": ["a"]]], ["a"]),
            (["type": "array", "items": ["anyOf": [["const": "y", "title": "Y"]]]], ["y"]),
            (["type": "string", "format": "email"], "someone@example.com"), (["type": "string"], "text"),
        ] as [(JSONValue, JSONValue)]
    )
    func field(schema: JSONValue, value: JSONValue) {
        #expect(PlayedUser.filledIn(["type": "object", "properties": ["a": schema]]) == ["a": value])
    }

    @Test("accept a form, decline what is none, and refuse what nobody declared")
    func answers() {
        let user = PlayedUser()
        let form: JSONObject = ["requestedSchema": ["properties": ["ok": ["type": "boolean"]]]]
        #expect(user.answer("elicitation/create", form) == .success(["action": "accept", "content": ["ok": true]]))
        #expect(user.answer("elicitation/create", ["mode": "url"]) == .success(["action": "decline"]))
        #expect(user.answer("ping", nil) == .failure(.methodNotFound("ping")))
    }
}
