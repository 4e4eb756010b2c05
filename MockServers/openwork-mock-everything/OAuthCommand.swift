import ArgumentParser
import Glibc
import Logging
import MCP
import MCPAuthorization
import MCPHTTP
import MockVendors
import UnixSignals

/// `oauth`: an authorization server and an MCP server that it protects, until the process is told to end.
struct OAuthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oauth",
        abstract: "An MCP server that wants a login, and the authorization server where one gets it.",
        discussion: OAuthHelp.discussion
    )

    @Option(help: "The port on 127.0.0.1; 0 takes any that is free.")
    var port = 0

    @OptionGroup(title: "Where its metadata is")
    var discovery: OAuthDiscoveryOptions

    @OptionGroup(title: "Who may log in")
    var clients: OAuthClientOptions

    @OptionGroup(title: "What tokens are like")
    var tokens: OAuthTokenOptions

    @Option(
        name: .customLong("fail"),
        parsing: .singleValue,
        help: ArgumentHelp("A failure, see below; may be repeated.", valueName: "failure")
    )
    var failures: [String] = []

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port) is none: give 0 to 65535") }
        try tokens.check()
        _ = try faults()
    }

    func run() async throws {
        var logger = Logger(label: "openwork-mock", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = .error
        let endpoint = MCPEndpoint(ProtectedNotes.settings(), clock: ContinuousClock())
        do {
            let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
            try await HTTPPool.with { pool in
                try await OAuthVendorServer.protecting(
                    endpoint,
                    try script(),
                    gate: gate,
                    port: port,
                    now: { Int64(Glibc.time(nil)) },
                    exchanger: pool,
                    watching: { Self.say("  \($0)") },
                    logger: logger
                ) { vendor, server in
                    Self.say(OAuthHelp.greeting(server: server, issuer: vendor.issuer))
                    for await _ in signals { break }
                }
            }
        } catch {
            Self.say("openwork-mock oauth: \(error)")
            throw ExitCode(71)
        }
    }

    /// The authorization server that the options ask for.
    func script() throws -> OAuthScript {
        var script = OAuthScript(faults: try faults())
        discovery.adjust(&script)
        clients.adjust(&script)
        tokens.adjust(&script)
        return script
    }

    /// What the MCP server wants.
    var gate: ResourceGate {
        var gate = ResourceGate()
        discovery.adjust(&gate)
        tokens.adjust(&gate)
        return gate
    }

    private func faults() throws -> [OAuthScript.Fault] {
        try failures.map { text in
            do {
                return try OAuthFaultForm.fault(writtenAs: text)
            } catch {
                throw ValidationError("\(error)")
            }
        }
    }

    private static func say(_ text: String) {
        let line = Array("\(text)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
