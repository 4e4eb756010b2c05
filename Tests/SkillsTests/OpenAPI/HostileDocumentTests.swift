import JSON
import MCP
@testable import Skills
import Testing

@Suite("A hostile OpenAPI document", .timeLimit(.minutes(2)))
struct HostileDocumentTests {
    private func document(_ schema: JSONValue, components: JSONObject = [:]) -> JSONValue {
        [
            "openapi": "3.1.0", "servers": [["url": "https://x.example"]],
            "paths": [
                "/good": ["get": ["operationId": "good"]],
                "/bad": [
                    "post": [
                        "operationId": "bad",
                        "requestBody": ["content": ["application/json": ["schema": schema]], "required": true],
                    ]
                ],
            ],
            "components": ["schemas": .object(components)],
        ]
    }

    private func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    @Test("loses the operation that cannot be taken, and no other")
    func skipped() throws {
        var deep: JSONValue = ["type": "string"]
        for _ in 0..<80 { deep = ["type": "array", "items": deep] }
        var wide: JSONObject = [:]
        for level in 0..<12 {
            let next = reference("L\(level + 1)")
            wide["L\(level)"] = ["type": "object", "properties": ["a": next, "b": next, "c": next]]
        }
        wide["L12"] = ["type": "string"]
        let cases: [(JSONValue, String)] = [
            (document(deep), "nested deeper"),
            (document(reference("L0"), components: wide), "more than 4000 parts"),
            (document(reference("None")), "leads nowhere"),
            (document(["$ref": "https://evil.example/schema.json"]), "nothing is fetched"),
            (document(["$ref": "file:///etc/passwd"]), "nothing is fetched"),
        ]
        for (document, reason) in cases {
            let imported = try OpenAPIImport.skill(from: document, OpenAPIOptions(id: "x"))
            #expect(try Skill(json: imported.file).tools.map(\.name) == ["x_good"])
            #expect(imported.skipped.count == 1)
            #expect(imported.skipped.first?.message.contains(reason) == true, "\(imported.skipped)")
        }
    }

    @Test("cuts schemas that contain themselves")
    func cycles() throws {
        let components: JSONObject = [
            "A": ["type": "object", "properties": ["b": reference("B")]],
            "B": ["anyOf": [reference("A"), reference("B")]],
        ]
        let imported = try OpenAPIImport.skill(
            from: document(reference("A"), components: components),
            OpenAPIOptions(id: "x")
        )
        #expect(try Skill(json: imported.file).tools.map(\.name) == ["x_good", "x_bad"])
    }

    @Test("follows no circle of references elsewhere")
    func circle() throws {
        var document = document([:]).objectValue ?? [:]
        document["paths"] = [
            "/good": ["get": [:]],
            "/bad": ["get": ["parameters": [["$ref": "#/components/parameters/P"]]]],
        ]
        document["components"] = ["parameters": ["P": ["$ref": "#/components/parameters/P"]]]
        let imported = try OpenAPIImport.skill(from: .object(document), OpenAPIOptions(id: "x"))
        #expect(imported.skipped.map(\.message) == ["its references lead in a circle"])
    }

    @Test("is refused when its YAML multiplies itself")
    func aliases() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1..<30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let error = #expect(throws: SkillFaults.self) {
            try OpenAPIImport.skill(from: Array(text.utf8), OpenAPIOptions(id: "x"))
        }
        #expect(error?.description.contains("aliases") == true)
    }

    @Test("is refused when it is nested without end", arguments: ["[", "{a: ", "- "])
    func nesting(opening: String) {
        let text = "openapi: 3.1.0\nx: " + (opening == "- " ? "\n" : "") + String(repeating: opening, count: 100_000)
        #expect(throws: SkillFaults.self) {
            try OpenAPIImport.skill(from: Array(text.utf8), OpenAPIOptions(id: "x"))
        }
    }

    @Test("gives every tool a name of its own, short enough")
    func names() throws {
        var paths: JSONObject = [:]
        for number in 0..<3 {
            let id = String(repeating: "long name ", count: 20) + (number == 0 ? "x" : "y")
            paths["/p\(number)"] = ["get": ["operationId": .string(id)]]
        }
        paths["/q"] = ["get": ["operationId": "äöü"]]
        paths["/r"] = ["get": ["operationId": "€€€"]]
        var document = document([:]).objectValue ?? [:]
        document["paths"] = .object(paths)
        let skill = try Skill(json: OpenAPIImport.skill(from: .object(document), OpenAPIOptions(id: "my-api")).file)
        let names = skill.tools.map(\.name)
        #expect(Set(names).count == 5)
        #expect(names.allSatisfy { $0.utf8.count <= 64 && $0.hasPrefix("my_api_") })
    }
}
