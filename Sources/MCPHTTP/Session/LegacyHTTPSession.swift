package import HTTPTypes
package import MCP

/// The session a legacy server keeps for us over HTTP: its name, its revision, and what happens when it is forgotten.
package struct LegacyHTTPSession: Sendable, Hashable {
    /// Counts the sessions of one connection, so that a late 404 about an old one is recognised.
    package typealias Generation = Int

    /// What to do after a 404.
    package enum Recovery: Sendable, Hashable {
        /// Open a new session, then send the request again.
        case initialize
        /// A new session was opened meanwhile: send the request again.
        case repeatRequest
        /// Another request is opening one: wait for it, then send the request again.
        case wait
        case fail(HTTPFault)
    }

    /// Nil before `initialize` and for servers without sessions.
    package private(set) var id: String?
    /// Nil before `initialize` was answered.
    package private(set) var revision: ProtocolRevision?
    /// Grows with every session that is opened.
    package private(set) var generation: Generation = 0
    private var isRecovering = false

    package init() {}

    /// `initialize` was answered, for the first time or again.
    /// - Throws: the fault of a session name or revision that cannot be used.
    package mutating func initialized(
        sessionID: String?,
        version: String?
    ) throws(HTTPFault) {
        isRecovering = false
        guard sessionID?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) != false, sessionID != "" else {
            throw .badSessionID
        }
        let revision = version.flatMap(ProtocolRevision.init(rawValue:))
        // A fresh session must be what the connection above already believes it is.
        if let old = self.revision, old != revision { throw .sessionChanged(version ?? "(none)") }
        id = sessionID
        self.revision = revision
        generation += 1
    }

    /// The header fields every message of the session carries.
    package var fields: HTTPFields {
        var fields = HTTPFields()
        fields[MCPField.sessionID] = id
        // The header came with 2025-06-18; older servers know the revision from the session.
        if let revision, revision >= .june2025 { fields[MCPField.protocolVersion] = revision.rawValue }
        return fields
    }

    /// A message of the given generation was answered with 404, for the first time or after it was sent again.
    package mutating func forgotten(in generation: Generation, isRepeated: Bool) -> Recovery {
        guard !isRepeated else { return .fail(.sessionLost) }
        guard generation == self.generation else { return .repeatRequest }
        guard id != nil else { return .fail(.status(404, error: nil)) }
        guard !isRecovering else { return .wait }
        isRecovering = true
        return .initialize
    }

    /// Opening a new session failed; the next 404 tries again.
    package mutating func recoveryFailed() {
        isRecovering = false
    }
}
