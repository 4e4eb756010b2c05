import JSON
import MCP

extension Check {
    private static let identityRules: [CheckRule] = [
        .legacy(.must, .specification("basic/lifecycle#initialization")),
        .modern(.should, .specification("basic/index#_meta")),
    ]

    static let serverInfo = Check(
        "INIT-SERVER-INFO",
        "The server says who it is",
        requirement: """
            A legacy server gives its name and version, as text, in the initialize result. A modern one should give \
            them in the _meta of its results.
            """,
        reason: "Logs, bug reports and pinned versions need a name and a version.",
        method: "The result of the handshake is read.",
        twin: "A server that leaves serverInfo out, or whose version is a number.",
        rules: identityRules,
        steps: []
    ) { record in
        if case .malformed(let exchange, let text) = record.opening, text.contains("serverInfo") {
            return .failed(
                expected: "serverInfo with name and version",
                actual: text,
                message: exchange.answer?.excerpt
            )
        }
        return record.opened { session in
            let info = session.identity
            return ["name", "version"].allSatisfy { info?[$0]?.stringValue != nil }
                ? .passed
                : .failed(
                    expected: "\(session.placeOfIdentity) with name and version",
                    actual: info?.text() ?? "nothing",
                    message: session.exchange.answer?.excerpt
                )
        }
    }

    static let serverName = Check(
        "INIT-SERVER-NAME",
        "Name and version of the server are not empty",
        requirement: "The name and the version that a server gives itself say something: neither is empty.",
        reason: "An empty version looks like an answer and is none: nobody can tell which server had the fault.",
        method: "The result of the handshake is read. The specification only asks for text.",
        twin: "A server whose version is \"\".",
        rules: [.always(.should, .house)],
        steps: []
    ) { record in
        record.opened { session in
            guard let info = session.identity else {
                return .notApplicable("the server does not say who it is: see INIT-SERVER-INFO")
            }
            let empty = ["name", "version"].first { info[$0]?.stringValue == "" }
            return empty.map {
                .failed(
                    expected: "a \($0) that is not empty",
                    actual: info.text(),
                    message: session.exchange.answer?.excerpt
                )
            } ?? .passed
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

extension OpenedSession {
    /// Where a server of this era gives its name.
    fileprivate var placeOfIdentity: String {
        revision.era == .modern ? "_meta[\"\(MetaKey.serverInfo)\"]" : "serverInfo"
    }

    fileprivate var identity: JSONValue? {
        revision.era == .modern ? result["_meta"]?[MetaKey.serverInfo] : result["serverInfo"]
    }
}
