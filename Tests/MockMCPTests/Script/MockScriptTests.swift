import JSON
import MockMCP
import Testing

@Suite("A script")
struct MockScriptTests {
    @Test("says the same as the server that wrote it")
    func roundTrip() throws {
        let server = MockServer("full", version: "2.0", title: "Full")
            .speaking(.legacy)
            .instructing("Ask.")
            .declaring("logging")
            .listing(pageSize: 2)
            .offering(
                MockTool("a").taking("city", .string).answering(.error(code: -32000, message: "no", data: [1])),
                MockTool("b").answering(.result(["content": []])).after(.milliseconds(250), progressSteps: 3),
                MockTool("c").returning(schema: ["type": "object"]).readOnly().answering(.structured(["x": "{{/y}}"]))
            )
            .changing(MockChange(after: .time(.seconds(2)), adding: [MockTool("d")], removing: ["a"]))
            .notifying(MockNotification("notifications/message", ["level": "info", "data": 1], at: .call))
        let failing = try server.failing("latency=2s", "patch=/result/tools/0/name:\"x, y\"", seed: 9)
        let again = try MockServer(script: failing.script.text(.pretty))
        #expect(again.script == failing.script)
        #expect(again.writtenFaults == ["latency=2s", "patch=/result/tools/0/name:\"x, y\""])
    }

    @Test("of the built-in server is the built-in server")
    func sample() throws {
        #expect(try MockServer(script: MockServer.sample.script).script == MockServer.sample.script)
    }

    @Test(
        "that is wrong is told where and how to put it right",
        arguments: [
            (#"{"tool": []}"#, ["tool is not known: did you mean tools?"]),
            (
                #"{"revisions": "2025"}"#,
                [
                    #"revisions is "2025": write one of dual, legacy, modern, 2024-11-05, 2025-03-26, 2025-06-18, "#
                        + "2025-11-25, 2026-07-28, or a list of dates"
                ]
            ),
            (#"{"pageSize": 0}"#, ["pageSize is the number 0: write a whole number from 1 to 1000000"]),
            (#"{"tools": {}}"#, ["tools is an object: write a list in square brackets"]),
            (
                #"{"tools": [{}]}"#,
                [
                    "tools[0].name is missing: write the name of the tool, 1 to 128 letters, digits, _, - and ."
                ]
            ),
            (
                #"{"tools": [{"name": "a b"}]}"#,
                [
                    #"tools[0].name is "a b": write the name of the tool, 1 to 128 letters, digits, _, - and ."#
                ]
            ),
            (
                #"{"tools": [{"name": "a"}, {"name": "a"}]}"#,
                [
                    #"tools[1].name is "a" a second time: rename it, or use the fault duplicate-tool-names"#
                ]
            ),
            (
                #"{"tools": [{"name": "a", "inputSchema": {"type": "string"}}]}"#,
                [
                    "tools[0].inputSchema.type is not \"object\": arguments are always an object "
                        + "(the fault input-schema-type breaks this)"
                ]
            ),
            (
                #"{"tools": [{"name": "a", "answer": {"txt": "x"}}]}"#,
                [
                    "tools[0].answer.txt is not known: did you mean text?",
                    "tools[0].answer has 0 answers: give one of text, structured, result, failure, error",
                ]
            ),
            (
                #"{"tools": [{"name": "a", "answer": {"error": {"code": "x"}}}]}"#,
                [
                    #"tools[0].answer.error.code is "x": write a whole number, for example -32603"#,
                    "tools[0].answer.error.message is missing: write a text in quotes",
                ]
            ),
            (
                #"{"tools": [{"name": "a", "delay": "2", "annotations": {"readOnly": true}}]}"#,
                [
                    "tools[0].annotations.readOnly is not known: did you mean readOnlyHint?",
                    #"tools[0].delay is "2": write a time with its unit, for example "500ms" or "2s""#,
                ]
            ),
            (
                #"{"changes": [{"remove": ["a"]}]}"#,
                [
                    "changes[0] has 0 moments: give one of afterCalls, afterListings, afterTime"
                ]
            ),
            (
                #"{"notifications": [{"method": "ping"}]}"#,
                [
                    #"notifications[0].method is "ping": write a method that begins with notifications/"#
                ]
            ),
            (
                #"{"faults": ["latncy=2s", 7]}"#,
                [
                    "faults[0] is \"latncy=2s\": there is no fault 'latncy'; did you mean 'latency'? "
                        + "(openwork-mock --list-faults names all)",
                    "faults[1] is the number 7: write a fault, for example \"latency=2s\"",
                ]
            ),
            ("[]", ["is a list: write an object"]),
            ("{\n  \"name\": }", ["line 2 is not JSON: a value is expected (byte 12)"]),
            (
                #"{"nme": 1, "seed": -1}"#,
                [
                    "nme is not known: did you mean name?",
                    "seed is the number -1: write a whole number from 0 to \(Int.max)",
                ]
            ),
        ] as [(String, [String])]
    )
    func problems(script: String, expected: [String]) {
        let error = #expect(throws: MockScriptError.self) { try MockServer(script: script) }
        #expect(error?.problems.map(\.description) == expected)
    }
}
