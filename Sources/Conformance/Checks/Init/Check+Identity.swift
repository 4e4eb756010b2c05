import JSON
import MCP

extension Check {
    static let serverInfo = Check(
        "INIT-SERVER-INFO",
        "The server says who it is",
        requirement: """
            A legacy server gives its name and version in the initialize result. A modern one should give them in the \
            _meta of its results.
            """,
        reason: "Logs, bug reports and pinned versions need a name and a version.",
        method: "The result of the handshake is read; name and version must be strings that are not empty.",
        twin: "A server whose name is empty, or that leaves serverInfo out.",
        rules: [
            .legacy(.must, .specification("basic/lifecycle#initialization")),
            .modern(.should, .specification("basic/index#_meta")),
        ],
        steps: []
    ) { record in
        record.opened { session in
            let isModern = session.revision.era == .modern
            let info = isModern ? session.result["_meta"]?[MetaKey.serverInfo] : session.result["serverInfo"]
            let isNamed = ["name", "version"].allSatisfy { !(info?[$0]?.stringValue ?? "").isEmpty }
            return isNamed
                ? .passed
                : .failed(
                    expected: "\(isModern ? "_meta[\"\(MetaKey.serverInfo)\"]" : "serverInfo") with name and version",
                    actual: info?.text() ?? "nothing",
                    message: session.exchange.answer?.excerpt
                )
        }
    }

    static let capabilities = Check(
        "INIT-CAPABILITIES",
        "The declared capabilities are objects",
        requirement: "capabilities is an object, and each capability in it is an object of settings.",
        reason: "Clients decide by this object what they may ask for.",
        method: "The capabilities of the handshake result are read member by member.",
        twin: "A server that declares \"tools\": true.",
        rules: [
            .legacy(.must, .specification("basic/lifecycle#capability-negotiation")),
            .modern(.must, .specification("server/discover#discoverresult")),
        ],
        steps: []
    ) { record in
        if case .malformed(let exchange, let text) = record.opening, text.contains("capabilities") {
            return .failed(expected: "an object of objects", actual: text, message: exchange.answer?.excerpt)
        }
        return record.opened { session in
            let members = session.result["capabilities"]?.objectValue
            guard let wrong = members?.first(where: { $0.value.objectValue == nil }) else {
                return members == nil
                    ? .failed(expected: "an object", actual: session.result["capabilities"]?.text() ?? "nothing")
                    : .passed
            }
            return .failed(
                expected: "\(wrong.key) as an object",
                actual: wrong.value.text(),
                message: session.exchange.answer?.excerpt
            )
        }
    }
}
