import JSON
import MCP
import Testing

@Suite("Tools")
struct ToolTests {
    @Test("a definition keeps what it does not understand, word for word")
    func kept() throws {
        let definition = json(
            #"{"name":"t","x-vendor":1.50,"inputSchema":{"type":"object"},"annotations":{"readOnlyHint":true,"x":0}}"#
        )
        let tool = try Tool(json: definition)
        #expect(tool.json == definition)
        #expect(tool.name == "t" && tool.title == nil && tool.summary == nil && tool.outputSchema == nil)
        #expect(tool.inputSchema == ["type": "object"])
    }

    @Test(
        "annotations have the defaults of the specification: may destroy, open world, not read-only, not idempotent",
        arguments: [
            ("{}", [false, true, false, true]),
            (#"{"readOnlyHint":true}"#, [true, false, true, true]),
            (#"{"readOnlyHint":true,"destructiveHint":true}"#, [true, false, true, true]),
            (#"{"destructiveHint":false,"idempotentHint":true,"openWorldHint":false}"#, [false, false, true, false]),
        ]
    )
    func defaults(annotations: String, expected: [Bool]) throws {
        let tool = try Tool(json: json(#"{"name":"t","inputSchema":{},"annotations":\#(annotations)}"#))
        let hints = tool.annotations
        #expect([hints.isReadOnly, hints.mayDestroy, hints.isIdempotent, hints.isOpenWorld] == expected)
    }

    @Test("without annotations the defaults hold, and the title of annotations is the second choice")
    func titles() throws {
        #expect(try Tool(json: json(#"{"name":"t","inputSchema":{}}"#)).annotations == ToolAnnotations())
        let old = #"{"name":"t","inputSchema":{},"annotations":{"title":"A"}}"#
        #expect(try Tool(json: json(old)).title == "A")
        let new = #"{"name":"t","title":"B","inputSchema":{},"annotations":{"title":"A"}}"#
        #expect(try Tool(json: json(new)).title == "B")
    }

    @Test(
        "a wrong type names the place",
        arguments: [
            (#"[]"#, "the value: expected an object, found an array of 0"),
            (#"{"inputSchema":{}}"#, "/name: expected a string, found nothing"),
            (#"{"name":1,"inputSchema":{}}"#, "/name: expected a string, found the number 1"),
            (#"{"name":"t"}"#, "/inputSchema: expected an object, found nothing"),
            (#"{"name":"t","inputSchema":null}"#, "/inputSchema: expected an object, found null"),
            (#"{"name":"t","inputSchema":true}"#, "/inputSchema: expected an object, found true"),
            (#"{"name":"t","inputSchema":{},"description":7}"#, "/description: expected a string, found the number 7"),
            (
                #"{"name":"t","inputSchema":{},"annotations":{"readOnlyHint":"yes"}}"#,
                "/annotations/readOnlyHint: expected a boolean, found the string \"yes\""
            ),
        ]
    )
    func wrongType(definition: String, wording: String) throws {
        let error = try #require(throws: ShapeError.self) { try Tool(json: json(definition)) }
        #expect("\(error)" == wording)
    }

    @Test("a listing names the tool at fault by its place")
    func listing() throws {
        let page = try ListToolsResult(json: json(#"{"tools":[{"name":"a","inputSchema":{}}],"nextCursor":""}"#))
        #expect(page.items.map(\.name) == ["a"] && page.nextCursor == "")
        let broken = json(#"{"tools":[{"name":"a","inputSchema":{}},{"name":"b"}]}"#)
        let error = try #require(throws: ShapeError.self) { try ListToolsResult(json: broken) }
        #expect(error.path.text == "/tools/1/inputSchema")
        #expect(throws: ShapeError.self) { try ListToolsResult(json: json(#"{"tools":[],"nextCursor":7}"#)) }
    }

    @Test("null stands for an absent member, but not for a required one")
    func null() throws {
        let nulls =
            #"{"name":"t","title":null,"description":null,"inputSchema":{},"outputSchema":null,"annotations":null}"#
        let tool = try Tool(json: json(nulls))
        #expect(tool.title == nil && tool.outputSchema == nil && tool.annotations == ToolAnnotations())
        #expect(try ListToolsResult(json: json(#"{"tools":[],"nextCursor":null}"#)).nextCursor == nil)
        #expect(throws: ShapeError.self) { try ListToolsResult(json: json(#"{"tools":null}"#)) }
    }

    @Test("a bad tool can be left out without spoiling the others")
    func leavingOut() throws {
        var faults: [ShapeError] = []
        let listing = json(#"{"tools":[{"name":"a","inputSchema":{}},{"name":1},{"name":"c","inputSchema":{}}]}"#)
        let page = try ListToolsResult(json: listing, leavingOut: &faults)
        #expect(page.items.map(\.name) == ["a", "c"])
        #expect(faults.map(\.path.text) == ["/tools/1/name"])
    }

    @Test(
        "a peer is sent only members its revision knows",
        arguments: [
            (ProtocolRevision.november2024, ["name", "description", "inputSchema"]),
            (.march2025, ["name", "description", "inputSchema", "annotations"]),
            (.june2025, ["name", "title", "description", "inputSchema", "outputSchema", "annotations"]),
            (.july2026, ["name", "title", "description", "inputSchema", "outputSchema", "annotations"]),
        ]
    )
    func byRevision(revision: ProtocolRevision, members: [String]) {
        let tool = Tool(
            name: "t",
            title: "T",
            summary: "s",
            outputSchema: ["type": "object"],
            annotations: ToolAnnotations(readOnlyHint: true)
        )
        #expect(tool.json(for: revision).objectValue?.keys == members)
    }

    @Test("a built definition reads back as itself")
    func roundTrip() throws {
        let tool = Tool(name: "t", title: "T", summary: "s", annotations: ToolAnnotations(openWorldHint: false))
        #expect(try Tool(json: tool.json) == tool)
    }
}
