import HTTPTypes
import JSON
import MCP

/// Who is let in, and by which HTTP methods.
extension Check {
    static let httpOrigin = Check(
        "HTTP-ORIGIN",
        "A web page from elsewhere is refused",
        requirement: "A server looks at the Origin header of every request and refuses one that it does not expect.",
        reason: """
            Any page that a user opens can send requests to servers on that machine, and by DNS rebinding read the \
            answers.
            """,
        method: "A sound request with the header Origin: http://openwork-conform.invalid.",
        twin: "A server that answers whatever page asks.",
        rules: [
            CheckRule(.november2024 ... .november2024, .must, .specification("basic/transports#security-warning")),
            .streamable(.must, "security-warning"), .modernHTTP(.must, "security-endpoint"),
        ],
        steps: [.httpOrigin],
        on: .anyHTTP
    ) { record in
        // Which status it is has been written down since 2025-11-25.
        record.refused(.httpOrigin, with: record.revision >= .november2025 ? 403...403 : 400...499)
    }

    static let httpHost = Check(
        "HTTP-HOST",
        "A request for another host is refused",
        requirement: "A server on loopback refuses requests whose Host header names another host.",
        reason: "Under DNS rebinding the page's own name is in Host; some browsers send no Origin with a GET.",
        method: "A sound request with the header Host: openwork-conform.invalid, where the server is on loopback.",
        twin: "A server that answers to any name.",
        rules: [
            .streamable(.should, "security-warning"), .modernHTTP(.should, "security-endpoint"),
        ],
        steps: [.httpHost],
        on: .http
    ) { record in
        record.refused(.httpHost, with: 400...499)
    }

    static let httpGet = Check(
        "HTTP-GET",
        "GET opens an event stream, or is not allowed",
        requirement: """
            With sessions, GET is answered with an event stream or with status 405; a server of the stateless era \
            only answers 405.
            """,
        reason: "Clients open such a stream on connecting, and need to learn that there is none.",
        method: "A GET that accepts text/event-stream, in a session where there are sessions.",
        twin: "A server that answers GET with a page or a JSON document.",
        rules: [
            .streamable(.must, "listening-for-messages-from-the-server"),
            .modernHTTP(.should, "earlier-streamable-http-revisions"),
        ],
        steps: [.httpGet, .legacyInitialize],
        on: .http
    ) { record in
        record.statelessOnly {
            record.trial(.httpGet) { turn in
                let isStream = record.revision.era == .legacy && turn.isSuccess && turn.isEventStream
                return turn.status == 405 || isStream
                    ? .passed
                    : .failed(
                        expected: record.revision.era == .legacy ? "an event stream, or status 405" : "status 405",
                        actual: turn.summary,
                        message: turn.excerpt
                    )
            }
        }
    }

    static let httpDelete = Check(
        "HTTP-DELETE",
        "DELETE ends a session, or is not allowed",
        requirement: """
            A client may end its session with DELETE; a server that does not allow that answers 405, and so does \
            every server of the stateless era.
            """,
        reason: "Without it, sessions of clients that are gone pile up.",
        method: "A DELETE of the endpoint, with the session where there is one.",
        twin: "A server that fails on DELETE.",
        rules: [
            .streamable(.should, "session-management"),
            .modernHTTP(.should, "earlier-streamable-http-revisions"),
        ],
        steps: [.httpDelete, .legacyInitialize],
        on: .http
    ) { record in
        record.statelessOnly {
            record.trial(.httpDelete) { turn in
                let isEnded = record.revision.era == .legacy && turn.isSuccess
                return turn.status == 405 || isEnded
                    ? .passed
                    : .failed(
                        expected: record.revision.era == .legacy ? "success, or status 405" : "status 405",
                        actual: turn.summary,
                        message: turn.excerpt
                    )
            }
        }
    }
}

extension SessionRecord {
    /// In the stateless era: judges only a server that serves nothing else, for which alone there is such a rule.
    fileprivate func statelessOnly(_ judge: () -> Verdict) -> Verdict {
        if revision.era == .modern, case .result? = exchanges[.legacyInitialize]?.outcome {
            return .notApplicable("the server serves the legacy era too, which has sessions")
        }
        return judge()
    }
}
