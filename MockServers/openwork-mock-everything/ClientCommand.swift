import ArgumentParser
import Glibc
import MCPConnection
import MCPHTTP
import MockEverything

/// `client URL`: what the official suite starts to test a client.
struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Plays one client scenario of the official conformance suite with the server at a URL.",
        discussion: """
            The suite says what to play in the environment: MCP_CONFORMANCE_SCENARIO, \
            MCP_CONFORMANCE_CONTEXT and MCP_CONFORMANCE_PROTOCOL_VERSION. Without them the tools \
            are listed and called, in the newest revision that the server speaks; with --login also where \
            that takes a login (openwork-mock oauth is such a server).

            Exit codes: 0 played to the end, 1 something failed, 64 wrong usage.
            """
    )

    @Argument(help: "The address of the MCP endpoint.")
    var url: String

    @Flag(help: "Log in where the server wants it, as a user who agrees to everything.")
    var login = false

    func validate() throws {
        do throws(HTTPAddressError) {
            _ = try HTTPAddress(url)
        } catch {
            throw ValidationError("\(url) is no address of a server: \(error)")
        }
    }

    func run() async throws {
        let environment = inheritedEnvironment()
        do {
            try await HTTPPool.with { pool in
                let authorization = ScenarioAuthorization(
                    exchanger: pool,
                    clock: ContinuousClock(),
                    now: { Int64(Glibc.time(nil)) }
                )
                let player = try ScenarioPlayer(
                    address: try HTTPAddress(url),
                    version: environment["MCP_CONFORMANCE_PROTOCOL_VERSION"],
                    context: environment["MCP_CONFORMANCE_CONTEXT"],
                    authorizing: login ? authorization.always : authorization.authorizer
                )
                let scenario = environment["MCP_CONFORMANCE_SCENARIO"]
                try await player.play(scenario, exchanger: pool, clock: ContinuousClock())
            }
        } catch {
            let line = Array("openwork-mock client: \(error)\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            throw ExitCode.failure
        }
    }
}
