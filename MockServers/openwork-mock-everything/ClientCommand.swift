import ArgumentParser
import Glibc
import MCPAuthorization
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

    @Option(help: ArgumentHelp("A client that was registered by hand, for --login.", valueName: "id[:secret]"))
    var registered: String?

    @Option(help: ArgumentHelp("Where logins are kept for the next time, for --login.", valueName: "folder"))
    var store: String?

    func validate() throws {
        guard login || (registered == nil && store == nil) else {
            throw ValidationError("--registered and --store are about logins: give --login as well")
        }
        guard store?.hasPrefix("/") ?? true else {
            throw ValidationError("--store \(store ?? "") is relative: give an absolute path")
        }
        do throws(HTTPAddressError) {
            _ = try HTTPAddress(url)
        } catch {
            throw ValidationError("\(url) is no address of a server: \(error)")
        }
    }

    private var grants: any GrantStore {
        guard let store else { return MemoryGrantStore() }
        return FileGrantStore(folder: store) { try await ContinuousClock().sleep(for: $0) }
    }

    private var client: ClientProfile.Registered? {
        registered.map { text in
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            let proof: ClientProfile.Registered.Proof = parts.count > 1 ? .secret(Secret(parts[1])) : .none
            return ClientProfile.Registered(clientID: parts.first ?? text, proof: proof)
        }
    }

    func run() async throws {
        let environment = inheritedEnvironment()
        do {
            try await HTTPPool.with { pool in
                let authorization = ScenarioAuthorization(
                    exchanger: pool,
                    store: grants,
                    registered: client,
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
