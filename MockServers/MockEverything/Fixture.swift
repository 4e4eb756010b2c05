import JSON
import MCP
import MCPConnection

/// How a tool or a prompt answers.
enum FixtureBehaviour: Sendable {
    /// At once, perhaps with reports on the way.
    case answer(@Sendable (FixtureUse) async throws(ErrorObject) -> JSONObject)
    /// After asking the client, in the way of its era.
    case dialogue(@Sendable (FixtureUse, Dialogue) throws(ErrorObject) -> DialogueStep)
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
