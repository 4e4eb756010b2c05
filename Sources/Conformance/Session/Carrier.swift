/// How the messages of a session travelled, which decides what rules there are.
package enum Carrier: String, Sendable {
    /// A line each, over pipes or in memory.
    case pipes
    /// Streamable HTTP, stateless or with a session.
    case http
    /// The event stream and the second address of 2024-11-05.
    case eventStream

    /// How it is called in a sentence.
    var title: String {
        switch self {
        case .pipes: "stdio"
        case .http: "Streamable HTTP"
        case .eventStream: "HTTP+SSE"
        }
    }
}
