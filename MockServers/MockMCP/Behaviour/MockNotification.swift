public import JSON
import MCP

/// A notification that a mock sends by itself.
public struct MockNotification: Sendable, Hashable {
    /// When it is sent.
    public enum Moment: Sendable, Hashable {
        /// When the handshake is over; in the stateless era, which has none, with the first request.
        case ready
        /// With each call of a tool, before its answer.
        case call
    }

    let method: String
    let params: JSONObject?
    let moment: Moment

    /// A notification in words of the protocol, for example `notifications/message`.
    public init(_ method: String, _ params: JSONObject? = nil, at moment: Moment = .ready) {
        self.method = method
        self.params = params
        self.moment = moment
    }

    /// What is sent.
    var message: MCP.Notification {
        MCP.Notification(method: method, params: params)
    }
}
