import JSON
import MCP

extension Check {
    static let unknownRevision = Check(
        "INIT-UNKNOWN-REVISION",
        "An unknown revision is answered with one that the server supports",
        requirement: """
            Asked for a revision that it does not support, a legacy server answers initialize with another one that \
            it does support; a modern server refuses the request with -32022 and lists those it supports.
            """,
        reason: "This is how old and new clients and servers find a common language at all.",
        method: """
            Legacy: initialize with protocolVersion 1999-12-31, in a process of its own; -32602 with a list of \
            supported revisions, as the specification shows it, is taken as well. Modern: server/discover with that \
            revision in _meta.
            """,
        twin: "A server that echoes whatever revision it is asked for, or refuses without naming one.",
        rules: [
            .legacy(.must, .specification("basic/lifecycle#version-negotiation")),
            .modern(.must, .specification("basic/versioning#protocol-version-negotiation")),
        ],
        steps: [.unknownRevision]
    ) { record in
        record.exchange(.unknownRevision) { exchange in
            record.revision.era == .modern ? modernAnswer(exchange) : legacyAnswer(exchange)
        }
    }

    private static func legacyAnswer(_ exchange: Exchange) -> Verdict {
        switch exchange.outcome {
        case .result(let result)
        where ProtocolRevision(rawValue: result["protocolVersion"]?.stringValue ?? "") != nil:
            return .passed
        case .error(let error) where error["code"]?.intValue == -32602 && error.namesRevisions:
            return .passed
        case .result(let result):
            return .failed(
                expected: "a result with a protocolVersion that exists",
                actual: "protocolVersion \(result["protocolVersion"]?.text() ?? "left out")",
                message: exchange.answer?.excerpt
            )
        case .error, .unanswered, .serverEnded, .lost, .notSent:
            return .failed(
                expected: "a result with a protocolVersion that the server supports",
                actual: exchange.summary,
                message: exchange.answer?.excerpt
            )
        }
    }

    private static func modernAnswer(_ exchange: Exchange) -> Verdict {
        guard case .error(let error) = exchange.outcome, exchange.errorCode == -32022, error.namesRevisions else {
            return .failed(
                expected: "error -32022 with data.supported, a list of revisions",
                actual: exchange.summary,
                message: exchange.answer?.excerpt
            )
        }
        return .passed
    }
}

extension JSONValue {
    /// Whether an error lists at least one revision that exists.
    fileprivate var namesRevisions: Bool {
        let supported = self["data"]?["supported"]?.arrayValue ?? []
        return supported.contains { ProtocolRevision(rawValue: $0.stringValue ?? "") != nil }
    }
}
