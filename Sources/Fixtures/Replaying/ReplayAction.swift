package import JSON

/// What a replay has its driver do.
package enum ReplayAction: Sendable, Hashable {
    /// Send a message; nil means that it belongs to no request of the client.
    case send([UInt8], turn: Int?)
    /// Nothing more follows for this request.
    case finish(turn: Int)
    /// Over HTTP: answer the request with this instead of a message.
    case refuse(turn: Int, status: Int, fields: JSONObject, body: String)
    /// Write a line of standard error.
    case standardError(String)
    /// End the process with this code.
    case exit(Int32)
}
