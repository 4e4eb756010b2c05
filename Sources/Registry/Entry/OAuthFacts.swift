/// What is known of a vendor's log-in before it is asked; discovery has the last word.
package struct OAuthFacts: Sendable, Hashable {
    /// How a client makes itself known.
    package enum Registration: String, Sendable, Hashable, CaseIterable {
        /// It registers itself.
        case dynamic
        /// It names the address of a document about itself.
        case clientMetadata
        /// The user creates an application with the vendor and configures its id.
        case own
    }

    /// Who issues the tokens.
    package var authorizationServer: String?
    /// Where the metadata of the resource is.
    package var protectedResource: String?
    /// Where the browser goes.
    package var authorizeURL: String?
    /// Where codes and refresh tokens are exchanged.
    package var tokenURL: String?
    /// How a client makes itself known; nil when not established.
    package var registration: Registration?
    /// What to ask for, at most.
    package var scopes: [String]

    /// Facts of which none is known yet.
    package init() { scopes = [] }
}
