package import JSON

/// The one thing that ended a contact, as the transport or the protocol showed it.
package enum Sighting: Sendable, Hashable {
    /// Required settings are absent, so nothing was tried; their names.
    case unconfigured(missing: [String])
    /// The program could not be started; why, in words.
    case spawnFailed(String)
    /// The process ended by itself.
    case exited(ProcessEnd)
    /// No connection was made; what the system or library said.
    case unreachable(Reach, String)
    /// Nothing came within the time limit.
    case timedOut(after: Duration)
    /// The connection ended before the answer.
    case closed(String)
    /// An HTTP response that is no success and no JSON-RPC; its facts are in `ContactFacts.http` too.
    case httpStatus(HTTPFacts)
    /// Something answered that is no MCP; what it said.
    case notMCP(String)
    /// A rule of the protocol was broken: its stable name, and what was wrong.
    case violation(rule: String, String)
    /// A JSON-RPC error in the place of a result.
    case rpcError(code: Int64, message: String, data: JSONValue?)
    /// The result of a tool call.
    case toolResult(ToolAnswer)
    /// The tools were listed; so many are there.
    case listed(tools: Int)
    /// The handshake was done and nothing more was asked.
    case greeted
    /// Our own side was at fault.
    case local(LocalFault, String)

    /// How a process ended.
    package enum ProcessEnd: Sendable, Hashable {
        case code(Int32)
        case signal(Int32)
        /// It is gone and nobody knows how.
        case unknown
    }

    /// Which step towards a connection failed.
    package enum Reach: String, Sendable, Hashable, CaseIterable {
        case dns, refused, tls, closed, other
    }

    /// What was wrong with this machine.
    package enum LocalFault: String, Sendable, Hashable {
        case networkDown, hostOverloaded
    }
}
