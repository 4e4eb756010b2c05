import JSON
import MCP
@testable import Skills
import Testing

@Suite("Reading a skill file")
struct SkillReadingTests {
    @Test("gives tools with schemas and hints")
    func sound() throws {
        let skill = try DemoSkill.skill()
        #expect(skill.tools.map(\.name) == ["demo_list", "demo_get", "demo_post", "demo_form", "demo_delete"])
        #expect(skill.probe == SkillProbe(tool: "demo_list", arguments: ["limit": 1]))
        #expect(skill.baseVariable == "DEMO_API_URL")
        let post = try DemoSkill.operation("demo_post").tool
        #expect(post.inputSchema["required"] == ["text"])
        #expect(post.inputSchema["additionalProperties"] == false)
        #expect(post.inputSchema["properties"]?["text"] == ["type": "string", "maxLength": 50])
        #expect(
            post.annotations.json == [
                "readOnlyHint": false, "destructiveHint": false, "idempotentHint": false, "openWorldHint": true,
            ]
        )
        #expect(try DemoSkill.operation("demo_list").tool.annotations.isReadOnly)
        #expect(try DemoSkill.operation("demo_delete").tool.annotations.mayDestroy)
    }

    @Test(
        "names the field and the fix",
        arguments: [
            ("/base/url", "http://api.example.com", "base.url", "not encrypted"),
            ("/base/url", "https://u:p@example.com", "base.url", "user name or password"),
            ("/base/url", "https://example.com/?a=1", "base.url", "query"),
            ("/base/variable", "DEMO_API_ULR", "base.variable", "did you mean DEMO_API_URL?"),
            ("/auth/variable", "DEMO_TOKN", "auth.variable", "did you mean DEMO_TOKEN?"),
            ("/auth", ["kind": "bearer"], "auth.variable", "is missing"),
            ("/auth", ["kind": "query", "name": "key", "template": "fixed"], "auth.template", "names no variable"),
            ("/auth", ["kind": "header", "name": "Host", "template": "{DEMO_TOKEN}"], "auth.name", "transport"),
            ("/auth", ["kind": "basic", "password": "{DEMO_TOKEN"], "auth.password", "not closed"),
            ("/variables/DEMO_TOKEN/secret", false, "variables.DEMO_TOKEN.secret", "must be true"),
            ("/variables/DEMO_TOKEN/pattern", "(", "variables.DEMO_TOKEN.pattern", "regular expression"),
            ("/headers", ["Authorization": "x"], "headers.Authorization", "under auth"),
            ("/headers", ["X-A": "a\r\nX-B: c"], "headers.X-A", "no header can carry"),
            ("/probe/operation", "demo_post", "probe.operation", "changes something"),
            ("/probe/operation", "demo_none", "probe.operation", "there is no operation"),
            ("/probe/arguments", ["limit": "one"], "probe.arguments", "do not fit"),
            ("/operations/1/name", "demo_list", "operations[1].name", "is taken"),
            ("/operations/1/name", "a b", "operations[1].name", "matching"),
            ("/operations/1/path", "/items/{other}", "operations[1].path", "{other} is no argument"),
            ("/operations/1/path", "/items/../x", "operations[1].path", "dots"),
            ("/operations/1/path", "/items/{item.id", "operations[1].path", "not closed"),
            ("/operations/1/arguments/id/required", false, "operations[1].arguments.id.required", "no gaps"),
            ("/operations/1/tier", "slwo", "operations[1].tier", "did you mean slow?"),
            ("/operations/0/tier", "slow", "operations[0].tier", "no argument of this operation"),
            ("/operations/4/effect", "read", "operations[4].effect", "changes something"),
            ("/operations/0/arguments/limit/in", "body", "operations[0].body", "carries nothing"),
            ("/operations/0/arguments/limit/schema", ["type": "strin"], "operations[0].arguments.limit.schema", "type"),
            ("/operations/2/arguments/text/schema", ["use": "shrt"], "operations[2].arguments.text.schema", "short"),
            ("/operations/0/pagination/argument", "page", "operations[0].pagination.argument", "no argument"),
            (
                "/operations/0/pagination", ["kind": "link", "argument": "cursor"], "operations[0].pagination.query",
                "name"
            ),
            ("/operations/0/result/pick/nextCursor", "/a", "operations[0].result.pick.nextCursor", "pagination"),
            ("/operations/2/template", ["a": ["$argument": "txt"]], "operations[2].template", "txt is no argument"),
            ("/operations/2/template", ["a": ["$item": "x"]], "operations[2].template.a.$item", "no JSON pointer"),
            ("/errors/0", ["outcome": "tool_error"], "errors[0]", "fits every answer"),
            ("/errors/0", ["in": [1], "outcome": "tool_error"], "errors[0].pointer", "is missing"),
            ("/errors/0/outcome", "bad", "errors[0].outcome", "expected"),
            ("/success", ["equals": true], "success.pointer", "is missing"),
            ("/operationz", [], "operationz", "did you mean operations?"),
            ("/format", 2, "format", "expected 1"),
        ] as [(String, JSONValue, String, String)]
    )
    func faults(place: String, value: JSONValue, path: String, message: String) throws {
        let faults = Skill.faults(in: try DemoSkill.changed(place, value))
        let found = faults.contains { $0.path == path && $0.message.contains(message) }
        #expect(found, "\(faults)")
    }

    @Test("reports all faults at once")
    func allAtOnce() throws {
        var file = try DemoSkill.changed("/base/url", "ftp://x")
        file = JSONValue.object(
            JSONObject(
                (file.objectValue ?? [:]).map { ($0.key, $0.key == "auth" ? ["kind": "none", "nmae": "x"] : $0.value) }
            )
        )
        let faults = Skill.faults(in: file).map(\.path)
        #expect(faults.contains("base.url"))
        #expect(faults.contains("auth.nmae"))
    }

    @Test("says where a file stops being JSON")
    func notJSON() {
        let error = #expect(throws: SkillFaults.self) { try Skill(parsing: Array("{\"a\": }".utf8)) }
        #expect(error?.description == "the file is not JSON: a value is expected (byte 6)")
    }
}
