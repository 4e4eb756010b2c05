import Glibc
import JSON
import MockCommands
import MockMCP

/// The command: a pretended MCP server on this process's standard streams.
///
/// Its few words are read without ArgumentParser, which would make every start twice as long and take half as much
/// memory again: a mock is started hundreds of times in one run.
@main
enum OpenworkMock {
    static func main() {
        do throws(CommandFault) {
            let words = words
            if let first = words.first, SiblingExecutable.commands.contains(first) {
                try SiblingExecutable().become(words)
            }
            let command = try MockCommand(words: words)
            // What speaks HTTP is linked elsewhere.
            if command.task == .serve, command.transport == .http { try SiblingExecutable().become(["entry"] + words) }
            try perform(command)
        } catch {
            error.endProcess()
        }
    }

    /// The words after the command's name, without the reading of /proc that CommandLine.arguments costs.
    private static var words: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { String(cString: $0) } }
    }

    private static func perform(_ command: MockCommand) throws(CommandFault) {
        switch command.task {
        case .help: print(HelpText.text, terminator: "")
        case .version: print(HelpText.version)
        case .listFaults: print(FaultListing(FaultCatalogue.all).text, terminator: "")
        case .printScript: print(try command.server().script.text(.pretty))
        case .serve:
            if let path = command.replayPath {
                var loop = StandardStreamLoop(serving: try FixtureFile(path).server(), clock: ContinuousClock())
                loop.run().endProcess()
            }
            var loop = StandardStreamLoop(try command.server(), clock: ContinuousClock())
            loop.run().endProcess()
        }
    }
}
