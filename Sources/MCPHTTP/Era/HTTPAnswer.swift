package import MCP

/// What came back for a posted message, as far as it tells which protocol the server speaks.
package enum HTTPAnswer: Sendable, Hashable {
    /// A JSON-RPC result, under whatever status.
    case result
    /// A JSON-RPC error, under whatever status.
    case error(status: Int, ErrorObject)
    /// A body without JSON-RPC, or no body.
    case other(status: Int, HTTPFault)
    /// Nothing came that could be looked at.
    case nothing(HTTPFault)
}
