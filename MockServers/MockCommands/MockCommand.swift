package import MockMCP
import Wording

/// What the words after the command's name ask for.
package struct MockCommand {
    /// What it is to do.
    package enum Task: String, Sendable, CaseIterable {
        /// Play the server, which no word asks for.
        case serve = ""
        /// Print it as a script.
        case printScript = "--print-script"
        /// Print the catalogue of faults.
        case listFaults = "--list-faults"
        /// Print the help.
        case help = "--help"
        /// Print name and version.
        case version = "--version"
    }

    /// What was asked for.
    package private(set) var task = Task.serve
    /// What carries the messages.
    package private(set) var transport = MockTransport.stdio
    /// The port for HTTP; 0 for any that is free.
    package private(set) var port = 0
    private var namesPort = false
    private var scriptPath: String?
    /// The recording to serve in place of a mock.
    package private(set) var replayPath: String?
    private var faults: [MockFault] = []
    private var revisions: MockRevisions?
    private var seed: UInt64?
    private var entry = EntryChoice()

    private static let valued = [
        "--script", "--replay", "--fault", "--revision", "--seed", "--registry", "--server", "--condition", "--accept",
        "--transport", "--port",
    ]
    /// Reads all words, and names everything that is wrong with them at once.
    package init(words: [String]) throws(CommandFault) {
        var rest = words[...]
        var problems: [String] = []
        while let word = rest.popFirst() {
            // What follows belongs to the server that is played, which takes no notice of it.
            if word == "--" { break }
            let (name, written) = Self.split(word)
            do throws(CommandFault) {
                if word.hasPrefix("-"), let task = Task(rawValue: word == "-h" ? "--help" : word) {
                    // Whoever asks for help gets it, whatever else is there.
                    self.task = self.task == .help ? .help : task
                } else if Self.valued.contains(name) {
                    let isValue = rest.first.map { !$0.hasPrefix("--") } ?? false
                    guard let value = written ?? (isValue ? rest.popFirst() : nil) else {
                        throw CommandFault(usage: "\(name) needs a value: \(Self.example(of: name))")
                    }
                    try take(value, for: name)
                } else if !word.hasPrefix("-"), entry.name == nil {
                    entry.name = word
                } else {
                    throw Self.unknown(name)
                }
            } catch {
                problems += error.lines
            }
        }
        problems += contradictions
        guard problems.isEmpty || task == .help else { throw CommandFault(usage: problems) }
    }

    /// What cannot be asked for together.
    private var contradictions: [String] {
        var problems: [String] = []
        if replayPath != nil, scriptPath != nil || !faults.isEmpty || revisions != nil || entry.name != nil {
            problems.append(
                "--replay serves a recording as it is: leave out the integration, --script, --fault and --revision"
            )
        }
        if replayPath != nil, transport == .http {
            problems.append("--replay is for pipes here: openwork-conform replay --http serves a recording over HTTP")
        }
        if namesPort, transport != .http { problems.append("--port needs --transport http") }
        if entry.name != nil, scriptPath != nil { problems.append("give either an integration or --script, not both") }
        if entry.name == nil, entry.isNarrowed {
            problems.append("--registry, --server, --condition and --accept need an integration")
        }
        return problems
    }

    /// The integration or script, with what the command line adds to it.
    package func server() throws(CommandFault) -> MockServer {
        var server = try entry.server(over: transport) ?? MockServer.sample
        if let scriptPath { server = try ScriptFile(scriptPath).server() }
        if let revisions { server = server.speaking(revisions) }
        if let seed { server = server.seeded(seed) }
        do throws(MockFaultError) {
            return try server.failing(faults).checked(over: transport)
        } catch {
            throw CommandFault(usage: error.description)
        }
    }

    private mutating func take(_ value: String, for name: String) throws(CommandFault) {
        switch name {
        case "--script": scriptPath = value
        case "--registry", "--server", "--condition", "--accept": try entry.take(value, for: name)
        case "--replay": replayPath = value
        case "--transport":
            guard let known = [MockTransport.stdio, .http].first(where: { $0.rawValue == value }) else {
                throw CommandFault(usage: "--transport '\(value)' is not spoken here: write stdio or http")
            }
            transport = known
        case "--port":
            guard let number = Int(value), (0...65_535).contains(number) else {
                throw CommandFault(usage: "--port '\(value)' is none: write 0 to 65535")
            }
            (port, namesPort) = (number, true)
        case "--fault":
            do throws(MockFaultError) {
                faults.append(try FaultCatalogue.all.fault(writtenAs: value))
            } catch {
                throw CommandFault(usage: error.description)
            }
        case "--revision":
            revisions = MockRevisions(value)
            guard revisions == nil else { return }
            let nearest = NearestName.of(value, among: MockRevisions.names).map { "; did you mean '\($0)'?" } ?? ":"
            throw CommandFault(
                usage: "--revision '\(value)' is not spoken here\(nearest) write one of "
                    + MockRevisions.names.joined(separator: ", ")
            )
        default:
            seed = UInt64(value)
            guard seed == nil else { return }
            throw CommandFault(usage: "--seed is '\(value)': write a whole number from 0 to \(UInt64.max)")
        }
    }

    private static func split(_ word: String) -> (name: String, value: String?) {
        guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    private static func unknown(_ name: String) -> CommandFault {
        guard name.hasPrefix("-") else {
            return CommandFault(usage: "'\(name)' belongs to no option, and one integration is named already")
        }
        let known = valued + Task.allCases.map(\.rawValue)
        let nearest = NearestName.of(name, among: known).map { "; did you mean \($0)?" } ?? ""
        return CommandFault(usage: "there is no option '\(name)'\(nearest)")
    }

    private static func example(of name: String) -> String {
        switch name {
        case "--script": "--script my.json"
        case "--replay": "--replay my.jsonl"
        case "--fault": "--fault latency=2s"
        case "--revision": "--revision 2025-06-18"
        case "--registry": "--registry ~/.openclaw-team/registry/integrations.json"
        case "--server": "--server remote"
        case "--condition": "--condition invalid"
        case "--transport": "--transport http"
        case "--port": "--port 8080"
        case "--accept": "--accept GITHUB_PERSONAL_ACCESS_TOKEN=right"
        default: "--seed 7"
        }
    }
}
