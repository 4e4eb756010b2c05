package import JSON
package import Registry

/// An entry in the making: what the running server told, and what a person said about it.
package struct EntryDraft: Sendable {
    /// Small letters, digits and hyphens.
    package var id: String
    /// What people call it.
    package var name: String
    /// What agents do with it; nil until somebody says it.
    package var summary: String?
    /// How the server comes to run.
    package var server: IntegrationServer
    /// The variables that hold a credential; all of them are needed.
    package var credentials: [String] = []
    /// Other variables that the server was given.
    package var settings: [String] = []
    /// What the server lists.
    package var tools: [JSONValue]
    /// The call that proves it works.
    package var probe: Probe?
    /// What it does when something is wrong.
    package var reactions: [ReactionCause: ReactionDraft] = [:]
    /// What was run, for whoever asks where the facts come from.
    package var sources: [String] = []

    /// A draft of which only this is known.
    package init(id: String, name: String, server: IntegrationServer, tools: [JSONValue]) {
        self.id = id
        self.name = name
        self.server = server
        self.tools = tools
    }

    /// The entry as far as it is known.
    package var entry: Integration {
        var entry = Integration(id: id, name: name)
        entry.summary = summary
        entry.configSchema =
            credentials.map { ConfigField($0, required: true, secret: true) }
            + settings.map { ConfigField($0) }
        entry.auth = AuthScheme(credentials.isEmpty ? .none : .apiKey)
        entry.tools = tools.compactMap { facts($0) }
        entry.probe = probe
        var server = server
        for (cause, draft) in reactions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            server.reactions[cause] = [draft.reaction]
            server.authSignatures += [draft.signature].compactMap(\.self)
        }
        server.provenance = sources.isEmpty ? nil : Provenance(.ran, sources: sources)
        entry.servers = [server]
        entry.provenance = sources.isEmpty ? nil : Provenance(.ran, sources: sources)
        return entry
    }

    /// Names and arguments only: what a tool does is to be said in words of our own.
    private func facts(_ tool: JSONValue) -> ToolFacts? {
        guard let name = tool["name"]?.stringValue else { return nil }
        let schema = tool["inputSchema"]
        let required = (schema?["required"]?.arrayValue ?? []).compactMap(\.stringValue)
        let names = (schema?["properties"]?.objectValue ?? [:]).map(\.key)
        // A probe that a person chose reads, whatever the server leaves unsaid.
        let isReadOnly = tool["annotations"]?["readOnlyHint"]?.boolValue
        return ToolFacts(
            name,
            required: required,
            optional: names.filter { !required.contains($0) },
            readOnly: isReadOnly
        )
    }

    /// A name for people made of any name: `mcp-server-time` gives `Time`.
    package static func title(from name: String) -> String {
        guard !name.contains(" ") else { return name }
        return identifier(from: name).split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    /// An id made of any name: `@acme/mcp-server-time` gives `time`.
    package static func identifier(from name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        var words = last.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
            .split(separator: "-").map { String($0) }
        let noise: Set = ["mcp", "server", "the"]
        let telling = words.filter { !noise.contains($0) }
        if !telling.isEmpty { words = telling }
        return words.isEmpty ? "server" : words.joined(separator: "-")
    }
}
