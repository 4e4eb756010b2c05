/// What the daemon bears from its callers.
package struct ServingBounds: Sendable, Hashable {
    /// Bytes of a request's body.
    package var bodyLimitInBytes = 1 << 20
    /// For so long a body may take to come.
    package var bodyBound: Duration = .seconds(20)
    /// After so long without a byte a connection is closed on which nothing is being answered.
    package var idleBound: Duration = .seconds(75)
    /// Connections at once: each agent holds two, one of them for what it is told.
    package var connectionLimit = 4_096
    /// Bytes of the header fields of a request together.
    package var headerLimitInBytes = 32 << 10
    /// After so long an event stream on which nothing happens says that it is still there.
    package var keepAlive: Duration = .seconds(15)
    /// Requests that read: so many a second in the long run, and four times as many at once.
    package var readsPerSecond = 1_000.0
    /// Requests that change something: so many a second in the long run, and four times as many at once.
    package var changesPerSecond = 20.0

    /// The usual bounds.
    package init() {}
}
