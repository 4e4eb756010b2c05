import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Streams beside each other, and streams that are taken up again.
extension Check {
    static let httpParallel = Check(
        "HTTP-PARALLEL",
        "Requests that are under way at once are answered each by itself",
        requirement: """
            Several requests may be under way at once; each is answered under its own POST, with its own id and with \
            nothing of the others.
            """,
        reason: "Clients ask for tools, resources and prompts together; a server that takes one at a time fails them.",
        method: "Three requests are posted at the same time, and what comes under each is read.",
        twin: "A server that refuses a request while another one is under way.",
        rules: [
            .streamable(.must, "multiple-connections"),
            .modern(.must, .specification("basic/transports/streamable-http#receiving-messages")),
        ],
        steps: [.httpOpen, .httpParallel1, .httpParallel2, .httpParallel3],
        on: .http
    ) { record in
        let steps: [Step] = [.httpParallel1, .httpParallel2, .httpParallel3]
        let verdicts = steps.map { step in
            record.trial(step) { turn in
                let ids = turn.messages.filter { $0["method"] == nil }.map { $0["id"] ?? .null }
                return ids == [turn.posted?["id"] ?? .null] && turn.isSuccess
                    ? .passed
                    : .failed(
                        expected: "the answer to \(turn.posted?["id"]?.text() ?? "the request"), and no other",
                        actual: "\(turn.summary); answers to \(ids.map { $0.text() }.joined(separator: ", "))",
                        message: turn.excerpt
                    )
            }
        }
        return verdicts.first { $0 != .passed } ?? .passed
    }

    static let httpResume = Check(
        "HTTP-RESUME",
        "A stream that the server broke off can be taken up again",
        requirement: """
            A server that ends a stream before the answer, after an event with an id, gives the rest to a GET that \
            names the event.
            """,
        reason: "The answer would be lost, and the client waits for it in vain.",
        method: "The fixture test_reconnection is called; its stream breaks off, and a GET takes it up.",
        twin: "A server that has forgotten the stream.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("basic/transports#resumability-and-redelivery")
            )
        ],
        steps: [.firstListing, .httpOpen, .httpPoll, .httpResume],
        on: .http
    ) { record in
        record.trial(.httpResume) { turn in
            turn.messages.contains { $0["id"] == "openwork-http-20" && $0["result"] != nil }
                ? .passed
                : .failed(expected: "the answer that was missing", actual: turn.summary, message: turn.excerpt)
        }
    }

    static let httpReplay = Check(
        "HTTP-REPLAY",
        "Nothing of another stream is given again",
        requirement: "What a GET with the id of an event brings belongs to the stream of that event.",
        reason: "An answer to something else is taken for one that was asked for, or is handled twice.",
        method: "A stream that broke off is taken up again while other requests were answered before it.",
        twin: "A server that gives all answers of the session again.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports#resumability-and-redelivery")
            )
        ],
        steps: [.firstListing, .httpOpen, .httpPoll, .httpResume],
        on: .http
    ) { record in
        record.trial(.httpResume) { turn in
            guard turn.isSuccess else { return .notApplicable("the server gives nothing again: \(turn.summary)") }
            let stray = turn.messages.first { $0["method"] == nil && $0["id"] != "openwork-http-20" }
            return stray.map {
                .failed(
                    expected: "what is of this stream",
                    actual: "the answer to \($0["id"]?.text() ?? "something else")",
                    message: turn.excerpt
                )
            } ?? .passed
        }
    }
}
