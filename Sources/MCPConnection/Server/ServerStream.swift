/// What a transport lets a handler do with the stream that carries its messages.
package struct ServerStream: Sendable {
    /// Ends the stream but not the call; false where the client could not come back for the rest.
    package var close: @Sendable (_ retry: Duration?) async -> Bool

    /// A stream that is closed by a closure.
    package init(close: @escaping @Sendable (_ retry: Duration?) async -> Bool) {
        self.close = close
    }

    /// Stays open: it is a pipe, or what goes over it cannot be had again.
    package static let fixed = ServerStream { _ in false }
}
