import JSON
import JSONSchema
import MCP
import Testing

@Suite("Messages held against the wire schema")
struct WireSchemaValidationTests {
    private static let all = ProtocolRevision.allCases

    @Test("every document compiles, and each of its definitions can be asked", arguments: all)
    func compiles(revision: ProtocolRevision) throws {
        let document = WireSchema.document(for: revision)
        let schema = try JSONSchema(document)
        for name in try #require(document["$defs"]?.objectValue).keys {
            #expect(schema.definition(named: name) != nil, "\(name)")
        }
    }

    @Test("a tool result without content is invalid", arguments: all)
    func resultNeedsContent(revision: ProtocolRevision) throws {
        let violations = try violations(of: ["resultType": "complete"], "CallToolResult", revision)
        #expect(violations.count == 1)
    }

    @Test(
        "structured content is an object, since July 2026 anything; before June 2025 nobody knows it",
        arguments: zip(all, [true, true, false, false, true])
    )
    func structuredContent(revision: ProtocolRevision, isValid: Bool) throws {
        let result: JSONValue = ["content": [], "structuredContent": 5, "resultType": "complete"]
        #expect(try violations(of: result, "CallToolResult", revision).isEmpty == isValid)
    }

    @Test("audio came in March 2025", arguments: zip(all, [false, true, true, true, true]))
    func audio(revision: ProtocolRevision, isValid: Bool) throws {
        let audio: JSONValue = ["type": "audio", "data": "UklGRg==", "mimeType": "audio/wav"]
        let message: JSONValue = ["role": "user", "content": audio]
        #expect(try violations(of: message, "PromptMessage", revision).isEmpty == isValid)
    }

    @Test(
        "a request names its revision in each request since July 2026",
        arguments: zip(all, [true, true, true, true, false])
    )
    func requestMetadata(revision: ProtocolRevision, isValid: Bool) throws {
        let call: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": ["name": "add"]]
        #expect(try violations(of: call, sent: .clientToServer, in: revision).isEmpty == isValid)
    }

    @Test("a batch is a message in March 2025 only", arguments: zip(all, [false, true, false, false, false]))
    func batch(revision: ProtocolRevision, isValid: Bool) throws {
        let batch: JSONValue = [["jsonrpc": "2.0", "method": "notifications/initialized"]]
        #expect(try violations(of: batch, sent: .clientToServer, in: revision).isEmpty == isValid)
    }

    @Test(
        "an error without identity is a message since November 2025",
        arguments: zip(all, [false, false, false, true, true])
    )
    func errorWithoutIdentity(revision: ProtocolRevision, isValid: Bool) throws {
        let error: JSONValue = ["jsonrpc": "2.0", "error": ["code": -32700, "message": "no JSON"]]
        #expect(try violations(of: error, sent: .serverToClient, in: revision).isEmpty == isValid)
    }

    @Test("a violation names the place in the result")
    func blame() throws {
        let answer: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "result": ["content": [["type": "text", "text": 5]]],
        ]
        let violations = try violations(
            of: answer,
            sent: .serverToClient,
            answering: "tools/call",
            in: .november2024
        )
        #expect(violations == ["CallToolResult /content/0"])
    }

    private func violations(of value: JSONValue, _ name: String, _ revision: ProtocolRevision) throws
        -> [SchemaViolation]
    {
        let schema = try JSONSchema(WireSchema.document(for: revision))
        return try #require(schema.definition(named: name)).validate(value)
    }

    /// What is wrong with a whole message, each as "definition place".
    private func violations(
        of message: JSONValue,
        sent direction: WireDirection,
        answering request: String? = nil,
        in revision: ProtocolRevision
    ) throws -> [String] {
        let expectation = WireSchema.expectation(of: message, sent: direction, answering: request, in: revision)
        return try expectation.rules.flatMap { rule in
            let part = try #require(rule.part(of: message))
            return try violations(of: part, rule.definition, revision).map {
                "\(rule.definition) \($0.instancePath.text)"
            }
        }
    }
}
