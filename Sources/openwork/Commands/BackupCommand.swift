import ArgumentParser

/// `backup`: a copy of what the daemon remembers.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a copy of what the daemon remembers into the folder for backups in its home.",
        discussion: "Secrets in it stay sealed: keep a copy of keys/vault.key in another place."
    )

    @OptionGroup var client: ClientOptions

    func run() async throws {
        try await client.keep("/api/backups")
    }
}
