/// How to start a server that speaks over its standard input and output; never a shell line.
package struct StdioServer: Sendable, Hashable {
    /// A name looked up in the `PATH` of `environment`, or a path; a relative path counts from `workingDirectory`.
    package var executable: String
    /// What follows the program's own name.
    package var arguments: [String]
    /// All variables the server gets, and no others (one more marks its processes, see `processMarker`).
    package var environment: [String: String]
    /// Nil means ours.
    package var workingDirectory: String?

    /// The variable that marks every process a server starts, so that those which left its session are found.
    package static let processMarker = "OPENWORK_SERVER_PROCESS"

    /// Describes a start; nothing happens yet.
    package init(
        executable: String,
        arguments: [String] = [],
        environment: [String: String] = [:],
        workingDirectory: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
    }

    /// The variables without which programs do not find their files: PATH, HOME, LANG, LC_ALL, TMPDIR and TZ.
    ///
    /// They are taken from ours, usually `inheritedEnvironment()`.
    package static func baseEnvironment(from environment: [String: String]) -> [String: String] {
        let names: Set<String> = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ"]
        return environment.filter { names.contains($0.key) }
    }
}

extension StdioServer: CustomStringConvertible {
    /// The program only: arguments and variables may hold secrets.
    package var description: String {
        "\(executable) (\(arguments.count) arguments, \(environment.count) variables)"
    }
}
