import JSON
import MCP
import MCPConnection

/// How a tool or a prompt answers.
enum FixtureBehaviour: Sendable {
    /// At once, perhaps with reports on the way.
    case answer(@Sendable (FixtureUse) async throws(ErrorObject) -> JSONObject)
    /// After asking the client, in the way of its era.
    case dialogue(@Sendable (FixtureUse, Dialogue) throws(ErrorObject) -> DialogueStep)
    /// As a task, or within the call where there are no tasks; then nothing controls it.
    case task(@Sendable (FixtureUse, TaskControl?) async throws(ErrorObject) -> JSONObject)
}

/// One use of a tool or a prompt.
struct FixtureUse: Sendable {
    let arguments: JSONObject
    let call: ServerCall
    let connection: EverythingConnection

    /// A text argument, empty when it is missing.
    func text(_ argument: String) -> String {
        arguments[argument]?.stringValue ?? ""
    }

    /// Sends a log message, where the client wants it.
    func log(_ level: LoggingLevel, _ text: String) async {
        await connection.log(level, .string(text), during: call)
    }
}
