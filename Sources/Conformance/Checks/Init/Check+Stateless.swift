import JSON
import MCP

extension Check {
    static let requiredMeta = Check(
        "INIT-REQUIRED-META",
        "A request without its required _meta is refused",
        requirement: """
            Every modern request carries the revision and the capabilities of the client in _meta; one without them \
            is malformed and refused with -32602.
            """,
        reason: "A server that guesses what it was not told works with the capabilities of nobody in particular.",
        method: "server/discover with a _meta that names the revision but leaves the capabilities out.",
        twin: "A server that answers such a request as if nothing were missing.",
        rules: [.modern(.must, .specification("basic/index#_meta"))],
        steps: [.missingMeta]
    ) { record in
        record.exchange(.missingMeta) { exchange in
            exchange.errorCode == -32602
                ? .passed
                : .failed(expected: "error -32602", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }

    static let legacyHint = Check(
        "INIT-LEGACY-HINT",
        "A client of the old era is told which revisions would work",
        requirement: """
            A server without legacy revisions names the revisions that it supports in the error with which it answers \
            initialize.
            """,
        reason: "An old client has no other way to tell its user what is wrong.",
        method: "initialize at the end of the session. A server that answers it serves both eras: nothing to check.",
        twin: "A modern server that refuses initialize with a bare -32601.",
        rules: [
            .modern(
                .should,
                .specification("basic/versioning#backward-compatibility-with-initialization-based-versions")
            )
        ],
        steps: [.legacyInitialize]
    ) { record in
        record.exchange(.legacyInitialize) { exchange in
            if case .result = exchange.outcome {
                return .notApplicable("the server serves the legacy era too")
            }
            if case .error(let error) = exchange.outcome,
                ProtocolRevision.allCases.contains(where: { error.text().contains($0.rawValue) })
            {
                return .passed
            }
            return .failed(
                expected: "an error that names the supported revisions",
                actual: exchange.summary,
                message: exchange.answer?.excerpt
            )
        }
    }
}
