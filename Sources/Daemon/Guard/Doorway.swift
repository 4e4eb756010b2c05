/// What a request has to show at an address, beside coming from the one who runs the daemon or with a token.
package enum Doorway: Sendable, Hashable {
    /// Nothing else opens it.
    case closed
    /// Anybody may ask: the address tells nothing.
    case open
    /// A browser that another site sends here may come in by itself, never a request of that site's page.
    case arrival
    /// Whoever signs may come in, from wherever: the signature is all that counts, and is checked behind the door.
    case signed
}
