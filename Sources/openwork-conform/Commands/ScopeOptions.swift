import ArgumentParser
import Conformance
import JSON
import MCP

/// How much is checked, and how.
struct ScopeOptions: ParsableArguments {
    @Option(
        name: .customLong("check"),
        help: ArgumentHelp("Only checks whose id matches, such as 'TOOLS-*'; may be repeated.", valueName: "glob")
    )
    var patterns: [String] = []

    @Option(help: ArgumentHelp("A revision by its date, or all that the server offers.", valueName: "revision|all"))
    var revision: String?

    @Option(help: ArgumentHelp("Seconds for each step.", valueName: "seconds"))
    var timeout: Double = 30

    @Option(help: "Conversations at a time; usually 2, and twice the processors for integrations.")
    var jobs: Int?

    @Option(help: "For the names that are made up; the same seed repeats a run.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("A tool that may be called.", valueName: "tool"))
    var call: String?

    @Option(help: ArgumentHelp("Arguments for that call, a JSON object.", valueName: "json"))
    var arguments: String?

    @Flag(help: "The tool that --call names changes nothing, whatever its annotations say.")
    var readOnly = false

    @Flag(help: "Broken recommendations fail the run, too.")
    var strict = false

    @Option(
        help: ArgumentHelp("Failures that are known of: JSON with check, reason, expires.", valueName: "file")
    )
    var baseline: String?

    @Option(help: ArgumentHelp("Try again what did not pass, so often at most; every attempt is kept.", valueName: "n"))
    var retries = 0

    @Option(help: ArgumentHelp("Part k of n of the integrations, for machines that share a run.", valueName: "k/n"))
    var shard: Shard?

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems = patterns.filter { CheckRegistry.checks(matching: $0).isEmpty }.map { pattern in
            let nearest = CheckRegistry.nearest(to: pattern).map { ", did you mean \($0)?" } ?? ""
            return "--check \(pattern) matches no check\(nearest)"
        }
        if let revision, revision != "all", ProtocolRevision(rawValue: revision) == nil {
            let known = ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append("--revision \(revision) does not exist: use \(known), or all")
        }
        if !(timeout > 0 && timeout <= 3600) {
            problems.append("--timeout \(timeout): give seconds between 0 and 3600, as in --timeout 5")
        }
        if let jobs, jobs < 1 {
            problems.append("--jobs \(jobs): at least 1 conversation has to be led")
        }
        if call == nil, arguments != nil || readOnly {
            problems.append("--arguments and --read-only belong to --call TOOL")
        }
        if !(0...10).contains(retries) { problems.append("--retries \(retries): give a number between 0 and 10") }
        return problems + callProblems
    }

    /// The arguments of the call.
    var callArguments: JSONObject? {
        // The fault is worded by `problems`, which is asked first.
        arguments.flatMap { try? JSONValue(parsing: Array($0.utf8)) }?.objectValue
    }

    /// The failures that are known of; every fault of the file at once.
    func readBaseline() throws -> Baseline? {
        guard let path = baseline else {
            return nil
        }
        let text = try TextFile(path: path).read()
        do throws(Baseline.Fault) {
            return try Baseline(text, today: Today.text)
        } catch {
            throw ValidationError("--baseline \(path): \(error)")
        }
    }

    private var callProblems: [String] {
        guard let arguments else {
            return []
        }
        do {
            let value = try JSONValue(parsing: Array(arguments.utf8))
            return value.objectValue == nil
                ? ["--arguments must be a JSON object, as in '{\"timezone\": \"UTC\"}'"] : []
        } catch {
            return ["--arguments is no JSON: \(error)"]
        }
    }
}

extension Shard: ExpressibleByArgument {
    /// Reads `k/n`.
    init?(argument: String) { self.init(argument) }
}
