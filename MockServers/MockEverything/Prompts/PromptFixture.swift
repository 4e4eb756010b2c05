import JSON
import MCP

/// A prompt, and how it is filled in.
struct PromptFixture: Sendable {
    struct Argument: Sendable {
        let name: String
        let summary: String
        /// What it may be completed to.
        let candidates: [String]
    }

    let name: String
    let summary: String
    /// All of them required.
    let arguments: [Argument]
    /// The first revision that can carry what it needs.
    let since: ProtocolRevision
    let behaviour: FixtureBehaviour

    init(
        _ name: String,
        _ summary: String,
        arguments: [Argument] = [],
        since: ProtocolRevision = .november2024,
        behaviour: FixtureBehaviour
    ) {
        self.name = name
        self.summary = summary
        self.arguments = arguments
        self.since = since
        self.behaviour = behaviour
    }

    /// As it is listed.
    var json: JSONValue {
        var object: JSONObject = ["name": .string(name), "description": .string(summary)]
        if !arguments.isEmpty {
            let list = arguments.map { argument -> JSONValue in
                ["name": .string(argument.name), "description": .string(argument.summary), "required": true]
            }
            object["arguments"] = .array(list)
        }
        return .object(object)
    }

    /// A result of messages that all come from the user.
    static func messages(_ contents: JSONValue...) -> JSONObject {
        ["messages": .array(contents.map { ["role": "user", "content": $0] })]
    }
}
