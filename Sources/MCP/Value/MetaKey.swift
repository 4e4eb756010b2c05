/// The member names under `_meta` that the protocol reserves and this package uses.
package enum MetaKey {
    /// Opts a request into progress notifications.
    package static let progressToken = "progressToken"
    /// Modern, required: the revision a request is to be read by.
    package static let protocolVersion = "io.modelcontextprotocol/protocolVersion"
    /// Modern: who asks; for display only.
    package static let clientInfo = "io.modelcontextprotocol/clientInfo"
    /// Modern, required: what the client can do for this request.
    package static let clientCapabilities = "io.modelcontextprotocol/clientCapabilities"
    /// Modern: the least severe log message wanted for this request.
    package static let logLevel = "io.modelcontextprotocol/logLevel"
    /// Modern: who answers; for display only.
    package static let serverInfo = "io.modelcontextprotocol/serverInfo"
    /// Modern: the `subscriptions/listen` request a notification belongs to.
    package static let subscriptionID = "io.modelcontextprotocol/subscriptionId"
}
