import JSON
import MCP

/// A request of the session on its way to a server.
struct PostedRequest: Sendable {
    let id: RequestID
    let method: String
    let payload: Payload?
    /// The whole message as it goes into the body.
    let message: [UInt8]

    var params: JSONObject { payload?.value.objectValue ?? [:] }

    /// The revision a modern request names in its body; nil when it names none.
    var version: String? {
        payload?.members?["_meta"]?.members?[MetaKey.protocolVersion]?.value.stringValue
    }
}
