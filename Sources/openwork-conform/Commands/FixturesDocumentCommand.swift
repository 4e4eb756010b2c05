import ArgumentParser
import Conformance
import Fixtures
import Glibc
import MCPConnection
import Recording
import Registry

/// `fixtures document`: fixtures of servers that cannot be run here, made from the facts of their entries.
struct FixturesDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Make fixtures of servers that cannot be run here, from the facts of their entries.",
        discussion: """
            A mock plays each server from its entry, and the conversation is written down with the provenance \
            'documented' and the entry's sources. The same facts give the same file, whose date stays as it is; a \
            recorded fixture is left alone.

              openwork-conform fixtures document notion stripe
              openwork-conform fixtures document --all
              openwork-conform fixtures document --all --check    ends with 1 where a file would change
            """
    )

    @Argument(help: ArgumentHelp("Integrations of the registry.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "Every integration of the registry.")
    var all = false

    @Flag(help: "Write nothing: say what would change, and end with 1 if anything would.")
    var check = false

    @OptionGroup var place: FixturesOptions

    func validate() throws {
        if all, !ids.isEmpty { throw ValidationError("--all means every integration: leave the ids out") }
        if !all, ids.isEmpty { throw ValidationError("name integrations, or say --all") }
    }

    func run() async throws {
        let integrations = try place.integrations(all ? nil : ids)
        let day = CalendarDay(secondsSinceEpoch: time(nil))
        var counts: [FixtureFiling.Result: Int] = [:]
        for integration in integrations {
            for server in integration.servers {
                let documentation = FixtureDocumentation(integration, server: server)
                for kind in FixtureDocumentation.kinds {
                    let filing = FixtureFiling(path: place.path(kind, integration, server), isTrial: check)
                    guard let fixture = documentation.fixture(kind, on: day) else {
                        let result = try filing.withoutFacts()
                        counts[result, default: 0] += 1
                        if result == .impossible, let why = documentation.obstacle(to: kind) {
                            say("\(integration.id)/\(server.id): no \(kind.rawValue): \(why)")
                        }
                        continue
                    }
                    let result = try filing.file(fixture)
                    counts[result, default: 0] += 1
                    if result == .written { say((check ? "would change: " : "") + filing.path) }
                }
            }
        }
        let results = FixtureFiling.Result.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
        Terminal(environment: inheritedEnvironment()).print(results.joined(separator: ", ") + "\n")
        if check, counts[.written] != nil { throw ExitCode(RunExitCode.failed.rawValue) }
    }
}
