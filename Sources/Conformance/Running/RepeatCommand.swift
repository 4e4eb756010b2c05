package import MCP

/// The command line from which the one that repeats a single check is made.
package struct RepeatCommand: Hashable, Sendable {
    /// Words before the server, such as the time limit; no check, revision or seed, and no secret.
    package var options: [String]
    /// Words that name the server, such as `--server -- mcp-server-time`.
    package var server: [String]
    /// Whether the revision is named: not when the run was to find it.
    package var namesRevision: Bool

    /// What the commands have in common.
    package init(options: [String] = [], server: [String], namesRevision: Bool) {
        self.options = options
        self.server = server
        self.namesRevision = namesRevision
    }

    /// The command that repeats one check, ready for a shell.
    package func line(_ check: CheckID, _ revision: ProtocolRevision, seed: UInt64) -> String {
        let pin = namesRevision ? ["--revision", revision.rawValue] : []
        let words = ["openwork-conform", "run", "--check", check.rawValue] + pin + ["--seed", "\(seed)"]
        return ShellWord.line(words + options + server)
    }
}
