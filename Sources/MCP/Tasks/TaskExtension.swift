import JSON

/// The names of the extension by which a server answers a call with a task, to be asked after later.
package enum TaskExtension {
    /// Declared by both sides, in the modern era only.
    package static let name = "io.modelcontextprotocol/tasks"
    /// What an answer that is a task calls itself.
    package static let resultType = "task"
    /// Asks how a task is doing.
    package static let get = "tasks/get"
    /// Brings a task what it asked for.
    package static let update = "tasks/update"
    /// Says that a task is no longer wanted.
    package static let cancel = "tasks/cancel"
    /// Tells a subscriber how a task is doing.
    package static let notification = "notifications/tasks"

    /// The requests about tasks that a client may make.
    package static let methods: Set<String> = [get, update, cancel]

    /// What a client has to declare for any of it.
    package static let required = ClientCapabilities(["extensions": [name: [:]]])

    /// What a server has to be told, so that it refuses clients which do not declare the extension.
    package static let requirements = Dictionary(uniqueKeysWithValues: methods.map { ($0, required) })

    /// Whether a request may be answered with a task.
    package static func mayAnswer(_ method: String) -> Bool { method == "tools/call" }
}

extension ClientCapabilities {
    /// Whether a modern server may answer with a task.
    package var supportsTasks: Bool { settings(ofExtension: TaskExtension.name) != nil }
}
