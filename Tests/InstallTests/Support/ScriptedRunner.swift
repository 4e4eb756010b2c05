import Foundation
import Install
import Synchronization

/// Answers in the place of clients, and notes what they were asked.
final class ScriptedRunner: CommandRunner {
    private let asked = Mutex<[InstallCommand]>([])
    private let answer: @Sendable (InstallCommand) -> CommandResult

    init(_ answer: @escaping @Sendable (InstallCommand) -> CommandResult) {
        self.answer = answer
    }

    var commands: [InstallCommand] { asked.withLock { $0 } }

    func run(
        _ command: InstallCommand,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> CommandResult {
        asked.withLock { $0.append(command) }
        let result = answer(command)
        (result.output + result.errors).forEach(onLine)
        return result
    }

    /// Clients with which everything goes well, and that leave behind what real ones do; `change` answers first.
    static func wellBehaved(
        program: String = "my-server",
        _ change: @escaping @Sendable (InstallCommand) -> CommandResult? = { _ in nil }
    ) -> ScriptedRunner {
        ScriptedRunner { command in
            if let changed = change(command) { return changed }
            let words = command.arguments
            func leave(_ path: String, _ text: String) {
                let folder = (path as NSString).deletingLastPathComponent
                // A test that cannot write fails by what is missing.
                try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                _ = FileManager.default.createFile(
                    atPath: path,
                    contents: Data(text.utf8),
                    attributes: [.posixPermissions: 0o755]
                )
            }
            if words.contains("venv") {
                let folder = words.last ?? ""
                leave("\(folder)/bin/python", "")
                leave("\(folder)/bin/\(program)", "#!\(folder)/bin/python\nimport my_server\n")
            } else if let place = words.firstIndex(of: "--report") {
                leave(words[place + 1], #"{"install": [{"metadata": {"name": "my-server", "version": "1.2.3"}}]}"#)
            } else if words.contains("-c") {
                return CommandResult(.exited(0), output: ["/usr/bin/python3", "3.11.2"])
            } else if words.contains("--version") {
                return CommandResult(.exited(0), output: ["pip 24.0 from /somewhere (python 3.11)"])
            }
            return CommandResult(.exited(0))
        }
    }
}
