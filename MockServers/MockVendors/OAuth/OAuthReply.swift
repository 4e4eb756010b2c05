package import JSON

/// What the authorization server answers.
package enum OAuthReply: Sendable, Hashable {
    case document(JSONValue, status: Int = 200)
    case redirect(String)
    case empty(status: Int)
    /// A proof of possession has to contain this.
    case nonceNeeded(String)

    /// An OAuth error.
    static func refusing(_ error: String, status: Int = 400) -> OAuthReply {
        .document(["error": .string(error), "error_description": "said by the mock"], status: status)
    }
}
