import JSON
import MockMCP
import Testing

@Suite("An answer")
struct MockAnswerTests {
    @Test(
        "fills expressions about the arguments in",
        arguments: [
            (.text("Sunny in {{/city}}."), "Sunny in Rome."),
            (.text("{{/days}} days"), "3 days"),
            (.text("{{arguments}}"), #"{"city":"Rome","days":3,"deep":{"a":[1,2]}}"#),
            (.text("{{/deep/a/1}}"), "2"),
            (.text("{{/nothing}}"), "null"),
            (.text("{{sum /days /deep/a/0}}"), "4"),
            (.text("open {{ end"), "open {{ end"),
            (
                .structured(["n": "{{/days}}", "t": "{{/days}}!", "all": ["{{/city}}"]]),
                #"{"n":3,"t":"3!","all":["Rome"]}"#
            ),
        ] as [(MockAnswer, String)]
    )
    func templates(answer: MockAnswer, expected: String) {
        let server = MockServer("x").offering(MockTool("t").taking(schema: ["type": "object"]).answering(answer))
        var talk = Talk(server)
        talk.open()
        let arguments: JSONValue = ["city": "Rome", "days": 3, "deep": ["a": [1, 2]]]
        let result = talk.ask("tools/call", ["name": "t", "arguments": arguments]).message["result"]
        #expect(result?["content"]?[0]?["text"]?.stringValue == expected)
    }

    @Test("can be a function of the arguments")
    func computed() {
        let tool = MockTool("twice").taking("n", .integer).answering { arguments in
            arguments["n"] == 0 ? .failure("zero") : .text("\((arguments["n"]?.intValue ?? 0) * 2)")
        }
        var talk = Talk(MockServer("x").offering(tool))
        talk.open()
        let call = { (number: JSONValue) -> JSONObject in ["name": "twice", "arguments": ["n": number]] }
        #expect(talk.ask("tools/call", call(4)).message["result"]?["content"]?[0]?["text"] == "8")
        #expect(talk.ask("tools/call", call(0)).message["result"]?["isError"] == true)
    }

    @Test("can be an error, or any result word for word")
    func errorsAndResults() {
        var talk = Talk(
            MockServer("x").offering(
                MockTool("e").answering(.error(code: -32050, message: "over quota", data: ["retry": 5])),
                MockTool("r").answering(.result(["content": [], "extra": true]))
            )
        )
        talk.open()
        let error: JSONValue = ["code": -32050, "message": "over quota", "data": ["retry": 5]]
        #expect(talk.ask("tools/call", ["name": "e"]).message["error"] == error)
        #expect(talk.ask("tools/call", ["name": "r"]).message["result"] == ["content": [], "extra": true])
    }

    @Test(
        "is not given to arguments that the schema forbids",
        arguments: [
            ([:], "city is missing"), (["city": 1], "city is not of type string"),
            (["city": "a", "x": 1], "x is not an argument of this tool"),
            (["city": "a", "days": 1.5], "days is not of type integer"),
        ] as [(JSONValue, String)]
    )
    func arguments(arguments: JSONValue, fault: String) {
        let tool = MockTool("t").taking("city", .string).taking(optional: "days", .integer)
        var talk = Talk(MockServer("x").offering(tool))
        talk.open()
        let result = talk.ask("tools/call", ["name": "t", "arguments": arguments]).message["result"]
        #expect(result?["content"]?[0]?["text"]?.stringValue == "Invalid arguments: \(fault)")
    }
}
