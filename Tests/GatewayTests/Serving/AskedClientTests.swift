@testable import Gateway
import JSON
import MCP
import Testing

@Suite("What a client can be asked")
struct AskedClientTests {
    private static let all = ClientCapabilities([
        "roots": ["listChanged": true], "sampling": [:], "elicitation": ["form": [:], "url": [:]], "tasks": [:],
        "extensions": [TaskExtension.name: [:], "com.example/x": [:]],
    ])

    private static func form(_ type: JSONValue) -> JSONObject {
        ["message": "?", "requestedSchema": ["type": "object", "properties": ["a": ["type": type]]]]
    }

    @Test("an integration is told what the client declared, without what is not passed on")
    func capabilities() {
        let modern = AskedClient(Self.all, in: .july2026).capabilities.object
        #expect(modern["tasks"] == nil && modern["extensions"] == ["com.example/x": [:]])
        #expect(modern["elicitation"] == ["form": [:], "url": [:]])
        let old = AskedClient(Self.all, in: .march2025).capabilities.object
        #expect(old["elicitation"] == nil && old["roots"] == [:] && old["sampling"] == [:])
    }

    @Test("nobody is asked what the client did not declare, or its revision does not have")
    func refusals() {
        let rows: [(String, JSONObject?, ClientCapabilities, ProtocolRevision, Bool)] = [
            ("roots/list", nil, Self.all, .november2024, true),
            ("roots/list", nil, .none, .july2026, false),
            ("elicitation/create", Self.form("string"), Self.all, .june2025, true),
            ("elicitation/create", Self.form("array"), Self.all, .june2025, false),
            ("elicitation/create", Self.form("array"), Self.all, .november2025, true),
            ("elicitation/create", Self.form("string"), Self.all, .march2025, false),
            ("elicitation/create", ["mode": "url"], Self.all, .july2026, true),
            ("elicitation/create", ["mode": "url"], ClientCapabilities(["elicitation": [:]]), .july2026, false),
            (
                "elicitation/create", Self.form("string"), ClientCapabilities(["elicitation": ["url": [:]]]), .july2026,
                false
            ),
        ]
        for (method, params, declared, revision, isAsked) in rows {
            let request = Request(id: 1, method: method, params: params)
            let refusal = AskedClient(declared, in: revision).refusal(of: request)
            #expect((refusal == nil) == isAsked, "\(method) \(revision)")
        }
    }
}
