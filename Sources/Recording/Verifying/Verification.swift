package import Drift
package import Fixtures
import JSON
import MCP
package import MCPConnection
package import Redaction

/// Makes the requests of a fixture to a live server, and tells how its answers differ from the recorded ones.
package struct Verification: Sendable {
    private let book: CueBook
    private let listing: ToolListing?
    private let user: StandInUser
    private let scrubber: Scrubber

    /// Prepares to hold a recorded conversation again; the scrubber knows what placeholders in requests stand for.
    package init(_ fixture: Fixture, scrubber: Scrubber = Scrubber()) {
        self.scrubber = scrubber
        book = CueBook(fixture)
        listing = ToolListing(fixture)
        user = StandInUser(recorded: Self.answers(fixture))
    }

    /// Answers what the server asks as the recorded client did.
    package var handlers: ClientHandlers { user.handlers }

    /// Whether the recorded client answered anything, so that ours has to declare that it can.
    package var needsCapabilities: Bool {
        book.cues.contains { cue in
            cue.params?["inputResponses"] != nil
                || cue.steps.contains { step in if case .ask = step { true } else { false } }
        }
    }

    /// Whether the recorded client asked for the era first.
    package var wasProbed: Bool { book.cues.contains { $0.form.method == "server/discover" } }

    /// Whether the recording shows a session that came about.
    package var expectsSession: Bool { book.revision != nil }

    /// Holds the conversation with a server that is ready.
    package func run(_ client: Client) async -> [DriftFinding] {
        var drifts: [DriftFinding] = []
        var hasListed = false
        for cue in book.cues where cue.id != nil {
            switch cue.form.method {
            case "initialize", "server/discover", "ping", "subscriptions/listen", "logging/setLevel":
                continue
            case "tools/list":
                guard !hasListed else { continue }
                hasListed = true
                drifts += await listing(recordedAs: cue, from: client)
            default:
                // Retries with input belong to the request that they repeat.
                guard cue.form.params["inputResponses"] == nil, cue.form.params["requestState"] == nil else { continue }
                drifts += await answer(to: cue, from: client)
            }
        }
        return drifts
    }

    private func listing(recordedAs cue: Cue, from client: Client) async -> [DriftFinding] {
        do throws(ListingFailure) {
            let tools = try await client.list("tools/list", items: "tools")
            guard let listing else { return [] }
            // What stands as a placeholder in the recording stands so in the live list, too.
            var scrubber = scrubber
            let live = ToolListing(definitions: tools.map { scrubber.value($0) })
            return ToolComparison.compare(listing, live).findings
        } catch {
            return cue.answer?["result"] == nil ? [] : [DriftFinding(.unanswered, "tools/list", "\(error)")]
        }
    }

    private func answer(to cue: Cue, from client: Client) async -> [DriftFinding] {
        let params = scrubber.restoring(.object(cue.form.params)).objectValue ?? [:]
        let outcome = await user.request(client, cue.form.method, params: params)
        return AnswerDrift(cue: finalCue(of: cue), subject: Self.subject(cue)).compare(outcome)
    }

    /// Where the recorded server asked for input first, the answer is that of the last retry.
    private func finalCue(of cue: Cue) -> Cue {
        guard cue.answer?["result"]?["resultType"] == "input_required" else { return cue }
        let name = cue.form.params["name"]
        return book.cues.last { other in
            other.form.method == cue.form.method && other.form.params["name"] == name && other.answer != nil
        } ?? cue
    }

    private static func subject(_ cue: Cue) -> String {
        let name = cue.form.params["name"]?.stringValue ?? cue.form.params["uri"]?.stringValue
        return cue.form.method + (name.map { " \($0)" } ?? "")
    }

    /// What the recorded client answered, by method.
    private static func answers(_ fixture: Fixture) -> [String: JSONObject] {
        var asked: [JSONValue: String] = [:]
        var answers: [String: JSONObject] = [:]
        for entry in fixture.entries {
            for message in entry.message.arrayValue ?? [entry.message] {
                let method = message["method"]?.stringValue
                if entry.from == .server, let method, let id = message["id"] { asked[id] = method }
                if entry.from == .client, method == nil, let id = message["id"], let method = asked[id] {
                    answers[method] = message["result"]?.objectValue
                }
            }
        }
        return answers
    }
}
