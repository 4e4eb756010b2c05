package import JSON

/// What the authorization server answers.
package enum OAuthReply: Sendable, Hashable {
    case document(JSONValue, status: Int = 200)
    case redirect(String)
    case empty(status: Int)
    /// A proof of possession has to contain this.
    case nonceNeeded(String)

    /// The status of its HTTP form.
    package var status: Int {
        switch self {
        case .document(_, let status), .empty(let status): status
        case .redirect: 302
        case .nonceNeeded: 400
        }
    }

    /// An OAuth error.
    static func refusing(_ error: String, status: Int = 400) -> OAuthReply {
        .document(["error": .string(error), "error_description": "said by the mock"], status: status)
    }
}
