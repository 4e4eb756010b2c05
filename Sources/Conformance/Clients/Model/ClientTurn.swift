package import HTTPTypes

/// One HTTP request of the client under test, as it arrived, with the head of what it was answered.
package struct ClientTurn: Sendable {
    /// Which of our servers it came to.
    package enum Party: Sendable, Hashable {
        /// The MCP server, and what else is served beside it.
        case server
        /// The authorization server that the MCP server names first.
        case issuer
        /// The one it names later, or the identity provider.
        case otherIssuer
    }

    /// Whom it reached.
    package let party: Party
    /// Of HTTP, in upper case.
    package let method: String
    /// Without the query.
    package let path: String
    /// What follows the question mark; empty without one.
    package let query: String
    /// As they came; of a request to an authorization server only those about credentials.
    package let fields: HTTPFields
    /// Empty for none.
    package let body: [UInt8]
    /// When it arrived, counted from the beginning of the scene.
    package let moment: Duration
    /// Of the answer; 0 while there is none.
    package var status = 0
    /// Of the answer.
    package var given = HTTPFields()
    /// When the answer began, counted like `moment`; nil while there is none.
    package var answered: Duration?
}
