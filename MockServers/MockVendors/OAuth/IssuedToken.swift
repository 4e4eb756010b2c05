/// A token that was issued, and for what.
package struct IssuedToken: Sendable, Hashable {
    /// Who may renew it.
    package var clientID: String
    /// Nil when the request named none.
    package var resource: String?
    /// Names with spaces between them; empty for none.
    package var scope: String
    /// Seconds since 1970; nil for never.
    package var expiresAt: Int64?
    /// Tokens of one login: they end together.
    package var family: Int
    /// The thumbprint of the key that it is bound to; nil for a bearer token.
    package var thumbprint: String?
}
