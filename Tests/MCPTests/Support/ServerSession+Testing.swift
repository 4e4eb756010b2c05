import JSON

import MCP

extension ServerConfiguration {
    static func testing(_ offer: RevisionOffer = .all) -> ServerConfiguration {
        ServerConfiguration(
            info: Implementation(name: "test-server", version: "1"),
            capabilities: ServerCapabilities(["tools": [:]]),
            offer: offer,
            methods: ["tools/list", "tools/call", "subscriptions/listen", "logging/setLevel"]
        )
    }
}

extension ServerSession {
    mutating func received(_ text: String) -> [ServerAction] { received(bytes(text)) }

    /// A session whose client has shaken hands on a legacy revision, or one that serves a modern one only.
    static func ready(_ revision: ProtocolRevision, capabilities: String = "{}") -> ServerSession {
        var session = ServerSession(configuration: .testing(.only(revision)))
        guard revision.era == .legacy else { return session }
        _ = session.received(initialize(revision.rawValue, capabilities: capabilities))
        _ = session.received(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
        return session
    }

    static func initialize(_ version: String, capabilities: String = "{}") -> String {
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(version)","#
            + #""capabilities":\#(capabilities),"clientInfo":{"name":"c","version":"1"}}}"#
    }

    /// A request as a client of the revision sends it.
    static func request(_ revision: ProtocolRevision, id: String = "7", _ method: String) -> String {
        guard revision.era == .modern else { return #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)"}"# }
        return #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":{"_meta":{"#
            + #""io.modelcontextprotocol/protocolVersion":"\#(revision)","#
            + #""io.modelcontextprotocol/clientCapabilities":{}}}}"#
    }
}

extension [ServerAction] {
    /// The messages sent, as values.
    var sent: [JSONValue] {
        compactMap { action in
            guard case .send(let bytes) = action else { return nil }
            return json(text(bytes))
        }
    }

    /// The codes of the errors sent.
    var sentErrors: [Int] { sent.compactMap { $0["error"]?["code"]?.intValue } }

    var calls: [RequestContext] {
        compactMap { action in
            guard case .call(let context) = action else { return nil }
            return context
        }
    }

    var violations: [ProtocolViolation.Code] {
        compactMap { action in
            guard case .violation(let violation) = action else { return nil }
            return violation.code
        }
    }
}
