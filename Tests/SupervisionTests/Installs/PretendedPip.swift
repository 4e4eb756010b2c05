import FoundationEssentials
import Install
import Synchronization

/// Stands in the place of Python and pip: leaves behind what they would, for what is published at the moment.
final class PretendedPip: CommandRunner {
    private struct State {
        var runs = 0
        var isBroken = false
        var helper = "2.0.0"
        var requirements: [String] = []
    }

    private let state = Mutex(State())
    private let beforeInstall: @Sendable () async -> Void

    init(beforeInstall: @escaping @Sendable () async -> Void = {}) {
        self.beforeInstall = beforeInstall
    }

    /// How often something was really installed.
    var runs: Int { state.withLock(\.runs) }

    /// What was asked for last.
    var lastRequirements: String { state.withLock { $0.requirements.last ?? "" } }

    func fail(_ isBroken: Bool) { state.withLock { $0.isBroken = isBroken } }

    func publish(helper version: String) { state.withLock { $0.helper = version } }

    func run(
        _ command: InstallCommand,
        within bound: Duration,
        onLine: @escaping @Sendable (String) -> Void
    ) async -> CommandResult {
        let words = command.arguments
        if words.contains("venv"), let folder = words.last {
            leave("\(folder)/bin/python", "")
            leave("\(folder)/bin/my-server", "#!\(folder)/bin/python\n")
        } else if let place = words.firstIndex(of: "--report") {
            await beforeInstall()
            let file = words.firstIndex(of: "-r").map { words[$0 + 1] } ?? ""
            let wanted = (try? String(contentsOf: URL(filePath: file), encoding: .utf8)) ?? ""
            let (isBroken, helper) = state.withLock { state in
                state.runs += 1
                state.requirements.append(wanted)
                return (state.isBroken, state.helper)
            }
            guard !isBroken else {
                let line = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
                return CommandResult(.exited(1), errors: [line])
            }
            let version = wanted.firstMatch(of: /my-server==([0-9.]+)/).map { String($0.output.1) } ?? "9.0"
            leave(words[place + 1], Self.report(version, helper: helper))
        } else if words.contains("-c") {
            return CommandResult(.exited(0), output: ["/usr/bin/python3", "3.11.2"])
        } else if words.contains("--version") {
            return CommandResult(.exited(0), output: ["pip 24.0 from /somewhere (python 3.11)"])
        }
        return CommandResult(.exited(0))
    }

    private static func report(_ version: String, helper: String) -> String {
        let entries = [("my-server", version), ("helper", helper)].map { name, version in
            #"{"metadata": {"name": "\#(name)", "version": "\#(version)"}}"#
        }
        return #"{"install": [\#(entries.joined(separator: ","))]}"#
    }

    private func leave(_ path: String, _ text: String) {
        let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        // A test that cannot write fails by what is missing.
        try? FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
        _ = FileManager.default.createFile(
            atPath: path,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o755]
        )
    }
}
