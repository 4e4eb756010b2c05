import JSON
import MCP
import Testing

@Suite("What a message must match")
struct WireSchemaLookupTests {
    @Test(
        "a request is found by method and direction",
        arguments: [
            ("initialize", .clientToServer, .november2025, .known(definition: "InitializeRequest")),
            ("initialize", .clientToServer, .july2026, .misplaced),
            ("initialize", .serverToClient, .june2025, .misplaced),
            ("server/discover", .clientToServer, .july2026, .known(definition: "DiscoverRequest")),
            ("server/discover", .clientToServer, .november2025, .misplaced),
            ("tools/call", .clientToServer, .november2024, .known(definition: "CallToolRequest")),
            ("ping", .serverToClient, .march2025, .known(definition: "PingRequest")),
            ("elicitation/create", .serverToClient, .june2025, .known(definition: "ElicitRequest")),
            ("elicitation/create", .serverToClient, .march2025, .misplaced),
            ("sampling/createMessage", .serverToClient, .july2026, .misplaced),
            ("tasks/get", .serverToClient, .november2025, .known(definition: "GetTaskRequest")),
            ("notifications/progress", .clientToServer, .june2025, .misplaced),
            ("com.example/extra", .clientToServer, .june2025, .unknown),
        ] as [(String, WireDirection, ProtocolRevision, WireLookup)]
    )
    func requests(method: String, direction: WireDirection, revision: ProtocolRevision, expected: WireLookup) {
        #expect(WireSchema.definition(ofRequest: method, sent: direction, in: revision) == expected)
    }

    @Test(
        "a notification is found by method and direction",
        arguments: [
            ("notifications/initialized", .clientToServer, .june2025, .known(definition: "InitializedNotification")),
            ("notifications/initialized", .serverToClient, .june2025, .misplaced),
            ("notifications/progress", .clientToServer, .november2025, .known(definition: "ProgressNotification")),
            ("notifications/progress", .clientToServer, .july2026, .misplaced),
            ("notifications/progress", .serverToClient, .july2026, .known(definition: "ProgressNotification")),
            ("notifications/roots/list_changed", .clientToServer, .july2026, .misplaced),
            ("tools/call", .clientToServer, .june2025, .misplaced),
        ] as [(String, WireDirection, ProtocolRevision, WireLookup)]
    )
    func notifications(method: String, direction: WireDirection, revision: ProtocolRevision, expected: WireLookup) {
        #expect(WireSchema.definition(ofNotification: method, sent: direction, in: revision) == expected)
    }

    @Test(
        "a result is found by the request that it answers, and by what it claims to be",
        arguments: [
            ("tools/call", .june2025, [:], "CallToolResult"),
            ("tools/call", .july2026, ["resultType": "complete"], "CallToolResult"),
            ("tools/call", .july2026, ["resultType": "input_required"], "InputRequiredResult"),
            ("tools/call", .november2025, ["resultType": "input_required"], "CallToolResult"),
            ("tools/call", .november2025, ["task": [:]], "CreateTaskResult"),
            ("tools/call", .july2026, ["task": [:]], "CallToolResult"),
            ("tools/list", .july2026, ["resultType": "input_required"], "ListToolsResult"),
            ("ping", .november2024, [:], "EmptyResult"),
        ] as [(String, ProtocolRevision, JSONValue, String)]
    )
    func results(method: String, revision: ProtocolRevision, result: JSONValue, expected: String) {
        let found = WireSchema.definition(ofResult: result, toRequest: method, sent: .clientToServer, in: revision)
        #expect(found == .known(definition: expected))
    }

    @Test(
        "an error response is found by its code",
        arguments: [
            (-32601, .june2025, "JSONRPCError"),
            (-32601, .july2026, "JSONRPCErrorResponse"),
            (nil, .november2025, "JSONRPCErrorResponse"),
            (-32042, .november2025, "URLElicitationRequiredError"),
            (-32042, .july2026, "JSONRPCErrorResponse"),
            (-32022, .july2026, "UnsupportedProtocolVersionError"),
        ] as [(Int?, ProtocolRevision, String)]
    )
    func errors(code: Int?, revision: ProtocolRevision, expected: String) {
        #expect(WireSchema.definition(ofErrorResponse: code, in: revision) == expected)
    }

    @Test("everything that a table names is in the document", arguments: ProtocolRevision.allCases)
    func tablesAgree(revision: ProtocolRevision) throws {
        let names = try #require(WireSchema.document(for: revision)["$defs"]?.objectValue).keys
        let messages: [JSONValue] = [
            ["method": "ping", "id": 1], ["method": "notifications/progress"], ["result": [:]], ["error": [:]], [:], [],
        ]
        let rules = messages.flatMap {
            WireSchema.expectation(of: $0, sent: .serverToClient, answering: "tools/call", in: revision).rules
        }
        #expect(Set(rules.map(\.definition)).subtracting(names) == [])
    }

    @Test(
        "a request must match its own definition, and its envelope while that is not included",
        arguments: [
            (.november2024, ["JSONRPCRequest", "CallToolRequest"]), (.june2025, ["JSONRPCRequest", "CallToolRequest"]),
            (.november2025, ["CallToolRequest"]), (.july2026, ["CallToolRequest"]),
        ] as [(ProtocolRevision, [String])]
    )
    func requestRules(revision: ProtocolRevision, rules: [String]) {
        let call: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": ["name": "add"]]
        let expectation = WireSchema.expectation(of: call, sent: .clientToServer, in: revision)
        #expect(described(expectation) == rules)
        #expect(expectation.method == .known(definition: "CallToolRequest"))
    }

    @Test("an extension must match its envelope only")
    func extensionRules() {
        let note: JSONValue = ["jsonrpc": "2.0", "method": "com.example/extra"]
        let expectation = WireSchema.expectation(of: note, sent: .serverToClient, in: .july2026)
        #expect(described(expectation) == ["JSONRPCNotification"])
        #expect(expectation.method == .unknown)
    }

    @Test("an answer must match its envelope, and its result the request's")
    func answerRules() {
        let answer: JSONValue = ["jsonrpc": "2.0", "id": 1, "result": ["resultType": "input_required"]]
        let expectation = WireSchema.expectation(
            of: answer,
            sent: .serverToClient,
            answering: "tools/call",
            in: .july2026
        )
        #expect(described(expectation) == ["JSONRPCResultResponse", "result: InputRequiredResult"])
    }

    @Test("an answer to nothing known must match its envelope only")
    func strayAnswer() {
        let answer: JSONValue = ["jsonrpc": "2.0", "id": 1, "result": [:]]
        let expectation = WireSchema.expectation(of: answer, sent: .serverToClient, in: .june2025)
        #expect(described(expectation) == ["JSONRPCResponse"])
        #expect(expectation.method == nil)
    }

    @Test("what is no message at all is held against all of them", arguments: [[:], [], 1, ["id": 1]] as [JSONValue])
    func noMessage(value: JSONValue) {
        let expectation = WireSchema.expectation(of: value, sent: .serverToClient, in: .march2025)
        #expect(described(expectation) == ["JSONRPCMessage"])
    }

    private func described(_ expectation: WireExpectation) -> [String] {
        expectation.rules.map { rule in rule.member.map { "\($0): \(rule.definition)" } ?? rule.definition }
    }
}
