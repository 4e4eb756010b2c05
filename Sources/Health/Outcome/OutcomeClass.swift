/// The kinds of outcome that the health machine treats alike.
package enum OutcomeClass: String, Sendable, Hashable, CaseIterable {
    /// It worked.
    case good
    /// Somebody has to give or renew a credential; trying again changes nothing.
    case auth
    /// The server was not reached, or is no usable server.
    case reach
    /// It was reached and wants a pause.
    case throttle
    /// It was reached and fails on the vendor's side.
    case vendor
    /// Our own fault, which says nothing about the server.
    case local
}
