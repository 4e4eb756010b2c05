package import Hummingbird
package import NIOCore

/// The context of a request to an MCP endpoint: it keeps the connection, to notice that the client is gone.
package struct MCPRequestContext: RequestContext {
    /// What the server library keeps per request.
    package var coreContext: CoreRequestContextStorage
    /// The connection, or the stream of an HTTP/2 connection.
    package let channel: any Channel

    /// Made by the server library for each request.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
