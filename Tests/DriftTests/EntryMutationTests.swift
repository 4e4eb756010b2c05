import Drift
import Fixtures
import Foundation
import JSON
import Registry
import TestSupport
import Testing

/// For every shipped entry: what its servers list, changed by machine in one place, is classified for what it is.
@Suite("Mechanical changes to the lists of all entries")
struct EntryMutationTests {
    static let ids: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: SourceTree.registry + "/Catalogue")) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    private static func tools(of id: String) throws -> [JSONValue] {
        let file = SourceTree.fixtures + "/\(id)/handshake+tools.jsonl"
        let fixture = try Fixture(parsing: try String(contentsOfFile: file, encoding: .utf8))
        return try #require(CueBook(fixture).tools)
    }

    private static func kinds(_ old: [JSONValue], _ new: [JSONValue]) -> [String] {
        SampleTools.compare(old, new).findings.map { "\($0.kind.rawValue) \($0.subject) \($0.isBreaking)" }
    }

    @Test("there are as many as the catalogue has")
    func all() { #expect(Self.ids.count == 49) }

    @Test("a list is no different from itself, in pages and in any order of members", arguments: ids)
    func itself(_ id: String) throws {
        let tools = try Self.tools(of: id)
        let respelled = try tools.map { try JSONValue(parsing: $0.text(.canonical)) }
        #expect(Self.kinds(tools, respelled) == [])
    }

    @Test("a tool that is gone, or new", arguments: ids)
    func toolRemoved(_ id: String) throws {
        let tools = try Self.tools(of: id)
        for (index, tool) in tools.enumerated() {
            var fewer = tools
            fewer.remove(at: index)
            let name = tool["name"]?.stringValue ?? ""
            #expect(Self.kinds(tools, fewer) == ["tool_removed \(name) true"])
            #expect(Self.kinds(fewer, tools) == ["tool_added \(name) false"])
        }
    }

    @Test("an argument that has to be given now, or no longer", arguments: ids)
    func argumentRequired(_ id: String) throws {
        try Self.eachTool(of: id) { tool, name in
            var schema = tool["inputSchema"]?.objectValue ?? [:]
            var properties = schema["properties"]?.objectValue ?? [:]
            properties["made_up_argument"] = ["type": "string"]
            schema["properties"] = .object(properties)
            schema["required"] = .array((schema["required"]?.arrayValue ?? []) + ["made_up_argument"])
            let changed = try tool.setting(JSONPointer(tokens: ["inputSchema"]), to: .object(schema))
            #expect(Self.kinds([tool], [changed]) == ["input_narrowed \(name) true"])
            // A schema that describes nothing says nothing about what it ignores.
            if tool["inputSchema"]?["properties"] != nil {
                #expect(Self.kinds([changed], [tool]).contains("input_narrowed \(name) true"))
            }
        }
    }

    @Test("a value that an argument no longer takes, or takes now", arguments: ids)
    func enumValue(_ id: String) throws {
        try Self.eachProperty(of: id) { tool, name, property in
            let place = JSONPointer(tokens: ["inputSchema", "properties", property, "enum"])
            var values = tool[place]?.arrayValue ?? []
            // Where an argument takes anything of its type, it gets values to choose from first.
            if values.count < 2 { values = ["one", "two"] }
            let type = JSONPointer(tokens: ["inputSchema", "properties", property])
            let more = try tool.setting(type, to: ["enum": .array(values)])
            let less = try tool.setting(type, to: ["enum": .array(values.dropLast())])
            #expect(Self.kinds([more], [less]) == ["input_narrowed \(name) true"])
            #expect(Self.kinds([less], [more]) == ["input_widened \(name) false"])
        }
    }

    @Test("an argument with another name", arguments: ids)
    func renamed(_ id: String) throws {
        try Self.eachProperty(of: id) { tool, name, property in
            let properties = (tool["inputSchema"]?["properties"]?.objectValue ?? [:]).map { key, value in
                (key == property ? "renamed_argument" : key, value)
            }
            let required = (tool["inputSchema"]?["required"]?.arrayValue ?? []).map { value in
                value == .string(property) ? "renamed_argument" : value
            }
            var changed = try tool.setting(
                JSONPointer(tokens: ["inputSchema", "properties"]),
                to: .object(JSONObject(properties))
            )
            changed = try changed.setting(JSONPointer(tokens: ["inputSchema", "required"]), to: .array(required))
            let kinds = Self.kinds([tool], [changed])
            #expect(kinds.first == "input_narrowed \(name) true", "\(property): \(kinds)")
        }
    }

    @Test("another description, of the tool and of an argument", arguments: ids)
    func description(_ id: String) throws {
        try Self.eachTool(of: id) { tool, name in
            let changed = try tool.setting(JSONPointer(tokens: ["description"]), to: "Something else.")
            #expect(Self.kinds([tool], [changed]) == ["description_changed \(name) false"])
        }
        try Self.eachProperty(of: id) { tool, name, property in
            let place = JSONPointer(tokens: ["inputSchema", "properties", property, "description"])
            let changed = try tool.setting(place, to: "Something else.")
            #expect(Self.kinds([tool], [changed]) == ["description_changed \(name) false"])
        }
    }

    @Test("what an entry claims is what its servers list, and a lost claim shows", arguments: ids)
    func entry(_ id: String) throws {
        let text = try String(contentsOfFile: SourceTree.registry + "/Catalogue/\(id).json", encoding: .utf8)
        let entry = try Integration(json: try JSONValue(parsing: text))
        let server = try #require(entry.preferredServer)
        let claimed = ToolListing(entry, server: server)
        let listed = ToolListing(definitions: try Self.tools(of: id))
        let report = ToolComparison.compare(claimed, listed)
        #expect(!report.findings.contains { $0.kind == .toolRemoved }, "\(report.text())")
        var less = listed
        let lost = try #require(less.tools.first { claimed[$0.name]?.leaveOff == nil && claimed[$0.name] != nil })
        less.tools.removeAll { $0.name == lost.name }
        let removed = ToolComparison.compare(claimed, less).findings.filter { $0.kind == .toolRemoved }
        #expect(removed.map(\.subject) == [lost.name])
    }

    private static func eachTool(of id: String, _ body: (JSONValue, String) throws -> Void) throws {
        for tool in try tools(of: id) { try body(tool, tool["name"]?.stringValue ?? "") }
    }

    private static func eachProperty(of id: String, _ body: (JSONValue, String, String) throws -> Void) throws {
        try eachTool(of: id) { tool, name in
            // Only what stands at the top: behind a reference, the same words are about another place.
            for (property, value) in tool["inputSchema"]?["properties"]?.objectValue ?? [:]
            where value.objectValue != nil {
                try body(tool, name, property)
            }
        }
    }
}
