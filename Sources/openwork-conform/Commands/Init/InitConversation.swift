import ArgumentParser
import Conformance
import Fixtures
import Redaction
import JSON
import MCP
import MCPConnection
import Recording
import Registry
import Scaffolding

/// One conversation with the server, and whether it may be kept.
struct InitConversation: Sendable {
    let fixture: Fixture
    /// Why it shows something else than it should; nil for a good one.
    let refusal: String?

    /// Judges what is on the tape; a secret that survived ends everything.
    init(_ tape: Tape, _ header: FixtureHeader, probe: String?) throws {
        fixture = tape.fixture(header)
        var refusal: String?
        do throws(RecordingRefusal) {
            _ = try tape.finished(header, tool: probe)
        } catch {
            if case .secret = error {
                say("\(error)")
                throw ExitCode(RunExitCode.badData.rawValue)
            }
            refusal = "\(error)"
        }
        self.refusal = refusal
    }

    /// Why it could not be used, with what the server said last.
    var reason: String {
        let errors = fixture.entries.filter { $0.from == .stderr }.compactMap(\.message.stringValue)
        let last = errors.last { !$0.allSatisfy(\.isWhitespace) }.map { "; the last it said was: \($0)" } ?? ""
        return (refusal ?? "the server listed no tools") + last
    }

    /// What the server calls itself.
    var info: JSONValue? { CueBook(fixture).serverInfo }
}
