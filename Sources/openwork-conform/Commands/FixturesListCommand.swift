import ArgumentParser
import Fixtures
import MCPConnection
import Recording
import Registry

/// `fixtures list`: which servers were seen, which are only read about, and what is missing.
struct FixturesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the fixtures of the registry's servers with their provenance.",
        discussion: """
            One line for each server: R for recorded, D for documented, - for none, in the order handshake, \
            handshake+tools, probe-ok, credential-missing, credential-wrong.
            """
    )

    @Argument(help: ArgumentHelp("Integrations of the registry; all without one.", valueName: "id"))
    var ids: [String] = []

    @OptionGroup var place: FixturesOptions

    func run() async throws {
        var lines: [String] = []
        var counts: [String: Int] = [:]
        for integration in try place.integrations(ids.isEmpty ? nil : ids) {
            for server in integration.servers {
                let words = try FixtureDocumentation.kinds.map { kind in
                    let path = place.path(kind, integration, server)
                    return try FixtureDestination(path: path).existing()?.header.provenance.word ?? "none"
                }
                for word in words { counts[word, default: 0] += 1 }
                let marks = words.map { $0 == "recorded" ? "R" : $0 == "documented" ? "D" : "-" }.joined()
                lines.append("\(marks)  \(integration.id)/\(server.id)")
            }
        }
        let total = ["recorded", "documented", "none"].map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
        Terminal(environment: inheritedEnvironment()).print((lines + [total]).joined(separator: "\n") + "\n")
    }
}
