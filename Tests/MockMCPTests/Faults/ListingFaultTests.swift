import JSON
import MockMCP
import Testing

@Suite("Faults of the tool list")
struct ListingFaultTests {
    private static let all = ["echo", "add", "clock", "slow", "fail", "note"]

    @Test(
        "change the names that are listed",
        arguments: [
            ("duplicate-tool-names", all + ["echo"]), ("bad-tool-name=a b", all.dropLast() + ["a b"]),
            ("patch=/result/tools/0/name:other", ["other"] + all.dropFirst()), ("patch=/result/tools:[]", []),
        ]
    )
    func names(fault: String, expected: [String]) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        #expect(talk.ask("tools/list").toolNames == expected)
    }

    @Test(
        "change the last tool's schemas",
        arguments: [
            ("missing-input-schema", "inputSchema", nil), ("input-schema-type", "inputSchema", ["type": "string"]),
            (
                "invalid-input-schema", "inputSchema",
                ["type": "object", "properties": ["city": ["type": "string", "minLength": "three"]]]
            ),
            ("invalid-output-schema", "outputSchema", ["type": "object", "properties": ["sum": ["type": "nombre"]]]),
        ] as [(String, String, JSONValue?)]
    )
    func schemas(fault: String, member: String, expected: JSONValue?) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        let tools = talk.ask("tools/list").message["result"]?["tools"]?.arrayValue ?? []
        #expect(tools.count == 6)
        #expect(tools.last?[member] == expected)
    }

    @Test(
        "unstable-order lists the same tools in another order, list-churn lists more each time",
        arguments: [
            ("unstable-order", [all, Array(all[1...] + all[..<1])]),
            ("list-churn", [all, all + ["fresh_0"]]),
        ]
    )
    func instability(fault: String, expected: [[String]]) throws {
        var talk = try Talk(faults: fault)
        talk.open()
        #expect([talk.ask("tools/list").toolNames, talk.ask("tools/list").toolNames] == expected)
    }

    @Test(
        "endless-pages gives new cursors for ever, looping-cursor the same one",
        arguments: [
            ("endless-pages", 20), ("looping-cursor", 1),
        ]
    )
    func endless(fault: String, different: Int) throws {
        var talk = try Talk(faults: fault, server: .sample.listing(pageSize: 6))
        talk.open()
        var cursors: Set<JSONValue> = []
        var reply = talk.ask("tools/list")
        #expect(reply.toolNames == Self.all)
        for _ in 0..<20 {
            let cursor = try #require(reply.message["result"]?["nextCursor"])
            cursors.insert(cursor)
            reply = talk.ask("tools/list", ["cursor": cursor])
            #expect(reply.toolNames == [])
        }
        #expect(cursors.count == different)
    }

    @Test("accepts-any-cursor starts again at a cursor it never gave")
    func anyCursor() throws {
        var talk = try Talk(faults: "accepts-any-cursor")
        talk.open()
        #expect(talk.ask("tools/list", ["cursor": "nonsense"]).toolNames == Self.all)
    }

    @Test("list-error refuses to list")
    func refuses() throws {
        var talk = try Talk(faults: "list-error")
        talk.open()
        #expect(talk.ask("tools/list").message["error"]?["code"] == -32603)
    }
}
