import DaemonAPI
import JSON
import MCPHTTP

/// What a route answers, before it becomes a response.
enum APIAnswer: Sendable {
    case json(JSONValue, status: Int)
    /// One part of a long list, with the address of the next; nil for the last.
    case page(JSONValue, next: String?)
    case text(String, type: String)
    case nothing
    /// Events as long as there are any.
    case events(AnyEventSource)

    static func json(_ value: JSONValue) -> APIAnswer { .json(value, status: 200) }
}

/// Something that happens, as events of a stream, whatever it comes from.
struct AnyEventSource: Sendable {
    /// Hands each event to the closure until there are no more, or the closure throws.
    let forEach: @Sendable (_ body: @Sendable (ServerSentEvent) async throws -> Void) async throws -> Void

    init<Source: AsyncSequence & Sendable>(
        _ source: Source,
        _ event: @escaping @Sendable (Source.Element) -> ServerSentEvent
    ) where Source.Failure == Never {
        forEach = { body in
            for await element in source { try await body(event(element)) }
        }
    }
}
