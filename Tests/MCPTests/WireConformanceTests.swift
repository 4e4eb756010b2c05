import JSON
import JSONSchema
import MCP
import Testing

@Suite("Both sessions keep to the wire schema")
struct WireConformanceTests {
    @Test(
        "every message of a whole conversation is valid in its revision",
        arguments: ProtocolRevision.allCases,
        [RevisionOffer.all, .legacy, .modern]
    )
    func conversation(revision: ProtocolRevision, offer: RevisionOffer) throws {
        guard offer.contains(revision) else { return }
        let connection = try talk(offer, .only(revision))
        #expect(connection.wire.count >= 12)
        #expect(try faults(connection.wire, in: revision) == [])
    }

    @Test("refusals are valid messages too", arguments: ProtocolRevision.allCases)
    func refusals(revision: ProtocolRevision) throws {
        var session = ServerSession.ready(revision)
        let unknownVersion = ServerSession.request(.july2026, "tools/list").replacing("2026-07-28", with: "1900-01-01")
        let lines = [
            ServerSession.request(revision, "no/such"), #"{"jsonrpc":"2.0","id":1,"method":7}"#,
            #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":[]}"#, unknownVersion,
        ]
        let sent = lines.flatMap { session.received($0).sent }.filter { $0["error"] != nil }
        #expect(sent.count >= 3)
        #expect(try faults(sent.map { (.serverToClient, $0) }, in: revision) == [])
    }

    /// A conversation with everything a session says by itself.
    private func talk(_ client: RevisionOffer, _ server: RevisionOffer) throws -> Connection {
        let capabilities = ClientCapabilities(["roots": [:], "elicitation": [:]])
        var connection = Connection(client: .testing(client, capabilities: capabilities), server: .testing(server))
        connection.open()
        let list = connection.request("tools/list")
        connection.answer(list, with: ["tools": [Tool(name: "t", title: "T").json(for: try revision(connection))]])
        let options = RequestOptions(wantsProgress: true, logLevel: .info)
        let (call, actions) = connection.client.request("tools/call", params: ["name": "t"], options: options)
        connection.perform(actions)
        connection.perform(connection.server.progress(of: call, 1, total: 2))
        let message = LogMessage(level: .info, data: "working").notification
        connection.perform(connection.server.notify(message, during: call))
        connection.answer(call, with: CallToolResult(content: [.text("done")]).json)
        let refused = connection.request("tools/call", params: ["name": "u"])
        connection.perform(connection.server.respond(to: refused, with: ErrorObject.invalidParams("no tool u")))
        let given = connection.request("tools/call", params: ["name": "t"])
        connection.perform(connection.client.cancel(given, reason: "enough"))
        let (asked, question) = connection.server.request("roots/list")
        connection.perform(question)
        connection.perform(connection.client.respond(to: asked, with: .success(["roots": []])))
        connection.perform(connection.server.request("ping").1)
        return connection
    }

    private func revision(_ connection: Connection) throws -> ProtocolRevision {
        try #require(connection.client.revision)
    }

    /// What is wrong, each as "definition place in message".
    private func faults(
        _ wire: [(direction: WireDirection, message: JSONValue)],
        in revision: ProtocolRevision
    ) throws -> [String] {
        var asked: [String: String] = [:]
        return try wire.flatMap { direction, message in
            let key = "\(direction) \(message["id"] ?? nil)"
            if let method = message["method"]?.stringValue { asked[key] = method }
            let answering = asked["\(direction.opposite) \(message["id"] ?? nil)"]
            // A probe is written in the modern revision, whatever the server speaks.
            let written = message["method"] == "server/discover" ? ProtocolRevision.july2026 : revision
            let expected = WireSchema.expectation(of: message, sent: direction, answering: answering, in: written)
            let schema = try JSONSchema(WireSchema.document(for: written))
            return try expected.rules.flatMap { rule in
                let part = try #require(rule.part(of: message))
                let definition = try #require(schema.definition(named: rule.definition))
                return definition.validate(part).map { "\(rule.definition) \($0.instancePath.text) in \(message)" }
            }
        }
    }
}
