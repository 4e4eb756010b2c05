import ArgumentParser

/// `vault`: the keys of the secrets.
struct VaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault",
        abstract: "Look after the vault that seals secrets.",
        subcommands: [Rotate.self]
    )

    /// `vault rotate`: a new key for everything.
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Seal every secret with a new key."
        )

        @OptionGroup var client: ClientOptions

        func run() async throws {
            try await client.keep("/api/vault/rotate")
        }
    }
}
