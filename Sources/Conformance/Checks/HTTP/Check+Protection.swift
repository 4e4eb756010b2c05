import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Servers that want a token: tried where we were given one with --bearer-env.
extension Check {
    private static let since2025 = ProtocolRevision.march2025...ProtocolRevision.november2025

    private static func rules(_ anchor: String) -> [CheckRule] {
        [
            CheckRule(since2025, .must, .specification("basic/authorization#\(anchor)")),
            .modern(.must, .specification("basic/authorization/index#\(anchor)")),
        ]
    }

    static let httpNoToken = Check(
        "HTTP-TOKEN-MISSING",
        "Without a token there is 401",
        requirement: "A protected server answers a request without a token with status 401.",
        reason: "It is what tells a client to log in; any other status looks like a fault of the server.",
        method: "A request without our token; a server that serves it wants none.",
        twin: "A server that answers 403.",
        rules: rules("token-handling"),
        steps: [.httpOpen, .httpNoToken],
        on: .http
    ) { record in
        record.refused(.httpNoToken, with: 401...401)
    }

    static let httpBadToken = Check(
        "HTTP-TOKEN-WRONG",
        "A wrong token is refused with 401",
        requirement: "A protected server checks each token, and answers one that it does not know with status 401.",
        reason: "A server that looks only whether there is a token lets everybody in.",
        method: "A request with a token of our invention.",
        twin: "A server that takes any token.",
        rules: rules("token-handling"),
        steps: [.httpOpen, .httpBadToken],
        on: .http
    ) { record in
        record.refused(.httpBadToken, with: 401...401)
    }

    static let httpResourceMetadata = Check(
        "HTTP-RESOURCE-METADATA",
        "A protected server says who issues its tokens",
        requirement: """
            A protected server publishes metadata with its own address and at least one authorization server, at the \
            address that its 401 names or at the well-known one.
            """,
        reason: "Without it no client can log in by itself.",
        method: "The address is taken from WWW-Authenticate, or made from that of the server, and fetched.",
        twin: "A server that wants a token and says nothing of where to get one.",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/authorization#authorization-server-location")
            ),
            .modern(
                .must,
                .specification("basic/authorization/authorization-server-discovery#authorization-server-location")
            ),
        ],
        steps: [.httpOpen, .httpResourceMetadata],
        on: .http
    ) { record in
        record.trial(.httpResourceMetadata) { turn in
            let document = turn.messages.first
            let servers = document?["authorization_servers"]?.arrayValue ?? []
            return turn.isSuccess && !servers.isEmpty && document?["resource"]?.stringValue != nil
                ? .passed
                : .failed(
                    expected: "a document with resource and authorization_servers",
                    actual: turn.summary,
                    message: turn.excerpt
                )
        }
    }
}
