import ArgumentParser
import Conformance
import Fixtures
import Glibc
import JSON
import MCP
import MCPConnection
import Registry
import Scaffolding

/// Everything that is to be written, and what was seen on the way.
struct InitResult: Sendable {
    var draft: EntryDraft
    private let output: String?
    private var conversations: [InitConversation] = []

    init(draft: EntryDraft, output: String?) {
        self.draft = draft
        self.output = output
    }

    mutating func add(_ conversation: InitConversation) { conversations.append(conversation) }

    /// Where everything goes.
    var places: InitPlaces { InitPlaces(id: draft.id, output: output) }

    /// Writes all files, or none where one stands in the way.
    func write(force: Bool) throws {
        let entry = draft.entry
        let places = places
        let texts = [
            (places.entry, entry.json.text(.pretty) + "\n"), (places.suite, EntrySuite(entry).yaml),
            (places.page, EntryPage(entry).markdown),
        ]
        let blocked = try texts.filter { path, text in
            guard access(path, F_OK) == 0 else { return false }
            return try TextFile(path: path).read() != text
        }
        if !force, !blocked.isEmpty {
            for (path, _) in blocked { say("\(path) is there and says something else") }
            say("nothing was written: look at them, and give --force to replace them")
            throw ExitCode(RunExitCode.failed.rawValue)
        }
        for (path, text) in texts { try write(path, text) }
        for conversation in conversations where conversation.refusal == nil {
            var fixture = conversation.fixture
            fixture.header.integration = draft.id
            fixture.header.server.package = draft.server.package.map { "\(draft.server.kind.rawValue):\($0)" }
            let path = places.fixture(fixture.header.kind)
            if force || access(path, F_OK) != 0 { try write(path, fixture.text) } else { note("kept", path) }
        }
    }

    private func write(_ path: String, _ text: String) throws {
        if access(path, F_OK) == 0, try TextFile(path: path).read() == text { return note("unchanged", path) }
        try FixtureDestination(path: path).replace(with: text)
        note("written", path)
    }

    private func note(_ what: String, _ path: String) { writeAll("  \(what)  \(path)\n", to: 1) }

    /// Prints what a person still has to do.
    func sayWhatIsLeft() {
        let recorded = Set(conversations.filter { $0.refusal == nil }.map(\.fixture.header.kind))
        var tasks = Remainder.tasks(draft.entry, recorded: recorded)
        tasks += conversations.compactMap { conversation in
            conversation.refusal.map { "fixture \(conversation.fixture.header.kind.rawValue): \($0)" }
        }
        guard !tasks.isEmpty else { return writeAll("nothing is left to do\n", to: 1) }
        writeAll("left to do in \(places.entry):\n" + tasks.map { "  - \($0)\n" }.joined(), to: 1)
    }
}
