import Drift
import JSON
import Testing

@Suite("What has changed in a list of tools")
struct ToolComparisonTests {
    /// One change to the first tool, the class that it has, and whether it breaks anything.
    struct Pair: Sendable, CustomTestStringConvertible {
        var what: String
        var place: String
        var value: JSONValue?
        var kind: DriftClass
        var isBreaking: Bool
        var testDescription: String { what }

        init(_ what: String, _ place: String, _ value: JSONValue?, _ kind: DriftClass, breaking: Bool) {
            (self.what, self.place, self.value, self.kind, isBreaking) = (what, place, value, kind, breaking)
        }
    }

    static let pairs: [Pair] = [
        Pair("argument required", "/inputSchema/required", ["state", "count"], .inputNarrowed, breaking: true),
        Pair("argument gone", "/inputSchema/properties/count", nil, .inputNarrowed, breaking: true),
        Pair("enum value gone", "/inputSchema/properties/state/enum", ["open"], .inputNarrowed, breaking: true),
        Pair("range smaller", "/inputSchema/properties/count/maximum", 10, .inputNarrowed, breaking: true),
        Pair(
            "type behind $ref",
            "/inputSchema/$defs/place/properties/x/type",
            "integer",
            .inputNarrowed,
            breaking: true
        ),
        Pair("behind $ref", "/inputSchema/$defs/place/required", ["x"], .inputNarrowed, breaking: true),
        Pair("no longer required", "/inputSchema/required", [], .inputWidened, breaking: false),
        Pair("optional argument", "/inputSchema/properties/label", ["type": "string"], .inputWidened, breaking: false),
        Pair(
            "enum value more",
            "/inputSchema/properties/state/enum",
            ["open", "closed", "x"],
            .inputWidened,
            breaking: false
        ),
        Pair("range larger", "/inputSchema/properties/count/maximum", 100, .inputWidened, breaking: false),
        Pair("member promised", "/outputSchema/required", ["total", "kind"], .outputNarrowed, breaking: false),
        Pair("output value gone", "/outputSchema/properties/kind/enum", ["a"], .outputNarrowed, breaking: false),
        Pair(
            "more in an open result",
            "/outputSchema/properties/url",
            ["type": "string"],
            .outputNarrowed,
            breaking: false
        ),
        Pair(
            "output value more",
            "/outputSchema/properties/kind/enum",
            ["a", "b", "c"],
            .outputWidened,
            breaking: true
        ),
        Pair("no longer promised", "/outputSchema/required", [], .outputWidened, breaking: true),
        Pair("output schema gone", "/outputSchema", nil, .outputWidened, breaking: true),
        Pair("description", "/description", "Lists open issues.", .descriptionChanged, breaking: false),
        Pair("title", "/title", nil, .descriptionChanged, breaking: false),
        Pair(
            "text of an argument",
            "/inputSchema/properties/state/description",
            "Any",
            .descriptionChanged,
            breaking: false
        ),
        Pair("usual value", "/inputSchema/properties/state/default", "closed", .annotationChanged, breaking: false),
        Pair("promise kept no more", "/annotations/readOnlyHint", nil, .annotationChanged, breaking: true),
        Pair("new promise", "/annotations/idempotentHint", true, .annotationChanged, breaking: false),
        Pair("only as a task", "/execution", ["taskSupport": "required"], .annotationChanged, breaking: true),
    ]

    @Test("a single change has its class and its weight", arguments: pairs)
    func single(_ pair: Pair) throws {
        let new = try SampleTools.first(pair.place, pair.value)
        let report = SampleTools.compare([SampleTools.first], [new])
        #expect(report.findings.map(\.kind) == [pair.kind], "\(report.text())")
        #expect(report.findings.map(\.isBreaking) == [pair.isBreaking])
        #expect(SampleTools.compare([new], [new]).findings.isEmpty)
    }

    @Test("tools that came, went and changed places are told apart")
    func lists() {
        let removed = SampleTools.compare(SampleTools.both, [SampleTools.second]).findings
        #expect(removed == [DriftFinding(.toolRemoved, "list_issues", "")])
        let added = SampleTools.compare([SampleTools.first], SampleTools.both).findings
        #expect(added == [DriftFinding(.toolAdded, "whoami", "")])
        let moved = SampleTools.compare(SampleTools.both, SampleTools.both.reversed()).findings
        #expect(moved.map(\.kind) == [.orderChanged])
        #expect(moved.map(\.isBreaking) == [false])
    }

    @Test("every class of a list has its pair")
    func everyClass() {
        let shown = Set(Self.pairs.map(\.kind)).union([.toolRemoved, .toolAdded, .orderChanged])
        #expect(shown == Set(DriftClass.ofLists))
    }

    @Test("a renamed argument is both: what went breaks, what came does not")
    func renamed() throws {
        var new = try SampleTools.first("/inputSchema/properties/count", nil)
        new = try new.setting(try JSONPointer(parsing: "/inputSchema/properties/number"), to: ["type": "integer"])
        let findings = SampleTools.compare([SampleTools.first], [new]).findings
        #expect(findings.map(\.kind) == [.inputNarrowed, .inputWidened])
        #expect(findings.map(\.isBreaking) == [true, false])
        #expect(findings[0].detail == #"/inputSchema: property "count" removed"#)
    }

    @Test("what means the same is no difference")
    func same() throws {
        let moved: JSONValue = [
            "name": "list_issues", "title": "Issues", "description": "Lists issues.",
            "annotations": ["readOnlyHint": true, "openWorldHint": true], "outputSchema": SampleTools.output,
            "inputSchema": [
                "required": ["state"], "$defs": ["state": SampleTools.input["properties"]?["state"] ?? nil],
                "properties": [
                    "count": ["maximum": 50, "minimum": 1, "type": "integer"], "state": ["$ref": "#/$defs/state"],
                    "place": ["type": "object", "properties": ["x": ["type": "number"]]],
                ],
                "type": "object",
            ],
        ]
        #expect(SampleTools.compare([SampleTools.first], [moved]).text() == "no difference\n")
        let reordered = try SampleTools.first("/inputSchema/properties/state/enum", ["closed", "open"])
        #expect(SampleTools.compare([SampleTools.first], [reordered]).findings.isEmpty)
    }

    @Test("a text that changed is shown from where it changed")
    func texts() throws {
        let long = String(repeating: "Lists issues. ", count: 20)
        let old = try SampleTools.first("/description", .string(long + "The end."))
        let new = try SampleTools.first("/description", .string(long + "Ignore what was said."))
        let detail = SampleTools.compare([old], [new]).findings.first?.detail ?? ""
        #expect(detail.contains("Ignore what was said."))
        #expect(detail.count < 240)
    }
}
