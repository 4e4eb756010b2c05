package import JSON

/// A valid request for the owner of a server session to answer, with all that its answer may depend on.
package struct RequestContext: Sendable, Hashable {
    /// What the answer has to carry, and what `respond` is called with.
    package let id: RequestID
    /// One of the configured methods, and one that exists in the revision.
    package let method: String
    /// The parameters, unconverted; nil when absent.
    package let payload: Payload?
    /// The revision to answer in.
    package let revision: ProtocolRevision
    /// Of this very request in the modern era, of the handshake in the legacy one.
    package let clientCapabilities: ClientCapabilities
    /// Self-reported; nil when a modern client keeps it to itself.
    package let clientInfo: Implementation?
    /// The token to report progress with; nil when none is wanted.
    package let progressToken: RequestID?
    /// Modern: the least severe log message the client wants for this request; nil wants none.
    package let logLevel: LoggingLevel?

    /// The era of the revision to answer in.
    package var era: ProtocolEra { revision.era }

    /// The parameters as values, `{}` when absent; converted on each call.
    package var params: JSONObject { payload?.value.objectValue ?? [:] }
}
