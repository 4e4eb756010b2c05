import HTTPTypes
import JSON
import MCP
import MCPHTTP
@testable import Skills
import Testing

@Suite("Building a request")
struct SkillRequestTests {
    private func call(
        _ name: String,
        _ arguments: JSONObject,
        file: JSONValue = DemoSkill.file,
        values: SkillValues = DemoSkill.values
    ) throws -> HTTPCall {
        let skill = try Skill(json: file)
        let operation = try #require(skill.operations.first { $0.tool.name == name })
        return try SkillRequest(skill: skill, operation: operation, values: values).call(arguments)
    }

    @Test("puts every argument in its place")
    func places() throws {
        let call = try call(
            "demo_list",
            ["tags": ["a", "b,c"], "kinds": ["x", "y"], "cursor": "n&x=1", "X-Note": "hi"]
        )
        #expect(
            call.address.description
                == "https://api.example.com/v1/items?fixed=a%20b&limit=2&tags=a%2Cb%2Cc&kind%5B%5D=x&kind%5B%5D=y"
                + "&cursor=n%26x%3D1"
        )
        #expect(call.method == .get)
        #expect(call.fields[.authorization] == "Bearer tok_very-secret/1")
        #expect(call.fields[values: try #require(HTTPField.Name("X-Note"))] == ["hi"])
        #expect(call.body.isEmpty)
    }

    @Test("writes a JSON body with names of the wire")
    func jsonBody() throws {
        let call = try call("demo_post", ["text": "a\"b\n", "count": 3])
        #expect(try JSONValue(parsing: call.body) == ["text": "a\"b\n", "n": 3])
        #expect(call.fields[.contentType] == "application/json; charset=utf-8")
    }

    @Test("writes a form, and sends no credential where none is wanted")
    func form() throws {
        let call = try call("demo_form", ["text": "a&b=c d", "list": ["x", 1]])
        #expect(String(decoding: call.body, as: UTF8.self) == "text=a%26b%3Dc%20d&list=x&list=1")
        #expect(call.fields[.authorization] == nil)
    }

    @Test(
        "lets no value out of its place in the path",
        arguments: [
            ("a/../../admin", "a%2F..%2F..%2Fadmin"), ("x?y=z#f", "x%3Fy%3Dz%23f"), ("%2e%2e", "%252e%252e"),
            ("a\r\nHost: evil", "a%0D%0AHost%3A%20evil"), ("ä@b:c;d", "%C3%A4%40b%3Ac%3Bd"), ("\\..\\", "%5C..%5C"),
        ]
    )
    func pathInjection(value: String, expected: String) throws {
        let call = try call("demo_get", ["id": .string(value)])
        #expect(call.address.path == "/v1/items/\(expected)/x")
        #expect(call.address.query == nil)
        #expect(call.address.origin.description == "https://api.example.com")
    }

    @Test("refuses a part of a path that servers would skip or resolve", arguments: ["", ".", ".."])
    func pathDots(value: String) {
        #expect(throws: SkillFailure(.toolError, "id cannot be \(value.debugDescription): it is part of a path")) {
            try call("demo_get", ["id": .string(value)])
        }
    }

    @Test("refuses what no header can carry", arguments: ["a\r\nX-Evil: 1", "a\u{0}b", "é"])
    func headerInjection(value: String) {
        #expect(throws: SkillFailure(.toolError, "X-Note has characters that no header can carry")) {
            try call("demo_list", ["X-Note": .string(value)])
        }
    }

    @Test("goes where the variable says, if that is safe")
    func override() throws {
        var values: SkillValues = ["DEMO_TOKEN": "tok_1", "DEMO_API_URL": "http://127.0.0.1:8080/base/"]
        #expect(
            try call("demo_get", ["id": "7"], values: values).address.description
                == "http://127.0.0.1:8080/base/items/7/x"
        )
        values = ["DEMO_TOKEN": "tok_1", "DEMO_API_URL": "http://intranet.example.com"]
        let error = #expect(throws: SkillFailure.self) { try call("demo_get", ["id": "7"], values: values) }
        #expect(error?.message.contains("DEMO_API_URL cannot be used: the address is not encrypted") == true)
    }

    @Test(
        "proves who calls in each of the ways",
        arguments: [
            (["kind": "header", "name": "X-Key", "template": "Key {DEMO_TOKEN}"], "x-key", "Key tok_a:b", nil),
            (
                ["kind": "basic", "user": "me", "password": "{DEMO_TOKEN}"], "authorization", "Basic bWU6dG9rX2E6Yg==",
                nil
            ),
            (["kind": "query", "name": "api_key", "template": "{DEMO_TOKEN}"], nil, nil, "api_key=tok_a%3Ab"),
            (["kind": "none"], nil, nil, nil),
        ] as [(JSONValue, String?, String?, String?)]
    )
    func credentials(auth: JSONValue, field: String?, value: String?, query: String?) throws {
        let call = try call(
            "demo_get",
            ["id": "1"],
            file: try DemoSkill.changed("/auth", auth),
            values: ["DEMO_TOKEN": "tok_a:b"]
        )
        if let field { #expect(call.fields[try #require(HTTPField.Name(field))] == value) }
        #expect(call.address.query == query)
        #expect((call.fields[.authorization] != nil) == (field == "authorization"))
    }

    @Test(
        "sends nothing with a credential that is missing or cannot be one",
        arguments: [
            (nil, SkillOutcome.credentialMissing, "Demo needs DEMO_TOKEN, which is not configured"),
            ("", .credentialMissing, "Demo needs DEMO_TOKEN, which is not configured"),
            ("wrong", .credentialInvalid, "the value of DEMO_TOKEN does not look like one: it has to match ^tok_"),
            ("tok_a\r\nX: y", .credentialInvalid, "the value of DEMO_TOKEN has characters that no header can carry"),
        ] as [(String?, SkillOutcome, String)]
    )
    func badCredential(value: String?, outcome: SkillOutcome, message: String) {
        let values = SkillValues(value.map { ["DEMO_TOKEN": $0] } ?? [:])
        #expect(throws: SkillFailure(outcome, message)) { try call("demo_list", [:], values: values) }
    }
}
