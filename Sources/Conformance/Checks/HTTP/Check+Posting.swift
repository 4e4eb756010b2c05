import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// What is answered to what was posted.
extension Check {
    static let httpAccepted = Check(
        "HTTP-ACCEPTED",
        "A notification is answered with 202 and no body",
        requirement: "A notification that the server takes is answered with status 202 Accepted and an empty body.",
        reason: "Clients that read a body there wait for one, or take it for an answer.",
        method: """
            Legacy: notifications/initialized of a session of its own. Modern: notifications/cancelled about a \
            request that never was.
            """,
        twin: "A server that answers notifications with status 200 and a JSON document.",
        rules: [.streamable(.must, "sending-messages-to-the-server"), .modernHTTP(.must, "sending-messages")],
        steps: [.httpNotify],
        on: .http
    ) { record in
        record.trial(.httpNotify) { turn in
            if let status = turn.status, record.revision.era == .modern, (400..<500).contains(status) {
                return .notApplicable("the server does not take this notification: \(turn.summary)")
            }
            return turn.status == 202 && turn.size == 0
                ? .passed
                : .failed(
                    expected: "status 202 without a body",
                    actual: "\(turn.summary), \(turn.size) bytes",
                    message: turn.excerpt
                )
        }
    }

    static let httpContentType = Check(
        "HTTP-CONTENT-TYPE",
        "A request is answered with JSON or with an event stream",
        requirement: """
            The response to a request has the content type application/json, with one message, or \
            text/event-stream.
            """,
        reason: "The content type is all that tells a client how to read what follows.",
        method: "The responses to all requests of the session are looked at.",
        twin: "A server that sends its JSON as text/plain.",
        rules: [.streamable(.must, "sending-messages-to-the-server"), .modernHTTP(.must, "sending-messages")],
        steps: Step.spoken,
        on: .http
    ) { record in
        record.eachAnswer(where: \.isSuccess) { turn in
            ["application/json", "text/event-stream"].contains(turn.mediaType)
                ? nil
                : Finding(
                    expected: "application/json or text/event-stream",
                    actual: turn.summary,
                    message: turn.excerpt
                )
        }
    }

    static let httpStreamEnds = Check(
        "HTTP-STREAM-ENDS",
        "The answer is the last message on its stream",
        requirement: "An event stream that answers a request ends after the answer.",
        reason: "What comes after it belongs to no request any more, and keeps the connection from being used again.",
        method: "The event streams of all requests are read to what they hold after the answer.",
        twin: "A server that sends a log message after the answer.",
        rules: [
            .streamable(.should, "sending-messages-to-the-server"), .modernHTTP(.should, "receiving-messages"),
        ],
        steps: Step.spoken,
        on: .http
    ) { record in
        record.eachAnswer(where: \.isEventStream, nothing: "nothing was answered with an event stream") { turn in
            let messages = turn.messages
            guard let answer = messages.firstIndex(where: { $0["id"] == turn.posted?["id"] && $0["method"] == nil }),
                let next = messages[(answer + 1)...].first
            else {
                return nil
            }
            return Finding(
                expected: "nothing after the answer",
                actual: "\(messages.count - answer - 1) messages after it",
                message: Excerpt(JSONValue.object(next).utf8())
            )
        }
    }

    static let httpMalformed = Check(
        "HTTP-MALFORMED",
        "What is no message is refused",
        requirement: "A body that the server cannot take is answered with a status of the 400s, such as 400.",
        reason: "A client, or whatever stands between, must not believe that the message was delivered.",
        method: "Half a message is posted; JSON-RPC's own error -32700 is taken under status 200 as well.",
        twin: "A server that answers 202 to anything.",
        rules: [.streamable(.must, "sending-messages-to-the-server"), .modernHTTP(.must, "sending-messages")],
        steps: [.httpMalformed],
        on: .http
    ) { record in
        record.trial(.httpMalformed) { turn in
            let isRefused = turn.status.map { (400..<500).contains($0) } ?? false
            return isRefused || turn.errorCode == -32700
                ? .passed
                : .failed(expected: "a status of the 400s", actual: turn.summary, message: turn.excerpt)
        }
    }

    static let httpBatch = Check(
        "HTTP-BATCH",
        "A batch is taken apart and answered",
        requirement: "In revision 2025-03-26 a server takes several requests in one array and answers each.",
        reason: "Clients of that revision may send them, and no other has to be understood.",
        method: "Two pings in one array; the answers may come as an array or on an event stream.",
        twin: "A server that refuses arrays.",
        rules: [CheckRule(.march2025 ... .march2025, .must, .specification("basic#batching"))],
        steps: [.httpBatch],
        on: .http
    ) { record in
        record.trial(.httpBatch) { turn in
            let answered = Set(turn.messages.filter { $0["result"] != nil }.compactMap { $0["id"]?.stringValue })
            return answered == ["openwork-http-1", "openwork-http-2"]
                ? .passed
                : .failed(expected: "two results", actual: turn.summary, message: turn.excerpt)
        }
    }

    static let httpUnbuffered = Check(
        "HTTP-UNBUFFERED",
        "Event streams ask proxies not to hold them back",
        requirement: "A response that is an event stream has the header X-Accel-Buffering: no.",
        reason: "Some proxies collect a response before they pass it on; progress then comes with the answer.",
        method: "The event streams of the session are looked at.",
        twin: "A server that leaves the header out.",
        rules: [.modernHTTP(.should, "receiving-messages")],
        steps: Step.spoken,
        on: .http
    ) { record in
        record.eachAnswer(where: \.isEventStream, nothing: "nothing was answered with an event stream") { turn in
            let value = turn.answerFields[MCPField.accelBuffering]
            return value == "no"
                ? nil : Finding(expected: "X-Accel-Buffering: no", actual: value ?? "no such header")
        }
    }
}
