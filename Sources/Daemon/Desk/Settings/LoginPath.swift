package import Install

/// Where programs are found: as the login shell of the user sets PATH, so that version managers work under a service.
package enum LoginPath {
    /// The longest that the shell may take.
    static let bound = Duration.seconds(5)
    private static let usual = ["/usr/local/bin", "/usr/bin", "/bin"]
    private static let shellsWithoutLogin: Set<String> = ["nologin", "false", "true", "sync", ""]

    /// Asks the login shell once, and falls back to what this process was given.
    ///
    /// The shell runs one program that prints its environment; it is never between the daemon and a server.
    /// - Parameters:
    ///   - environment: ours.
    ///   - shell: the path of the login shell; nil where the user has none.
    ///   - runner: runs the shell.
    /// - Returns: absolute folders, each once.
    package static func find(
        environment: [String: String],
        shell: String?,
        runner: any CommandRunner
    ) async -> String {
        var entries: [String] = []
        let name = shell?.split(separator: "/").last.map { String($0) } ?? ""
        if let shell, shell.hasPrefix("/"), !shellsWithoutLogin.contains(name) {
            var own = environment.filter { ["HOME", "USER", "LOGNAME", "LANG", "PATH", "TMPDIR"].contains($0.key) }
            own["SHELL"] = shell
            let command = InstallCommand(shell, ["-l", "-i", "-c", "/usr/bin/env"], environment: own)
            let result = await runner.run(command, within: bound) { _ in }
            // What profiles print stands before it.
            if let line = result.output.last(where: { $0.hasPrefix("PATH=") }) {
                entries = line.dropFirst(5).split(separator: ":").map { String($0) }
            }
        }
        entries += (environment["PATH"] ?? "").split(separator: ":").map { String($0) } + usual
        var seen: Set<String> = []
        return entries.filter { $0.hasPrefix("/") && seen.insert($0).inserted }.joined(separator: ":")
    }
}
