import JSON
import MCP
import Testing

/// A server that breaks one rule about tasks, and the scenario that has to find it.
struct TaskTwin: Sendable, CustomTestStringConvertible {
    let scenario: String
    let fault: String
    let change: @Sendable (JSONValue) -> JSONValue

    var testDescription: String { "\(scenario) ← \(fault)" }

    /// Changes the results that have the given members with the given values; a nil value stands for any.
    private static func results(
        _ wanted: [String: JSONValue?],
        _ change: @escaping @Sendable (inout JSONObject) -> Void
    ) -> @Sendable (JSONValue) -> JSONValue {
        { message in
            guard var object = message.objectValue, var result = object["result"]?.objectValue,
                wanted.allSatisfy({ key, value in result[key].map { value == nil || $0 == value } ?? false })
            else { return message }
            change(&result)
            object["result"] = .object(result)
            return .object(object)
        }
    }

    private static func code(_ code: JSONValue, instead: JSONValue) -> @Sendable (JSONValue) -> JSONValue {
        { message in
            guard var object = message.objectValue, var error = object["error"]?.objectValue, error["code"] == code
            else { return message }
            error["code"] = instead
            object["error"] = .object(error)
            return .object(object)
        }
    }

    static let all = [
        TaskTwin(
            scenario: "tasks-lifecycle",
            fault: "calls a task completed that failed",
            change: results(["status": "failed"]) { $0["status"] = "completed" }
        ),
        TaskTwin(
            scenario: "tasks-lifecycle",
            fault: "forgets what a call came to",
            change: results(["status": "completed"]) { $0["result"] = nil }
        ),
        TaskTwin(
            scenario: "tasks-lifecycle",
            fault: "answers with an ordinary result that has an id",
            change: results(["resultType": "task"]) { $0["resultType"] = "complete" }
        ),
        TaskTwin(
            scenario: "tasks-wire-fields",
            fault: "names its times as the revision before did",
            change: results(["ttlMs": nil]) { result in
                result["ttl"] = result["ttlMs"]
                result["ttlMs"] = nil
            }
        ),
        TaskTwin(
            scenario: "tasks-request-state-removal",
            fault: "gives a state to bring back",
            change: results(["taskId": nil]) { $0["requestState"] = "state" }
        ),
        TaskTwin(
            scenario: "tasks-mrtr-input",
            fault: "waits for input and does not say for which",
            change: results(["status": "input_required"]) { $0["inputRequests"] = [:] }
        ),
        TaskTwin(
            scenario: "tasks-dispatch-and-envelope",
            fault: "calls an answer about a task a task",
            change: results(["taskId": nil]) { $0["resultType"] = "task" }
        ),
        TaskTwin(
            scenario: "tasks-required-task-error",
            fault: "calls what the client lacks a wrong parameter",
            change: code(-32021, instead: -32602)
        ),
        TaskTwin(
            scenario: "tasks-capability-negotiation",
            fault: "does not know a method that the client may not use",
            change: code(-32021, instead: -32601)
        ),
        TaskTwin(
            scenario: "tasks-mrtr-composition",
            fault: "asks and starts a task at once",
            change: results(["resultType": "input_required"]) { $0["taskId"] = "t" }
        ),
    ]
}
