import JSON
import Testing

@testable import Recording

@Suite("What has changed in a list of tools")
struct ToolDriftTests {
    private static let schema: JSONValue = [
        "type": "object", "properties": ["a": ["type": "string", "enum": ["x", "y"]]], "required": ["a"],
    ]
    private static let old: [JSONValue] = [
        ["name": "one", "description": "First", "inputSchema": schema, "annotations": ["readOnlyHint": true]],
        ["name": "two", "inputSchema": ["type": "object"]],
    ]

    private static func changed(_ change: (inout JSONObject) -> Void) -> [JSONValue] {
        var tool = old[0].objectValue ?? [:]
        change(&tool)
        return [.object(tool), old[1]]
    }

    @Test("each change has its class and weight")
    func classes() {
        let narrowed: JSONValue = [
            "type": "object", "properties": ["a": ["type": "string", "enum": ["x"]]], "required": ["a"],
        ]
        let widened: JSONValue = [
            "type": "object", "properties": ["a": ["type": "string", "enum": ["x", "y", "z"]]], "required": ["a"],
        ]
        let rows: [([JSONValue], DriftClass, Bool)] = [
            ([Self.old[0]], .toolRemoved, true),
            (Self.old + [["name": "three", "inputSchema": ["type": "object"]]], .toolAdded, false),
            (Self.changed { $0["inputSchema"] = narrowed }, .inputNarrowed, true),
            (Self.changed { $0["inputSchema"] = widened }, .inputWidened, false),
            (Self.changed { $0["outputSchema"] = ["type": "object"] }, .outputNarrowed, false),
            (Self.changed { $0["description"] = "Other" }, .descriptionChanged, false),
            (Self.changed { $0["annotations"] = ["readOnlyHint": false] }, .annotationChanged, false),
            (Array(Self.old.reversed()), .orderChanged, false),
        ]
        for (new, kind, isBreaking) in rows {
            let drifts = ToolDrift.between(Self.old, new)
            #expect(drifts.map(\.kind) == [kind])
            #expect(drifts.map(\.isBreaking) == [isBreaking])
        }
        #expect(ToolDrift.between(Self.old, Self.old).isEmpty)
    }
}
