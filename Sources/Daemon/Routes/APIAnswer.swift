import DaemonAPI
import JSON
import MCPHTTP

/// What a route answers, before it becomes a response.
enum APIAnswer: Sendable {
    case json(JSONValue, status: Int)
    /// Text that was written before, and when it is told.
    case told(TaggedJSON, at: Timestamp)
    /// One part of a long list, with the address of the next; nil for the last.
    case page(JSONValue, next: String?)
    case text(String, type: String)
    case nothing
    /// Something for a browser.
    case web(WebDocument)
    /// A page for people.
    case document(HTMLPage, status: Int)
    /// Events as long as there are any.
    case events(AnyEventSource)
    /// An endpoint that answers the request by itself.
    case endpoint(RoleEndpoint)

    static func json(_ value: JSONValue) -> APIAnswer { .json(value, status: 200) }
}
