import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Event streams: read in every form, and taken up again.
extension ClientCheck {
    static let clientStreamRead = ClientCheck(
        "CLIENT-HTTP-STREAM-READ",
        "An answer is read from an event stream as well",
        requirement: "A client reads answers that come as JSON and answers that come as an event stream.",
        reason: "Which of the two comes is the server's choice, request by request.",
        method: """
            tools/list is answered with a stream that has a comment, a pause, three kinds of line ends, and its message \
            on two lines; the tool is to be called then.
            """,
        twin: "A client that reads only the first line of data.",
        rules: CheckRule.posting(.must, "sending-messages-to-the-server", "sending-messages"),
        scenes: ["tools_call (answers as event streams)"]
    ) { record in
        guard record.requests("tools/list").contains(where: { $0.status == 200 }) else {
            return record.untried("the tools were never listed")
        }
        return record.holds(
            record.calls("add_numbers").contains { $0.status == 200 },
            expected: "a call of the tool that the stream listed",
            actual: "no such call; \(record.ending.summary)"
        )
    }

    static let clientResume = ClientCheck(
        "CLIENT-HTTP-RESUME",
        "A stream that breaks off is taken up where it ended",
        requirement: "After the end of a stream without its answer, a GET with the id of the last event takes it up.",
        reason: "The answer waits there; without the id it is lost.",
        method: "A call is answered with a stream that holds only an event with an id, and ends.",
        twin: "A client that forgets the id of the event.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("basic/transports#resumability-and-redelivery")
            )
        ],
        scenes: ["sse-retry"]
    ) { record in
        guard let call = record.requests("tools/call").first else { return record.untried("no tool was called") }
        let later = record.visits.filter { $0.method == "GET" && $0.moment >= call.moment }
        let expected = "GET with Last-Event-ID: event-1"
        guard !later.isEmpty else { return record.failed(expected, "no GET came; \(record.ending.summary)") }
        let ids = later.map { $0.fields[MCPField.lastEventID] ?? "none" }
        return record.holds(
            ids.contains("event-1"),
            expected: expected,
            actual: "the ids were \(ids.joined(separator: ", "))"
        )
    }

    static let clientWaits = ClientCheck(
        "CLIENT-HTTP-RETRY",
        "A client waits as long as the server asks before it comes back",
        requirement: "The retry field of a stream says how long to wait before it is taken up again; the client does.",
        reason:
            "A server breaks streams off to be spared for a while; who comes back at once costs it more than before.",
        method: "A stream says retry: \(ClientScene.retryInMilliseconds) and ends; the time until the GET is measured.",
        twin: "A client that comes back at once.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports#sending-messages-to-the-server")
            )
        ],
        scenes: ["sse-retry"]
    ) { record in
        guard let call = record.requests("tools/call").first, let answered = call.answered,
            // Not the stream for whatever comes without being asked, which may be opened late.
            let back = record.visits.first(where: { $0.method == "GET" && $0.field("Last-Event-ID") != nil })
                ?? record.visits.first(where: { $0.method == "GET" && $0.moment > call.moment })
        else { return record.untried("no stream was taken up again") }
        let wait = back.moment - answered
        // Clocks of two sides: a little early is not too early.
        let least = Duration.milliseconds(ClientScene.retryInMilliseconds - 50)
        return record.holds(
            wait >= least,
            expected: "at least \(ClientScene.retryInMilliseconds) ms",
            actual: "it came back after \(wait.wholeMilliseconds) ms"
        )
    }

    static let clientGetAccept = ClientCheck(
        "CLIENT-HTTP-GET-ACCEPT",
        "A GET accepts event streams",
        requirement: "The Accept header of a GET names text/event-stream.",
        reason: "A server answers a GET with nothing else.",
        method: "Accept is looked at on every GET of the endpoint.",
        twin: "A client whose GET accepts JSON.",
        rules: [.streamable(.must, "listening-for-messages-from-the-server")],
        scenes: ["sse-retry", "elicitation-sep1034-client-defaults", "tools_call"],
        anywhere: true
    ) { record in
        let gets = record.visits.filter { $0.method == "GET" }
        guard !gets.isEmpty else { return .notApplicable("the client opens no stream of its own") }
        return record.each(gets, nothing: "", expected: "text/event-stream in Accept") { turn in
            turn.field("Accept")?.contains("text/event-stream") == true ? nil : turn.field("Accept") ?? "nothing"
        }
    }

    static let clientCallOnce = ClientCheck(
        "CLIENT-HTTP-ONCE",
        "A broken stream is no reason to ask again",
        requirement: "A client does not take the end of a stream for the end of its request, and sends it once.",
        reason: "The tool would run twice: what was deleted, paid or sent is so again.",
        method: "A call is answered with a stream that ends before the answer; the calls are counted.",
        twin: "A client that calls again.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("basic/transports#sending-messages-to-the-server")
            )
        ],
        scenes: ["sse-retry"]
    ) { record in
        let calls = record.requests("tools/call").count
        guard calls > 0 else { return record.untried("no tool was called") }
        return record.holds(calls == 1, expected: "one call", actual: "\(calls) calls")
    }

    static let clientOldStream = ClientCheck(
        "CLIENT-HTTP-SSE",
        "A client of 2024-11-05 opens a stream and posts where that says",
        requirement: """
            A client opens a stream with GET, reads from its first event where to post, posts everything there, and \
            reads the answers from the stream.
            """,
        reason: "That is the only way into servers of the first revision.",
        method: "The endpoint refuses POST, and serves a stream as that revision has it; a tool is to be called.",
        twin: "A client that accepts no event streams.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.november2024,
                .must,
                .specification("basic/transports#http-with-sse")
            )
        ],
        scenes: ["tools_call (HTTP+SSE of 2024-11-05)"]
    ) { record in
        let expected = "GET with Accept: text/event-stream, then the call, posted to \(ClientRecord.messagePath)"
        let opened = record.visits.first { $0.method == "GET" && $0.status == 200 }
        guard let opened else { return record.failed(expected, "no stream was opened; \(record.ending.summary)") }
        guard opened.field("Accept")?.contains("text/event-stream") == true else {
            return record.failed(expected, "the GET accepts \(opened.field("Accept") ?? "nothing")")
        }
        let call = record.calls("add_numbers").first
        return record.holds(
            call?.path == ClientRecord.messagePath && call?.status == 202,
            expected: expected,
            actual: call.map { "the call was posted to \($0.path)" } ?? "no tool was called; \(record.ending.summary)"
        )
    }
}
