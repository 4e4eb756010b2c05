package import JSON

/// How an integration stands with its log-in; no token, code or secret is in it.
package struct LoginReport: Sendable, Hashable {
    /// How the last log-in that was begun ended.
    package struct Ending: Sendable, Hashable {
        /// Which it was.
        package var login: String
        /// Whether there is a grant of it.
        package var isGood: Bool
        /// What became of it, in a sentence.
        package var message: String
        /// When it ended.
        package var at: Timestamp

        /// An end, good or bad.
        package init(login: String, isGood: Bool, message: String, at: Timestamp) {
            self.login = login
            self.isGood = isGood
            self.message = message
            self.at = at
        }
    }

    /// The integration.
    package var integration: String
    /// The server that a log-in is for; nil where none takes one.
    package var server: String?
    /// Whether there is a grant for it.
    package var isLoggedIn: Bool
    /// Who gave the grant; nil without one.
    package var issuer: String?
    /// What the grant allows, as far as its issuer says.
    package var scopes: [String]
    /// When its token was given.
    package var since: Timestamp?
    /// When its token ends; nil when nobody said.
    package var expiresAt: Timestamp?
    /// Whether it is renewed without the user.
    package var isRenewed: Bool
    /// What the server wanted beyond the grant, and only another log-in gives.
    package var wantedScopes: [String]
    /// Log-ins that wait for their browser.
    package var pending: [String]
    /// The last one that ended since the daemon began; nil for none.
    package var last: Ending?

    /// Nobody logged in, unless more is set.
    package init(integration: String, server: String? = nil) {
        self.integration = integration
        self.server = server
        (isLoggedIn, isRenewed) = (false, false)
        (scopes, wantedScopes, pending) = ([], [], [])
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "integration": .string(integration), "server": JSONValue(server), "loggedIn": .bool(isLoggedIn),
            "issuer": JSONValue(issuer), "scopes": JSONValue(texts: scopes), "since": JSONValue(since),
            "expiresAt": JSONValue(expiresAt), "renewed": .bool(isRenewed),
            "wantedScopes": JSONValue(texts: wantedScopes), "pending": JSONValue(texts: pending),
            "last": last?.json ?? .null,
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "login")
        integration = try reader.text("integration")
        server = reader["server"]?.stringValue
        isLoggedIn = reader.truth("loggedIn")
        issuer = reader["issuer"]?.stringValue
        scopes = reader.texts("scopes")
        since = reader.timeIfAny("since")
        expiresAt = reader.timeIfAny("expiresAt")
        isRenewed = reader.truth("renewed")
        wantedScopes = reader.texts("wantedScopes")
        pending = reader.texts("pending")
        if let json = reader["last"] { last = try Ending(json: json) }
    }
}

extension LoginReport.Ending {
    fileprivate var json: JSONValue {
        ["login": .string(login), "good": .bool(isGood), "message": .string(message), "at": JSONValue(at)]
    }

    fileprivate init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "login/last")
        login = try reader.text("login")
        isGood = reader.truth("good")
        message = try reader.text("message")
        at = try reader.time("at")
    }
}
