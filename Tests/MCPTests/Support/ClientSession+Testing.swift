import JSON

import MCP

extension ClientConfiguration {
    /// Short, round bounds, so that a timer's duration tells which one it is.
    static func testing(
        _ offer: RevisionOffer = .all,
        capabilities: ClientCapabilities = .none,
        respawnLimit: Int = 1
    ) -> ClientConfiguration {
        ClientConfiguration(
            info: Implementation(name: "test-client", version: "1"),
            capabilities: capabilities,
            offer: offer,
            bounds: ClientBounds(
                start: .seconds(30),
                probe: .seconds(2),
                handshake: .seconds(10),
                request: .seconds(60),
                requestWithProgress: .seconds(300)
            ),
            respawnLimit: respawnLimit
        )
    }
}

extension ClientSession {
    mutating func received(_ text: String) -> [ClientAction] { received(bytes(text)) }

    /// A session that has shaken hands on the revision, with a server that declared nothing.
    static func ready(
        _ revision: ProtocolRevision,
        capabilities: ClientCapabilities = .none
    ) -> ClientSession {
        var session = ClientSession(configuration: .testing(.only(revision), capabilities: capabilities))
        _ = session.opened()
        switch revision.era {
        case .modern:
            _ = session.received(Self.discovery([revision.rawValue]))
        case .legacy:
            _ = session.received(Self.initialization(revision.rawValue))
        }
        return session
    }

    /// An answer to the probe, by default under the id of a session's first request.
    static func discovery(_ versions: [String], id: Int = 1) -> String {
        let list = versions.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"jsonrpc":"2.0","id":\#(id),"result":{"resultType":"complete","supportedVersions":[\#(list)],"#
            + #""capabilities":{"tools":{}},"ttlMs":0,"cacheScope":"private"}}"#
    }

    /// An answer to `initialize`.
    static func initialization(_ version: String, id: Int = 1) -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"result":{"protocolVersion":"\#(version)","capabilities":{"tools":{}},"#
            + #""serverInfo":{"name":"test-server","version":"1"}}}"#
    }
}

extension [ClientAction] {
    /// The messages sent, as values.
    var sent: [JSONValue] {
        compactMap { action in
            guard case .send(let bytes) = action else { return nil }
            return json(text(bytes))
        }
    }

    /// The methods of the requests and notifications sent.
    var sentMethods: [String] { sent.compactMap { $0["method"]?.stringValue } }

    var violations: [ProtocolViolation.Code] {
        compactMap { action in
            guard case .violation(let violation) = action else { return nil }
            return violation.code
        }
    }

    var completions: [RequestID: [RequestOutcome]] {
        reduce(into: [:]) { completions, action in
            guard case .complete(let id, let outcome) = action else { return }
            completions[id, default: []].append(outcome)
        }
    }

    var ready: ServerDescription? {
        compactMap { (action) -> ServerDescription? in
            guard case .ready(let description) = action else { return nil }
            return description
        }.first
    }

    var failure: ClientFailure? {
        compactMap { (action) -> ClientFailure? in
            guard case .failed(let failure) = action else { return nil }
            return failure
        }.first
    }
}
