import JSON
import JSONSchema
import MCP
import Testing

@Suite("The schema of the tasks extension")
struct WireSchemaTaskExtensionTests {
    private static let working: JSONObject = [
        "taskId": "a", "status": "working", "createdAt": "2026-08-02T12:00:00Z",
        "lastUpdatedAt": "2026-08-02T12:00:00Z", "ttlMs": 1,
    ]

    private static func result(_ changes: JSONObject = [:], without member: String? = nil) -> JSONValue {
        var result = working
        result["resultType"] = "complete"
        for (key, value) in changes { result[key] = value }
        if let member { result[member] = nil }
        return ["jsonrpc": "2.0", "id": 1, "result": .object(result)]
    }

    private static func faults(_ message: JSONValue, answering request: String?) throws -> [String] {
        let schema = try JSONSchema(WireSchema.document(for: .july2026, withExtensions: true))
        let sent = WireDirection.serverToClient
        return WireSchema.expectation(of: message, sent: sent, answering: request, in: .july2026).rules
            .flatMap { rule -> [String] in
                guard let part = rule.part(of: message), let definition = schema.definition(named: rule.definition)
                else {
                    return ["\(rule.definition) is missing"]
                }
                return definition.validate(part).map { "\($0)" }
            }
    }

    private static let soundAnswers: [(String, JSONValue)] = [
        ("tasks/get", result()), ("tasks/get", result(["status": "completed", "result": [:]])),
        ("tools/call", result(["resultType": "task"])),
        ("tools/call", result(["resultType": "task", "ttlMs": .null])),
        ("tasks/cancel", ["jsonrpc": "2.0", "id": 1, "result": ["resultType": "complete"]]),
    ]

    @Test("sound answers fit", arguments: soundAnswers)
    func sound(request: String, message: JSONValue) throws {
        #expect(try Self.faults(message, answering: request) == [])
    }

    private static let brokenTwins: [(String, JSONValue)] = [
        ("tasks/get", result(["resultType": "task"])), ("tasks/get", result(["status": "completed"])),
        ("tasks/get", result(["status": "input_required"])), ("tasks/get", result(without: "ttlMs")),
        ("tasks/get", result(["ttlMs": 1.5])), ("tasks/get", result(["status": "failed", "error": [:]])),
        ("tools/call", result(["resultType": "task"], without: "taskId")),
        ("tasks/update", ["jsonrpc": "2.0", "id": 1, "result": ["resultType": "task"]]),
    ]

    @Test("broken twins of them do not", arguments: brokenTwins)
    func broken(request: String, message: JSONValue) throws {
        #expect(try Self.faults(message, answering: request) != [])
    }

    @Test("a notification tells the whole task")
    func notification() throws {
        var params = Self.working
        func message() -> JSONValue {
            ["jsonrpc": "2.0", "method": "notifications/tasks", "params": .object(params)]
        }
        #expect(try Self.faults(message(), answering: nil) == [])
        params["status"] = "failed"
        #expect(try Self.faults(message(), answering: nil) != [])
    }

    @Test("the schema of the revision itself stays without it")
    func apart() {
        let names = WireSchema.document(for: .july2026)["$defs"]?.objectValue?.map(\.key) ?? []
        #expect(!names.contains("GetTaskRequest") && !names.contains("Task"))
    }
}
