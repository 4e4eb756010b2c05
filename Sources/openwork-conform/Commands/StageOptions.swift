import ArgumentParser
import Conformance
import Glibc
import Registry

/// How integrations are tried: by the mock, from recordings, or by the servers themselves.
struct StageOptions: ParsableArguments {
    /// Where servers are performed.
    enum Mode: String, CaseIterable, ExpressibleByArgument {
        case offline, mock, replay, live
    }

    @Option(
        help: ArgumentHelp(
            "offline: the mock of each server, and what was recorded of it; mock or replay: one of both; "
                + "live: the server itself, installed for it.",
            valueName: "mode"
        )
    )
    var mode = Mode.offline

    @Option(help: ArgumentHelp("The folder of all fixtures, for replays.", valueName: "folder"))
    var fixtures = "Fixtures"

    @Option(
        help: ArgumentHelp("Where live servers are installed and kept; without it, a folder that is removed again.")
    )
    var prefix: String?

    @Flag(help: "Live, with a stand-in for the vendor behind each server that can be pointed elsewhere.")
    var standIn = false

    @Option(
        help: ArgumentHelp("Groups in which nothing may be left untried, such as auth,health.", valueName: "groups")
    )
    var require: String?

    /// The groups that are required.
    var required: Set<CheckGroup> {
        Set(words.compactMap { CheckGroup(rawValue: $0.uppercased()) })
    }

    /// Everything wrong with these options, in a line each.
    var problems: [String] {
        var problems: [String] = []
        if mode != .live {
            if standIn { problems.append("--stand-in belongs to --mode live: the mock needs no vendor") }
            if prefix != nil { problems.append("--prefix belongs to --mode live: nothing else is installed") }
        }
        let known = CheckGroup.allCases.map { $0.rawValue.lowercased() }.joined(separator: ", ")
        for word in words where CheckGroup(rawValue: word.uppercased()) == nil {
            problems.append("--require \(word) is no group of checks: use \(known)")
        }
        return problems
    }

    /// The words with which the same is tried again; those for the usual way are left out.
    var repeatWords: [String] {
        (mode == .offline ? [] : ["--mode", mode.rawValue]) + (fixtures == "Fixtures" ? [] : ["--fixtures", fixtures])
            + (prefix.map { $0 == LivePrefix.passing ? [] : ["--prefix", $0] } ?? []) + (standIn ? ["--stand-in"] : [])
            + (require.map { ["--require", $0] } ?? [])
    }

    /// Whether there are recordings to replay; without the folder, offline means the mock alone.
    var hasFixtures: Bool { access(fixtures, R_OK) == 0 }

    private var words: [String] {
        (require ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    }
}
