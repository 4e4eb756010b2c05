import Foundation
import JSON

/// Measures reading JSON against its peers.
///
/// `JSONBenchmark [--json] [--quick] [--python PROGRAM] [--directory Benchmarks] [--subject NAME]
/// [--text NAME] [--allow-missing-peers]`
///
/// orjson is a goal that `JSONValue` misses: every value has to come out of libjson-c, and json-c alone takes longer than
/// orjson. The row of the goal shows both, so that it is seen what the rest costs.
///
/// Exits with 1 when a ratio of thresholds.json does not hold or could not be measured.
@main
struct JSONBenchmark {
    static func main() throws {
        let arguments = Arguments(CommandLine.arguments)
        let thresholds = try Thresholds(path: arguments.directory + "/thresholds.json")
        var measured: [String: [String: Double]] = [:]
        for corpus in Corpus.allCases where arguments.text == nil || corpus.rawValue == arguments.text {
            measured[corpus.rawValue] = try times(on: corpus.bytes, arguments)
        }
        let report = Report(measured: measured, thresholds: thresholds)
        print(arguments.wantsJSON ? report.json.text(.pretty) : report.table)
        if !report.holds(allowingMissing: arguments.allowsMissingPeers) { exit(1) }
    }

    /// Nanoseconds for one reading by subject and peer, which take turns in several passes.
    private static func times(on bytes: [UInt8], _ arguments: Arguments) throws -> [String: Double] {
        let subjects = Subject.all.filter { arguments.subject == nil || $0.name == arguments.subject }
        var best: [String: Double] = [:]
        for _ in 0..<arguments.passes {
            let mine = try Measurement.nanoseconds(of: subjects, on: bytes, rounds: 5, batch: .milliseconds(10))
            best.merge(mine, uniquingKeysWith: min)
            guard arguments.subject == nil else { continue }
            let script = arguments.directory + "/json_peers.py"
            let peers = PythonPeers.nanoseconds(script: script, python: arguments.python, text: bytes, rounds: 5)
            best.merge(peers, uniquingKeysWith: min)
        }
        return best
    }
}

/// What the command line says.
private struct Arguments {
    var wantsJSON: Bool
    var passes: Int
    var allowsMissingPeers: Bool
    var python: String
    var directory: String
    /// Measures one subject only, for a profiler.
    var subject: String?
    /// Measures on one text only.
    var text: String?

    init(_ words: [String]) {
        wantsJSON = words.contains("--json")
        passes = words.contains("--quick") ? 2 : 8
        allowsMissingPeers = words.contains("--allow-missing-peers")
        python = Self.value(after: "--python", in: words) ?? "python3"
        directory = Self.value(after: "--directory", in: words) ?? "Benchmarks"
        subject = Self.value(after: "--subject", in: words)
        text = Self.value(after: "--text", in: words)
    }

    private static func value(after flag: String, in words: [String]) -> String? {
        guard let place = words.firstIndex(of: flag), place + 1 < words.count else { return nil }
        return words[place + 1]
    }
}
