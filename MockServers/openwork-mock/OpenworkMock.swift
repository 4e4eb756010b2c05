import ArgumentParser
import JSON
import MockMCP

/// The command: a pretended MCP server on this process's standard streams.
@main
struct OpenworkMock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openwork-mock",
        abstract: "A pretended MCP server on stdin and stdout, sound or broken in just the way you ask for.",
        discussion: """
            Point any MCP client at it. Without a script it offers a few tools in every \
            revision of the protocol.

            A sound server of both eras, and one of a single revision:
              openwork-mock
              openwork-mock --revision 2025-06-18

            One that is slow, and one that dies in the middle of a line:
              openwork-mock --fault latency=2s
              openwork-mock --fault crash@byte=120

            Only calls of one tool are slow:
              openwork-mock --fault latency=5s,method=tools/call,tool=echo

            Two faults at once; the seed repeats what is random in them:
              openwork-mock --fault latency=0s,jitter=1s --fault list-churn --seed 7

            Any rule broken, by changing one place of what it sends:
              openwork-mock --fault patch=/result/tools/0/name:other

            Your own tools:
              openwork-mock --print-script > my.json
              openwork-mock --script my.json

            By hand:
              echo '{"jsonrpc":"2.0","id":1,"method":"ping"}' | openwork-mock

            Exit codes: 0 stdin was closed, 64 wrong usage, 65 a wrong script, and \
            whatever a fault asks for.
            """,
        version: "openwork-mock 0.1.0"
    )

    @Option(help: ArgumentHelp("The behaviour, from a JSON file.", valueName: "file"))
    var script: String?

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            "Something it does wrong: NAME, NAME=VALUE, NAME@KEY=VALUE,… May be repeated.",
            valueName: "fault"
        )
    )
    var faults: [String] = []

    @Option(
        help: ArgumentHelp("What it speaks: dual, legacy, modern, or one revision by its date.", valueName: "revision")
    )
    var revision: String?

    @Option(help: "For what is random in faults: the same seed gives the same session.")
    var seed: UInt64?

    @Flag(help: "Name every fault with its parameters and the rule that it breaks.")
    var listFaults = false

    @Flag(help: "Print the behaviour as a script, and end.")
    var printScript = false

    func validate() throws {
        let problems = faults.compactMap { written in
            do throws(MockFaultError) {
                _ = try FaultCatalogue.all.fault(writtenAs: written)
                return nil as String?
            } catch {
                return error.description
            }
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
        if let revision, MockRevisions(revision) == nil {
            throw ValidationError(
                "revision '\(revision)' is not spoken here: write one of \(MockRevisions.names.joined(separator: ", "))"
            )
        }
    }

    mutating func run() throws {
        if listFaults { return print(FaultListing(FaultCatalogue.all).text, terminator: "") }
        let server = try behaviour()
        if printScript { return print(server.script.text(.pretty)) }
        var loop = StandardStreamLoop(server, clock: ContinuousClock())
        loop.run().endProcess()
    }

    /// The script, with what the command line adds to it.
    private func behaviour() throws -> MockServer {
        var server = try script.map { try ScriptFile($0).server() } ?? .sample
        if let revisions = revision.flatMap(MockRevisions.init) { server = server.speaking(revisions) }
        if let seed { server = server.seeded(seed) }
        return server.failing(try faults.map { try FaultCatalogue.all.fault(writtenAs: $0) })
    }
}
