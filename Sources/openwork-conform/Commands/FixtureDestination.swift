import ArgumentParser
import Conformance
import Fixtures
import Glibc
import Recording

/// Where a recording goes: replaced as a whole, so that there is always a valid file or none.
struct FixtureDestination {
    /// Nil for standard output.
    private let path: String?

    init(path: String) {
        self.path = path
    }

    init(_ options: RecordOptions, kind: FixtureKind) {
        guard let output = options.output, output.hasSuffix("/") else {
            path = options.output
            return
        }
        path = output + kind.rawValue + ".jsonl"
    }

    /// What to call it in a sentence.
    var name: String { path ?? "standard output" }

    /// Whether there is anything to record.
    func isWanted(_ mode: RecordMode) throws -> Bool {
        let exists = path.map { access($0, F_OK) == 0 } ?? false
        switch mode {
        case .all, .new: return true
        case .once: return !exists
        case .none:
            guard exists else {
                say("\(name) is not there, and --mode none records nothing: record it with --mode once")
                throw ExitCode(RunExitCode.badData.rawValue)
            }
            return false
        }
    }

    /// The fixture that is there; nil when there is none.
    func existing() throws -> Fixture? {
        guard let path, access(path, F_OK) == 0 else { return nil }
        return try Self.read(path)
    }

    /// Reads a fixture, and says everything that is wrong with it.
    static func read(_ path: String) throws -> Fixture {
        let text = try TextFile(path: path).read()
        do throws(FixtureError) {
            return try Fixture(parsing: text)
        } catch {
            writeAll(error.text(file: path) + "\n", to: 2)
            throw ExitCode(RunExitCode.badData.rawValue)
        }
    }

    /// Writes what is on the tape, or says why not.
    func write(_ tape: Tape, _ header: FixtureHeader, judge: AnswerJudge, mode: RecordMode) throws {
        var text: String
        do throws(RecordingRefusal) {
            text = try tape.finished(header, judge: judge)
        } catch {
            say("\(error)")
            if case .secret = error { throw ExitCode(RunExitCode.badData.rawValue) }
            throw ExitCode(RunExitCode.failed.rawValue)
        }
        if mode == .new, let before = try existing() {
            let merged = before.adding(tape.fixture(header))
            guard merged.entries.count > before.entries.count else {
                return say("\(name) has everything already and stays as it is")
            }
            text = merged.text
        }
        try replace(with: text)
        let fixture = tape.fixture(header)
        let redactions = fixture.header.redactions.values.reduce(0, +)
        say(
            "\(name): \(fixture.header.kind.rawValue), \(fixture.entries.count) entries, revision "
                + "\(fixture.header.revision ?? "none"), \(redactions) redactions"
                + (header.expires.map { ", good until \($0)" } ?? "")
        )
    }

    /// Writes the whole file beside the old one and puts it in its place.
    func replace(with text: String) throws {
        guard let path else { return writeAll(text, to: 1) }
        let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for count in folders.indices.map({ $0 + 1 }) {
            // One that is there already is fine; any other fault shows when the file is written.
            mkdir(folders.prefix(count).joined(separator: "/"), 0o755)
        }
        let temporary = path + ".\(getpid()).new"
        try TextFile(path: temporary).write(text)
        guard rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw ValidationError("\(path) cannot be written: \(reason)")
        }
    }
}
