/// The steps of one contact with a server, in order.
package enum ContactPhase: String, Sendable, Hashable, CaseIterable, Comparable {
    /// From starting the process until it takes messages.
    case start
    /// Handshake, or the first request over HTTP.
    case connect
    /// Asking for the tools.
    case list
    /// Calling one.
    case call

    /// The earlier one comes first.
    package static func < (left: ContactPhase, right: ContactPhase) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
