package import JSON
package import MCP

/// What a call does when it has become a task; its result or error is what the call would have been answered with.
package typealias TaskWork = @Sendable (TaskControl) async throws(ErrorObject) -> JSONObject

/// What the work of a task can do beside ending; cancelled with the task.
package struct TaskControl: Sendable {
    /// The id that the client knows the task by.
    package let id: String

    let capabilities: ClientCapabilities
    let host: TaskHost

    /// Says something about the state, for people; nil takes back what was said.
    package func say(_ message: String?) {
        host.handle { $0.say(message, of: id) }
    }

    /// Asks the client, and waits until everything is answered; several may ask at once.
    /// - Returns: the answers by the keys of the questions.
    /// - Throws: an error for the client when it did not declare what it would have to do.
    package func ask(
        _ questions: [InputRequiredResult.InputRequest]
    ) async throws(ErrorObject) -> [String: JSONObject] {
        var missing = JSONObject()
        for question in questions where !capabilities.allow(serverRequest: question.method) {
            let name = question.method.prefix { $0 != "/" }
            missing[String(name)] = [:]
        }
        guard missing.isEmpty else { throw .missingClientCapability(ClientCapabilities(missing)) }
        guard let answers = await host.ask(questions, of: id) else {
            throw ErrorObject(.internalError, "The task ended before it was answered")
        }
        return answers
    }

    /// Lets time pass on the host's clock; returns at once when the task is no longer wanted.
    package func pause(_ duration: Duration) async {
        await host.pause(duration)
    }
}
