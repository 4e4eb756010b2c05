import JSON

/// The tools that somebody looked at and approved, server by server: the file `openwork.lock.json`.
package struct ToolLock: Sendable, Hashable {
    /// The word at the top of the file.
    package static let format = "openwork-lock/1"
    /// The usual name of the file.
    package static let fileName = "openwork.lock.json"

    /// The approved tools of one server.
    package struct Server: Sendable, Hashable {
        /// How the server was reached, without anything secret; for people.
        package var source: String
        /// The day of the approval, as YYYY-MM-DD.
        package var lockedAt: String
        /// What the credential was allowed to do; nil when nobody said.
        package var scopes: [String]?
        /// The tools, by name.
        package var tools: [ToolPin]

        /// Approves what a server lists.
        package init(source: String, lockedAt: String, scopes: [String]? = nil, tools: [ToolPin]) {
            self.source = source
            self.lockedAt = lockedAt
            self.scopes = scopes
            self.tools = tools.sorted { $0.name < $1.name }
        }
    }

    /// By the name that the server has in this file.
    package var servers: [String: Server]

    /// A lock with these servers.
    package init(servers: [String: Server] = [:]) {
        self.servers = servers
    }

    /// The text of the file: pretty, with sorted keys, so that a change of one tool is a change of few lines.
    package var text: String { json.text(.pretty) + "\n" }

    private var json: JSONValue {
        let servers = servers.sorted { $0.key < $1.key }.map { name, server in (name, Self.json(server)) }
        return ["format": .string(Self.format), "servers": .object(JSONObject(servers))]
    }

    private static func json(_ server: Server) -> JSONValue {
        var object: JSONObject = ["source": .string(server.source), "lockedAt": .string(server.lockedAt)]
        object["scopes"] = server.scopes.map { .array($0.sorted().map { .string($0) }) }
        let tools = server.tools.map { pin in
            (pin.name, ["hash": .string(pin.hash), "definition": sorted(pin.definition)] as JSONValue)
        }
        object["tools"] = .object(JSONObject(tools))
        return .object(object)
    }

    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(JSONObject(object.map { ($0.key, sorted($0.value)) }.sorted { $0.0 < $1.0 }))
        case .array(let elements): .array(elements.map(sorted))
        default: value
        }
    }
}
