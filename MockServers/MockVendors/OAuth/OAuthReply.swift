package import JSON

/// What the authorization server answers.
package enum OAuthReply: Sendable, Hashable {
    case document(JSONValue, status: Int = 200)
    case redirect(String)
    case empty(status: Int)

    /// An OAuth error.
    static func refusing(_ error: String, status: Int = 400) -> OAuthReply {
        .document(["error": .string(error), "error_description": "said by the mock"], status: status)
    }
}
