/// How a client proves to a token endpoint who it is; the names of the methods are those of RFC 7591.
package enum ClientAuthentication: Sendable {
    case none
    case basic(Secret)
    case post(Secret)
    /// A signed statement, RFC 7523.
    case assertion(SigningKey)

    /// The name of the method in metadata.
    package var method: String {
        switch self {
        case .none: "none"
        case .basic: "client_secret_basic"
        case .post: "client_secret_post"
        case .assertion: "private_key_jwt"
        }
    }

    /// Chooses how to send a secret; Basic where the server does not say, as RFC 8414 section 2 has it.
    package init(secret: Secret, offered: [String]?) throws(AuthorizationFault) {
        let offered = offered ?? ["client_secret_basic"]
        if offered.contains("client_secret_basic") {
            self = .basic(secret)
        } else if offered.contains("client_secret_post") {
            self = .post(secret)
        } else {
            throw .badMetadata(.unsupportedAuthentication(offered))
        }
    }
}
