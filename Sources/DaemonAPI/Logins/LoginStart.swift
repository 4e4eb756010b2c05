package import JSON

/// A log-in that has begun: where the browser has to go, and until when it may come back.
package struct LoginStart: Sendable, Hashable {
    /// The integration.
    package var integration: String
    /// Tells this log-in from others of the integration; it opens nothing.
    package var login: String
    /// The address to open in the user's browser.
    package var authorizationURL: String
    /// Where the browser comes back to; where that cannot be reached, its address bar has what to paste.
    package var redirectURI: String
    /// Who asks the user.
    package var issuer: String
    /// What is asked for; empty for what the vendor gives by itself.
    package var scopes: [String]
    /// After that, it has to be begun anew.
    package var expiresAt: Timestamp

    /// A log-in that has begun.
    package init(
        integration: String,
        login: String,
        authorizationURL: String,
        redirectURI: String,
        issuer: String,
        scopes: [String],
        expiresAt: Timestamp
    ) {
        self.integration = integration
        self.login = login
        self.authorizationURL = authorizationURL
        self.redirectURI = redirectURI
        self.issuer = issuer
        self.scopes = scopes
        self.expiresAt = expiresAt
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "integration": .string(integration), "login": .string(login),
            "authorizationUrl": .string(authorizationURL), "redirectUri": .string(redirectURI),
            "issuer": .string(issuer), "scopes": JSONValue(texts: scopes), "expiresAt": JSONValue(expiresAt),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "login")
        integration = try reader.text("integration")
        login = try reader.text("login")
        authorizationURL = try reader.text("authorizationUrl")
        redirectURI = try reader.text("redirectUri")
        issuer = try reader.text("issuer")
        scopes = reader.texts("scopes")
        expiresAt = try reader.time("expiresAt")
    }
}
