/// How messages travel to and from a server.
package enum ServerTransport: String, Sendable, Hashable, CaseIterable {
    /// One message a line over the standard streams of a child process.
    case stdio
    /// HTTP with one endpoint for everything.
    case streamableHTTP = "streamable-http"
    /// HTTP with a separate stream of events, as of 2024-11-05.
    case sse
}
