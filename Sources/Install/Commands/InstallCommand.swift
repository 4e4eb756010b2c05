/// One run of a client: a program with its words, never a shell line.
package struct InstallCommand: Sendable, Hashable {
    /// A name that is looked up in PATH, or a path.
    package var executable: String
    /// One word each.
    package var arguments: [String]
    /// All variables that it gets.
    package var environment: [String: String]
    /// Where it runs; nil for ours.
    package var directory: String?

    /// A program and its words.
    package init(
        _ executable: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        directory: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
    }
}
