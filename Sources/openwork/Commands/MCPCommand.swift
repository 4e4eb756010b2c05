import ArgumentParser
import MCPConnection

/// `mcp`: the endpoint of a role, for clients that only spawn.
struct MCPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Serve a role to a client that starts servers: messages on standard input, answers on output.",
        discussion: """
            Name it where a client wants a command:
              {"mcpServers": {"work": {"command": "openwork", "args": ["mcp", "--role", "engineering"]}}}

            It speaks every revision. While no daemon answers, requests are answered with an error that says so, and a
            daemon that comes back is used again. A token for the role is taken from OPENWORK_TOKEN.
            """
    )

    @OptionGroup var client: ClientOptions

    @Option(help: ArgumentHelp("The role's id.", valueName: "id"))
    var role: String

    func run() async throws {
        _ = try Path.role(role)
        try await client.withPool { base, token, pool in
            let bridge = RoleBridge(base: base, role: role, token: token, exchanger: pool, clock: ContinuousClock())
            let result = try await withStandardStreams { channel in
                do {
                    return Result<Void, any Error>.success(try await bridge.run(over: channel))
                } catch {
                    return .failure(error)
                }
            }
            try result.get()
        }
    }
}
