package import JSON

/// What one client has to be told so that it finds the tools of a role.
package struct ClientReport: Sendable, Hashable {
    /// Such as `claude-code`.
    package var client: String
    /// What people call it.
    package var name: String
    /// The file into which the text belongs.
    package var file: String
    /// What stands in the file then, beside everything else.
    package var text: String
    /// A command of the client that does the same; nil where it has none.
    package var command: String?
    /// What makes the client read its file again.
    package var renewal: String

    /// A client without a command unless there is one.
    package init(client: String, name: String, file: String, text: String, command: String? = nil, renewal: String) {
        self.client = client
        self.name = name
        self.file = file
        self.text = text
        self.command = command
        self.renewal = renewal
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "client": .string(client), "name": .string(name), "file": .string(file), "text": .string(text),
            "command": JSONValue(command), "renewal": .string(renewal),
        ]
    }
}
