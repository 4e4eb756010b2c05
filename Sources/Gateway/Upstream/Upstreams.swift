package import MCP

/// The integrations behind the roles: what they offer, and the way to them.
///
/// `SessionUpstreams` is the implementation over sessions that somebody keeps open; tests use it in memory.
package protocol Upstreams: Sendable {
    /// What every integration offers now, from memory: never waits for any of them.
    func offers() -> [UpstreamOffer]

    /// Everything that happens from now on; bounded, and who reads too late finds all offers in `offers`.
    func changes() -> AsyncStream<UpstreamChange>

    /// Makes a request, once: what was lost is not sent again.
    ///
    /// Cancelling the task gives it up, and tells the integration.
    func perform(_ request: UpstreamRequest) async -> UpstreamAnswer

    /// Has an integration tell of changes of some resources, and not any longer of others, as far as one watcher goes.
    ///
    /// Returns when the integration has agreed, or why it has not. Watchers are counted: each `adding` is to be followed
    /// by one `notLonger`, in whatever order those of several watchers come.
    func watch(
        _ adding: Set<String>,
        notLonger removing: Set<String>,
        of integration: String
    ) async -> ErrorObject?
}
