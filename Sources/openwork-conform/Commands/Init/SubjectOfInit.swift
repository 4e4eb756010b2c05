import Conformance
import Fixtures
import JSON
import MCP
import MCPConnection
import Registry
import Scaffolding

/// What can be known of a server without asking: from the flags, the command, and what it says of itself.
struct SubjectOfInit: Sendable {
    private let options: InitOptions
    private let server: FixtureServerOptions
    private let package: InitPackage?
    private let info: JSONValue?

    init(_ options: InitOptions, _ server: FixtureServerOptions, _ package: InitPackage?, _ info: JSONValue?) {
        self.options = options
        self.server = server
        self.package = package
        self.info = info
    }

    /// What somebody would probably call it.
    var suggestedName: String {
        if let package = packaged?.package { return package }
        let ownName = info?["title"]?.stringValue ?? info?["name"]?.stringValue
        return ownName ?? server.command.first?.split(separator: "/").last.map(String.init) ?? "server"
    }

    /// The draft, with values of variables in the command line replaced by their names.
    func draft(_ answers: Interview.Answers, tools: [JSONValue], values: [String: String]) -> EntryDraft {
        var draft = EntryDraft(
            id: answers.id ?? EntryDraft.identifier(from: suggestedName),
            name: answers.name ?? suggestedName,
            server: entryServer(values),
            tools: tools
        )
        draft.summary = (answers.summary ?? "").isEmpty ? nil : answers.summary
        draft.credentials = answers.credentials ?? []
        draft.settings = values.keys.filter { !draft.credentials.contains($0) }.sorted()
        let version = info?["version"]?.stringValue.map { " \($0)" } ?? ""
        draft.sources = ["a run of \(info?["name"]?.stringValue ?? suggestedName)\(version)"]
        return draft
    }

    private var packaged: IntegrationServer? {
        if let package = options.package {
            var server = InitOptions.server(ofPackage: package)
            server?.constraints = options.constraints
            return server
        }
        let words = server.command.filter { $0 != "-y" && $0 != "--yes" }
        guard words.count > 1 else { return nil }
        switch words[0].split(separator: "/").last {
        case "npx": return InitOptions.server(ofPackage: "npm:" + words[1])
        case "uvx": return InitOptions.server(ofPackage: "pypi:" + words[1].replacing("==", with: "@"))
        default: return nil
        }
    }

    private func entryServer(_ values: [String: String]) -> IntegrationServer {
        func named(_ text: String) -> String {
            values.sorted { $0.value.count > $1.value.count }.reduce(text) { text, variable in
                variable.value.isEmpty ? text : text.replacing(variable.value, with: "${\(variable.key)}")
            }
        }
        if let url = server.url {
            var remote = IntegrationServer(.remote, url: named(url))
            for field in InitHeaders.fields(server) { remote.headers[field.name] = named(field.value) }
            return remote
        }
        if let package {
            var server = package.server
            server.arguments = server.arguments.map(named)
            return server
        }
        let program = server.command[0].split(separator: "/").last.map(String.init) ?? server.command[0]
        guard var packaged else {
            var command = IntegrationServer(.command)
            command.executable = program
            command.arguments = server.command.dropFirst().map(named)
            return command
        }
        let isRunner = program == "npx" || program == "uvx"
        let skipped = isRunner ? (server.command.firstIndex { $0.hasPrefix(packaged.package ?? "") } ?? 0) + 1 : 1
        packaged.arguments = server.command.dropFirst(skipped).map(named)
        let plain = packaged.package?.split(separator: "/").last.map(String.init)
        if !isRunner, program != plain { packaged.executable = program }
        return packaged
    }
}
