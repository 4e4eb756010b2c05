import Crypto
package import JSON
package import MCP

/// What is kept of one call: who called what, and how it ended; no argument and no answer.
package struct AuditRow: Sendable, Hashable {
    /// How a call ended.
    package enum Outcome: Sendable, Hashable {
        case answered
        /// The tool says itself that it failed.
        case toolFailed
        case error(ErrorCode)
        /// The integration wants something of the client first; the call that brings it is another row.
        case needsInput
        /// Not passed on: a limit, or an integration that is left alone.
        case refused(String)
        case timedOut
        /// Given up by the client.
        case cancelled
        /// The integration went away, or was not there.
        case lost
    }

    /// The role at whose endpoint the call was made.
    package var role: String
    /// Whoever the endpoint takes the caller for; empty where nobody says.
    package var caller: String
    /// For instance `tools/call`.
    package var method: String
    /// What was called, by its own name; a resource by its URI.
    package var target: ToolOrigin
    /// How it ended.
    package var outcome: Outcome
    /// From the call to its end.
    package var duration: Duration
    /// SHA-256 of the arguments in canonical form (RFC 8785), so that equal calls can be told without keeping them.
    package var argumentHash: String
    /// The trace that the call belongs to.
    package var trace: TraceParent

    /// Notes a call.
    package init(
        role: String,
        caller: String,
        method: String,
        target: ToolOrigin,
        outcome: Outcome,
        duration: Duration,
        argumentHash: String,
        trace: TraceParent
    ) {
        self.role = role
        self.caller = caller
        self.method = method
        self.target = target
        self.outcome = outcome
        self.duration = duration
        self.argumentHash = argumentHash
        self.trace = trace
    }

    /// Longer arguments are not brought into canonical form, which takes longer than all the rest of a call.
    static let canonicalLimitInBytes = 64 << 10

    /// The same for arguments as they came: of long ones the hash is that of their text, and begins `sha256-text:`.
    package static func hash(ofPassed arguments: Payload?) -> String {
        guard case .text(let text)? = arguments, text.bytes.count > canonicalLimitInBytes else {
            return hash(of: arguments?.value)
        }
        return "sha256-text:" + HexadecimalText(SHA256.hash(data: text.bytes)).text
    }

    /// The hash of arguments, as `sha256:` and hexadecimal digits; missing arguments count as `{}`.
    package static func hash(of arguments: JSONValue?) -> String {
        let digest = SHA256.hash(data: (arguments ?? [:]).utf8(.canonical))
        return "sha256:" + HexadecimalText(digest).text
    }
}

extension AuditRow.Outcome {
    /// One word for tables, the same for all of a kind.
    package var word: String {
        switch self {
        case .answered: "answered"
        case .toolFailed: "tool_failed"
        case .error: "error"
        case .needsInput: "needs_input"
        case .refused: "refused"
        case .timedOut: "timed_out"
        case .cancelled: "cancelled"
        case .lost: "lost"
        }
    }
}
