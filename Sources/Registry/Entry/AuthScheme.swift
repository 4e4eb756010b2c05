/// How a user proves to a server who they are.
package struct AuthScheme: Sendable, Hashable {
    /// What the credential is.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A key that the vendor gives out.
        case apiKey
        /// A token that is sent in the `Authorization` field.
        case bearer
        /// Log-in with the vendor in a browser.
        case oauth2
        /// A key file of a technical user.
        case serviceAccount
        /// No credential: whoever reaches the server may use it.
        case none
    }

    /// What the credential is.
    package var kind: Kind
    /// Sets of variables of which one must be complete, beside everything that is required anyway; empty for no choice.
    package var alternatives: [[String]]
    /// What is known of the log-in; nil where there is none.
    package var oauth: OAuthFacts?
    /// What a user should know, such as traps with the wrong kind of token.
    package var note: String?

    /// A scheme of which only the kind is known.
    package init(_ kind: Kind, alternatives: [[String]] = [], oauth: OAuthFacts? = nil, note: String? = nil) {
        self.kind = kind
        self.alternatives = alternatives
        self.oauth = oauth
        self.note = note
    }
}
