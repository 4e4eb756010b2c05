package import JSON

/// The names of the tasks of 2025-11-25, where the client decides that a call becomes one: an experiment of that revision.
///
/// Methods that the extension has as well are named there: `tasks/get` and `tasks/cancel`.
package enum LegacyTasks {
    /// Waits for the end of a task and gives what its call would have been answered with.
    package static let result = "tasks/result"
    /// Lists the tasks of the caller.
    package static let list = "tasks/list"
    /// In `_meta`, the task that a message belongs to.
    package static let relatedTask = "io.modelcontextprotocol/related-task"

    /// What a server declares that runs calls of tools as tasks, lists them and lets them be cancelled.
    package static let serverCapability: JSONObject = [
        "list": [:], "cancel": [:], "requests": ["tools": ["call": [:]]],
    ]

    /// All its methods.
    package static let methods: Set<String> = [TaskExtension.get, TaskExtension.cancel, result, list]

    /// What ties a message to a task.
    package static func relation(to id: String) -> JSONObject {
        [relatedTask: ["taskId": .string(id)]]
    }
}
