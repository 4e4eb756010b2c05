import JSON
package import Registry

/// The page about an integration, for people: made from its entry, to be filled in by hand.
package struct EntryPage: Sendable {
    private let entry: Integration

    /// Takes what the entry says.
    package init(_ entry: Integration) {
        self.entry = entry
    }

    /// The page as Markdown.
    package var markdown: String {
        var parts = [
            "# \(entry.name)", entry.summary ?? "_Say here in two sentences what agents do with \(entry.name)._",
        ]
        if let server = entry.preferredServer { parts += ["## The server", self.server(server)] }
        parts += ["## What to configure", configuration]
        parts += ["## Tools", tools]
        parts += ["## The probe", probe]
        parts += ["## Check it", check]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func server(_ server: IntegrationServer) -> String {
        let version = server.version.map { " \($0)" } ?? ""
        switch server.kind {
        case .remote: return "Remote: <\(server.url ?? "")>"
        case .command:
            let words = [server.executable ?? ""] + server.arguments
            return "A program that has to be there: `\(words.joined(separator: " "))`"
        default: return "The package `\(server.package ?? "")`\(version) from \(server.kind.rawValue)."
        }
    }

    private var configuration: String {
        guard !entry.configSchema.isEmpty else { return "Nothing." }
        let rows = entry.configSchema.map { field in
            "| `\(field.name)` | \(field.isRequired ? "yes" : "no") | \(field.isSecret ? "yes" : "no") "
                + "| \(field.summary ?? "_what it is, and where a user finds it_") |"
        }
        return (["| variable | required | secret | what it is |", "| --- | --- | --- | --- |"] + rows)
            .joined(separator: "\n")
    }

    private var tools: String {
        let rows = entry.tools.map { tool in
            let arguments = (tool.required ?? []).map { "`\($0)`" } + (tool.optional ?? []).map { "`\($0)`?" }
            let reads = tool.isReadOnly.map { $0 ? "reads" : "changes" } ?? ""
            return "| `\(tool.name)` | \(arguments.joined(separator: ", ")) | \(reads) |"
        }
        return (["| tool | arguments | |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
    }

    private var probe: String {
        guard let probe = entry.probe else { return "None is known yet." }
        let arguments = JSONValue.object(probe.arguments).text()
        let expect = probe.expect.isEmpty ? "" : " A good answer passes what `expect` in the entry asks of it."
        return "`\(probe.tool)` with `\(arguments)`: it changes nothing.\(expect)"
    }

    private var check: String {
        "```\nopenwork-conform lint \(entry.id).json\nopenwork-conform run \(entry.id) --overlay \(entry.id).json\n```"
    }
}
