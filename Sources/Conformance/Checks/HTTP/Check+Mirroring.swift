import JSON
import MCP

/// What modern headers repeat of the body, and under which status an error comes.
extension Check {
    static let httpBadVersion = Check(
        "HTTP-BAD-VERSION",
        "An unknown MCP-Protocol-Version is refused",
        requirement: "A request whose MCP-Protocol-Version the server does not support is answered with status 400.",
        reason: "A server that goes on as if it had understood reads the message by the wrong rules.",
        method: """
            Legacy: ping in a session with MCP-Protocol-Version: 1999-12-31. Modern: server/discover that names this \
            revision in header and body alike.
            """,
        twin: "A server that does not look at the header.",
        rules: [
            CheckRule(.june2025 ... .november2025, .must, .specification("basic/transports#protocol-version-header")),
            .modernHTTP(.must, "protocol-version-header"),
        ],
        steps: [.httpBadVersion, .unknownRevision],
        on: .http
    ) { record in
        record.revision.era == .legacy
            ? record.refused(.httpBadVersion, with: 400...400) : record.status(of: .unknownRevision, is: 400)
    }

    static let httpNoVersion = Check(
        "HTTP-NO-VERSION",
        "A request without MCP-Protocol-Version is dealt with as its era has it",
        requirement: """
            In a session a request without MCP-Protocol-Version is served, by what was negotiated; in the stateless \
            era the header is required, and without it a request is refused with status 400 and error -32020.
            """,
        reason: "Old clients do not know the header; new ones that leave it out would be read by the wrong rules.",
        method: "ping, or server/discover, without the header.",
        twin: "A legacy server that insists on the header, or a modern one that does without.",
        rules: [
            CheckRule(.june2025 ... .november2025, .should, .specification("basic/transports#protocol-version-header")),
            .modernHTTP(.must, "protocol-version-header"),
        ],
        steps: [.httpNoVersion, .legacyInitialize],
        on: .http
    ) { record in
        guard record.revision.era == .modern else {
            return record.trial(.httpNoVersion) { turn in
                turn.isSuccess && turn.result != nil
                    ? .passed : .failed(expected: "a result", actual: turn.summary, message: turn.excerpt)
            }
        }
        if case .result? = record.exchanges[.legacyInitialize]?.outcome {
            // Such a server may take the request for one of 2025-03-26; it must only not serve it as a modern one.
            return record.trial(.httpNoVersion) { turn in
                turn.result == nil
                    ? .passed : .failed(expected: "a refusal", actual: turn.summary, message: turn.excerpt)
            }
        }
        return record.refused(.httpNoVersion, with: 400...400, code: -32020)
    }

    static let httpWrongVersion = mirror(
        "HTTP-VERSION-MATCHES",
        "MCP-Protocol-Version has to match the body",
        header: "MCP-Protocol-Version",
        step: .httpWrongVersion,
        anchor: "protocol-version-header",
        method: "server/discover with revision 2026-07-28 in its body and 2025-11-25 in the header."
    )

    static let httpNoMethod = mirror(
        "HTTP-METHOD-REQUIRED",
        "Mcp-Method is required",
        header: "Mcp-Method",
        step: .httpNoMethod,
        anchor: "standard-request-headers",
        method: "server/discover without the header."
    )

    static let httpWrongMethod = mirror(
        "HTTP-METHOD-MATCHES",
        "Mcp-Method has to match the body",
        header: "Mcp-Method",
        step: .httpWrongMethod,
        anchor: "server-validation",
        method: "server/discover with Mcp-Method: tools/list."
    )

    static let httpWrongName = mirror(
        "HTTP-NAME-MATCHES",
        "Mcp-Name has to match the body",
        header: "Mcp-Name",
        step: .httpWrongName,
        anchor: "server-validation",
        method: "A call of a tool that nobody has, with the name of another in the header."
    )

    static let httpWrongParameter = mirror(
        "HTTP-PARAMETER-MATCHES",
        "Mcp-Param headers have to match the body",
        header: "Mcp-Param",
        step: .httpWrongParameter,
        anchor: "server-behavior-for-custom-headers",
        method: "A call of a read-only tool with an x-mcp-header argument, and another value in its header."
    )

    private static func mirror(
        _ id: CheckID,
        _ title: String,
        header: String,
        step: Step,
        anchor: String,
        method: String
    ) -> Check {
        Check(
            id,
            title,
            requirement: """
                A request whose \(header) header is missing where it is required, or differs from its body, is \
                refused with status 400 and error -32020.
                """,
            reason: "Proxies decide by the header and servers by the body: a difference is a way around the proxy.",
            method: method,
            twin: "A server that reads only the body.",
            rules: [.modernHTTP(.must, anchor)],
            steps: [.firstListing, step],
            on: .http
        ) { record in
            record.refused(step, with: 400...400, code: -32020)
        }
    }

    static let httpUnknownMethod = Check(
        "HTTP-UNKNOWN-METHOD",
        "An unknown method is answered with 404",
        requirement: "A request for a method that the server does not have is answered with status 404 and -32601.",
        reason: "Proxies and monitors see only the status; the error in the body tells it from a wrong address.",
        method: "The status of the answer to the unknown method of the session.",
        twin: "A server that answers it with status 200.",
        rules: [.modernHTTP(.must, "protocol-version-header")],
        steps: [.unknownMethod],
        on: .http
    ) { record in
        record.status(of: .unknownMethod, is: 404)
    }

    static let httpMissingMeta = Check(
        "HTTP-MISSING-META",
        "A request without its _meta is answered with 400",
        requirement: "A request that lacks what _meta has to hold is answered with status 400.",
        reason: "It is the request that is wrong, and sending it again is of no use.",
        method: "The status of the answer to server/discover without the capabilities of the client.",
        twin: "A server that answers it with status 200.",
        rules: [.modern(.must, .specification("basic#_meta"))],
        steps: [.missingMeta],
        on: .http
    ) { record in
        record.status(of: .missingMeta, is: 400)
    }
}
