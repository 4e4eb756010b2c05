import MCPHTTP

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
