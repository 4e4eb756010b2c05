import JSON
import MCP

/// What a fault does about an event.
enum FaultReaction: Sendable {
    /// Nothing: the event goes on to the next fault, and then to the server or the client.
    case pass
    /// This leaves instead; empty swallows the event, and the server never learns of it.
    case instead([Emission])
    /// The message that came in goes on, changed.
    case receive(JSONObject)

    /// Another message leaves in place of the one that was about to.
    static func send(_ emission: Emission, _ message: JSONObject) -> FaultReaction {
        .instead([emission.carrying(.value(.object(message)))])
    }
}
