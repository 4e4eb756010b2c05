import ArgumentParser
import Glibc
import Logging
import MockVendors
import Registry
import UnixSignals
import Wording

/// `vendor ID`: the REST API behind an integration, for real servers that can be pointed at another host.
struct VendorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendor",
        abstract: "The vendor behind an integration, pretended on a loopback port.",
        discussion: """
            It refuses as the vendor does: no credential, a wrong one, an old one, one without the right, too many \
            calls. Point a real server at it, and see what the server makes of that:

              openwork-mock vendor jira --port 8081 --credential right
              JIRA_URL=http://127.0.0.1:8081 JIRA_USERNAME=me@example.com JIRA_API_TOKEN=wrong mcp-atlassian

            While it serves, it takes orders:
            \(VendorServer.orders.map { "  curl -X POST http://127.0.0.1:8081/_mock/\($0.name)    \($0.summary)" }
                .joined(separator: "\n"))
              curl http://127.0.0.1:8081/_mock/requests    what was asked so far

            Exit codes: 0 the process was told to end, 64 wrong usage, 65 a wrong entry, 71 the port is taken.
            """
    )

    @Argument(help: "The id of an integration.")
    var integration: String

    @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
    var port = 0

    @Option(help: ArgumentHelp("A credential that is let in; made up if there is none.", valueName: "value"))
    var credential: [String] = []

    @Option(help: ArgumentHelp("A credential that was good once.", valueName: "value"))
    var expired: [String] = []

    @Option(help: ArgumentHelp("A credential without the right.", valueName: "value"))
    var narrow: [String] = []

    @Option(help: ArgumentHelp("When those who are throttled may come again.", valueName: "seconds"))
    var wait = 30

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is none: give 0 to 65535") }
        guard wait >= 0 else { throw ValidationError("--wait \(wait) is in the past: give 0 or more") }
    }

    func run() async throws {
        let api = try api()
        let mood = VendorMood(
            good: Set(credential.isEmpty ? [api.sample] : credential),
            expired: Set(expired),
            narrow: Set(narrow),
            wait: Int64(wait)
        )
        var logger = Logger(label: "openwork-mock", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .critical
        do {
            try await VendorServer.with(api, mood: mood, port: port, now: { Int64(time(nil)) }, logger: logger) {
                server in
                Self.say("\(integration) answers on \(server.base)")
                if credential.isEmpty { Self.say("it lets in \(api.sample)") }
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { break }
            }
        } catch {
            Self.say("port \(port) of 127.0.0.1 cannot be opened (\(error)): give another --port, or 0")
            throw ExitCode(71)
        }
    }

    private func api() throws -> VendorAPI {
        let shipped = ShippedFiles.find()
        let entry: Integration?
        do throws(EntryError) {
            entry = try shipped?.entry(integration)
        } catch {
            for fault in error.faults { Self.say("\(integration): \(fault)") }
            throw ExitCode(65)
        }
        guard let entry else {
            let nearest = NearestName.of(integration, among: shipped?.ids() ?? []).map { "; did you mean \($0)?" } ?? ""
            throw ValidationError("there is no integration '\(integration)'\(nearest)")
        }
        guard let api = VendorAPI(entry) else {
            throw ValidationError("nothing is known of the vendor of \(integration)")
        }
        return api.adding(VendorRoutes.of(integration))
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
