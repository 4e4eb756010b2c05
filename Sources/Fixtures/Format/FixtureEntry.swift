package import JSON

/// One thing that happened in a conversation.
package struct FixtureEntry: Sendable, Hashable {
    /// Who it came from.
    package enum Origin: String, Sendable, Hashable, CaseIterable {
        /// A message of the client.
        case client
        /// A message of the server.
        case server
        /// A line of the server's standard error.
        case stderr
        /// The end of the server's process.
        case exit
        /// The head of an HTTP request or response.
        case http
    }

    /// Milliseconds since the conversation began.
    package var at: Int
    /// Who it came from.
    package var from: Origin
    /// A JSON-RPC message, or a string for what is no JSON; an object for `exit` and `http`.
    package var message: JSONValue
    /// Over HTTP, the number of the request in whose body or response it travelled; nil over stdio.
    package var exchange: Int?

    /// Notes that something happened.
    package init(at: Int, from: Origin, message: JSONValue, exchange: Int? = nil) {
        self.at = at
        self.from = from
        self.message = message
        self.exchange = exchange
    }
}
