import JSON
import MCP

extension Check {
    static let handshake = Check(
        "INIT-HANDSHAKE",
        "The era is found and the handshake succeeds",
        requirement: """
            A legacy server answers initialize with its revision, capabilities and identity; a modern one answers \
            server/discover with the revisions it supports and its capabilities.
            """,
        reason: "Without a handshake no client can use anything the server offers.",
        method: """
            server/discover is sent first; a result or a modern error means the modern era. Anything else, or silence, \
            means legacy, and initialize follows. The answer is read member by member.
            """,
        twin:
            "A server that answers initialize and server/discover with an error, or with a result that lacks members.",
        rules: [
            .legacy(.must, .specification("basic/lifecycle#initialization")),
            .modern(.must, .specification("server/discover")),
        ],
        steps: []
    ) { record in
        let expected =
            record.revision.era == .modern
            ? "a result of server/discover with supportedVersions and capabilities"
            : "a result of initialize with protocolVersion, capabilities and serverInfo"
        switch record.opening {
        case .opened, .unknownRevision: return .passed
        case .notStarted(let text), .notOffered(let text): return .incomplete(text)
        case .interrupted: return .incomplete(Interruption.reason)
        case .ended(let how): return .failed(expected: expected, actual: how, message: record.ending?.lastWords)
        case .silent(let bound): return .failed(expected: expected, actual: "no answer within \(bound.short)")
        case .refused(let exchange):
            return .failed(
                expected: expected,
                actual: "\(exchange.method) was answered with \(exchange.summary)",
                message: exchange.answer?.excerpt
            )
        case .malformed(let exchange, let text):
            return .failed(expected: expected, actual: text, message: exchange.answer?.excerpt)
        }
    }

    static let knownRevision = Check(
        "INIT-KNOWN-REVISION",
        "The revision of the server is a published one",
        requirement: "The server names a revision of the specification that exists, as a date.",
        reason: "A client cannot know what messages of an invented revision mean, and has to hang up.",
        method: "The protocolVersion of the initialize result, or supportedVersions of server/discover, is looked up.",
        twin: "A server that answers with the revision 1999-12-31.",
        rules: [
            .legacy(.must, .specification("basic/lifecycle#version-negotiation")),
            .modern(.must, .specification("basic/versioning#protocol-version-negotiation")),
        ],
        steps: []
    ) { record in
        if case .unknownRevision(let exchange, let text) = record.opening {
            return .failed(
                expected: "one of \(ProtocolRevision.allCases.map(\.rawValue).joined(separator: ", "))",
                actual: "\"\(text)\"",
                message: exchange.answer?.excerpt
            )
        }
        return record.opened { session in
            guard let versions = session.result["supportedVersions"]?.arrayValue else {
                return .passed
            }
            return versions.contains(.string(session.revision.rawValue))
                ? .passed
                : .failed(
                    expected: "supportedVersions with \(session.revision.rawValue), in which the server answers",
                    actual: JSONValue.array(versions).text(),
                    message: session.exchange.answer?.excerpt
                )
        }
    }
}
