import JSON
import MCP
import Testing

@Suite("What is said of a task")
struct TaskDetailsTests {
    private static let task: JSONObject = [
        "taskId": "a", "status": "working", "createdAt": "2026-08-02T12:00:00Z",
        "lastUpdatedAt": "2026-08-02T12:00:00Z", "ttlMs": .null,
    ]

    private static func task(_ status: String, _ more: JSONObject = [:]) -> JSONValue {
        var task = task
        task["status"] = .string(status)
        for (key, value) in more { task[key] = value }
        return .object(task)
    }

    @Test("every state is read with what belongs to it, and written as it was")
    func states() throws {
        let states: [JSONValue] = [
            Self.task("working", ["pollIntervalMs": 5, "statusMessage": "x"]),
            Self.task("input_required", ["inputRequests": ["k": ["method": "roots/list"]]]),
            Self.task("completed", ["result": ["content": []]]),
            Self.task("failed", ["error": ["code": -32603, "message": "m"]]),
            Self.task("cancelled"),
        ]
        for state in states {
            #expect(.object(try TaskDetails(json: state).json) == state)
        }
    }

    @Test(
        "what lacks what its state needs is refused",
        arguments: [
            task("input_required"), task("completed"), task("failed"), task("failed", ["error": "x"]),
            task("sleeping"), task("completed", ["result": []]), task("working", ["createdAt": 1]),
        ]
    )
    func refused(json: JSONValue) {
        #expect(throws: ShapeError.self) { try TaskDetails(json: json) }
    }
}
