import JSON
import Registry
import RegistryLint
import TestSupport
import Testing

@Suite struct RegistryLintTests {
    @Test(
        "gives every rule a name of its own, a sentence, and an example that breaks it",
        arguments: RegistryLint.rules.map(\.id)
    )
    func rules(id: String) {
        let rules = RegistryLint.rules.filter { $0.id == id }
        #expect(rules.count == 1)
        #expect(id.hasPrefix("REG-"))
        #expect(rules.allSatisfy { $0.summary.hasSuffix(".") })
        #expect(BrokenExample.all.contains { $0.rule == id })
    }

    @Test("finds nothing in a sound entry")
    func sound() throws {
        let entry = try Integration(json: .object(BrokenExample.sound))
        #expect(RegistryLint.faults(of: entry).flatMap(\.faults) == [])
    }

    @Test("finds just what is broken, and where", arguments: BrokenExample.all)
    func broken(example: BrokenExample) throws {
        let entry = try Integration(json: example.json)
        let found = RegistryLint.faults(of: entry)
        #expect(found.map(\.rule.id) == [example.rule])
        let faults = found.flatMap(\.faults).map { "\($0.pointer.fieldPath) \($0.fault)" }
        #expect(faults == example.faults)
    }

    @Test("is content with every shipped entry", arguments: ShippedFiles(folder: SourceTree.registry).ids())
    func catalogue(id: String) throws {
        let entry = try #require(try ShippedFiles(folder: SourceTree.registry).entry(id))
        let faults = RegistryLint.faults(of: entry).filter { $0.rule.severity(entry) == .error }
        #expect(faults.flatMap(\.faults).map(\.description) == [])
    }

    @Test("believes a probe that vouches for its call of a tool that can do anything")
    func vouched() throws {
        let example = BrokenExample(
            "none",
            [
                "probe": [
                    "tool": "run", "arguments": ["name": "delete_all"], "readOnly": true, "expect": ["contains": "x"],
                ]
            ]
        )
        #expect(RegistryLint.faults(of: try Integration(json: example.json)).flatMap(\.faults) == [])
    }

    @Test("lets the short form pass with no more than warnings")
    func shortForm() throws {
        let text = """
            { "id": "my-tool", "name": "My Custom Tool", "npmPackage": "my-mcp-server",
              "configSchema": { "MY_TOOL": { "type": "string", "required": true, "description": "A name" } },
              "tools": ["my_tool_action_1", "my_tool_action_2"] }
            """
        let document = RegistryDocument(file: "user.json", bytes: Array(text.utf8), .integrations)
        let faults = RegistryLint.faults(in: RegistrySnapshot(catalogue: [], userEntries: [document]))
        #expect(faults.map(\.severity) == [.warning])
        #expect(faults.map(\.rule) == ["REG-VERSION"])
    }

    @Test("sorts what it finds by file and line, with what could not be read")
    func order() {
        let text = """
            [{"id": "b", "name": "B",
              "servers": [{"kind": "remote", "url": "http://example.com"}]},
             {"id": "a", "tier": 3}]
            """
        let document = RegistryDocument(file: "user.json", bytes: Array(text.utf8), .integrations)
        let faults = RegistryLint.faults(in: RegistrySnapshot(catalogue: [], userEntries: [document]))
        #expect(
            faults.map { "\($0.line):\($0.column) \($0.rule)" } == [
                "2:34 REG-ADDRESS", "3:2 REG-FORM", "3:14 REG-FORM",
            ]
        )
    }
}
