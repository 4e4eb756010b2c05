import JSON

/// What an error's words may mean, in English: the last resort.
enum ErrorWords {
    /// What was understood, and from which words.
    struct Reading: Equatable {
        var code: OutcomeCode
        var words: String
        /// Whether somebody has to log in, whatever is configured.
        var isLogin = false
    }

    /// How far down a text words count; what matters stands at its beginning or, in traces, at its end.
    private static let limitInCharacters = 4_000

    /// Reads a text that is known to be about an error; nil when it says nothing that is understood.
    ///
    /// Logs are full of numbers, so that a bare status in them means nothing: `takesStatuses` is false there.
    static func read(_ text: String, takesStatuses: Bool = true) -> Reading? {
        let end = text.dropFirst(limitInCharacters).suffix(limitInCharacters)
        let plain = String((text.prefix(limitInCharacters) + " " + end).lowercased().map { $0.isNewline ? " " : $0 })
        for (code, phrases) in phrases {
            for phrase in phrases where plain.holds(phrase) { return Reading(code: code, words: phrase) }
        }
        for phrase in logins where plain.holds(phrase) {
            return Reading(code: .credentialMissing, words: phrase, isLogin: true)
        }
        for phrase in late where plain.holds(phrase.1) { return Reading(code: phrase.0, words: phrase.1) }
        return takesStatuses ? status(in: plain) : nil
    }

    /// Whether a text that nobody marked as an error reads like one: it begins like one, or is short and says so.
    static func soundsLikeFailure(_ text: String) -> Bool {
        let start = text.drop { !$0.isLetter }.prefix(200).lowercased()
        if openings.contains(where: start.hasPrefix) { return true }
        if start.hasPrefix("tool:"), text.holds("\nStatus: 4") || text.holds("\nStatus: 5") { return true }
        return text.utf8.count <= 300 && refusals.contains { start.holds($0) }
    }

    private static let openings = [
        "error", "failed", "failure", "connection failed", "exception", "traceback", "unauthorized", "forbidden",
        "not authenticated", "authentication failed", "authentication required", "authentication error",
        "invalid token", "invalid api key", "invalid credentials", "access denied", "permission denied", "stderr:",
        "fatal", "http error", "request failed", "rate limit exceeded", "rate limited", "too many requests",
        "no pkce",
    ]
    private static let refusals = [
        "not authenticated", "not logged in", "not signed in", "authentication required", "api key is missing",
        "no api key", "no access token", "rate limit exceeded",
    ]

    /// In the order in which they count: a text often holds several.
    private static let phrases: [(OutcomeCode, [String])] = [
        (
            .rateLimited,
            [
                "too many requests", "rate limit", "rate-limit", "ratelimit", "throttling", "throttled",
                "quota exceeded",
                "request limit reached", "requests limit exceeded", "limit exceeded", "throttle limit",
            ]
        ),
        (
            .networkDown,
            [
                "max retries exceeded with url", "name resolution", "newconnectionerror", "connecterror",
                "econnrefused",
                // With what stands before it: ModuleNotFoundError holds the same letters.
                " enotfound", "'enotfound", "\"enotfound", "getaddrinfo", "all connection attempts failed",
                "cannot reach", "connection_failed",
                "no such host", "network is unreachable", "dial tcp",
            ]
        ),
        (
            .scopeInsufficient,
            [
                "insufficient scope", "insufficient_scope", "insufficient authentication scope", "missing scope",
                "missing_scope", "missing required scope", "does not contain scopes", "required scope",
                "restricted to certain users",
            ]
        ),
        (
            .credentialInvalid,
            ["invalid or expired", "expired or invalid", "missing or invalid", "not authenticated or"]
        ),
        (
            .credentialExpired,
            [
                "has expired", "have expired", "expired or revoked", "expired/revoked", "token expired",
                "session expired", "expired session", "authorization expired", "re-authorize", "reauthorize",
                "invalid_grant", "token is inactive", "has been revoked", "was revoked", "is revoked",
            ]
        ),
        (
            .credentialInvalid,
            [
                "bad credentials", "invalid api key", "api key invalid", "invalid token", "invalid access token",
                "invalid bearer", "token is invalid", "key is invalid", "invalid credentials", "invalid authentication",
                "invalidclienttokenid", "security token included in the request is invalid", "invalid oauth",
                "invalid username", "authentication failed", "was rejected", "rejected the", "valid access token",
                "valid api token", "could not be decoded", "check api key", "check your api key", "auth failed",
                "key may be invalid", "failed to authenticate", "credential is refused", "invalid_token",
                "not a valid token", "oauth token is not valid",
            ]
        ),
        (
            .credentialMissing,
            [
                "variable is not set", "variable not set", "variable required", "variable is required",
                "environment variables", "no access token", "no api key", "missing api key", "api key found",
                "api key not provided",
                "credentials found", "credentials not found", "credentials were not found", "no credentials",
                "no token provided", "credentials available", "missing authorization", "header not sent",
                "authentication credentials were not provided", "access token is required", "token is required",
                "api key is required", "an api key is required", "requires authentication", "token required",
                "keys file not found", "app key missing", "credentials. run", "no intuit app credentials",
                "must be set in environment", "configure credentials", "no accounts are authenticated",
                "not configured", "configuration error", "must be provided",
            ]
        ),
    ]

    private static let logins = [
        "authentication required", "authentication needed", "authorization required", "not signed in",
        "not logged in", "not authenticated", "please log in", "please authenticate", "login required", "log in to",
        "sign in to", "valid linkedin session", "authorization url:", "opening browser", "open this url",
    ]

    private static let late: [(OutcomeCode, String)] = [
        (.scopeInsufficient, "permission denied"), (.scopeInsufficient, "not have permission"),
        (.scopeInsufficient, "sufficient permission"), (.scopeInsufficient, "insufficient permission"),
        (.scopeInsufficient, "not have the required permission"), (.scopeInsufficient, "not authorized to perform"),
        (.scopeInsufficient, "resource not accessible"), (.credentialInvalid, "unauthorized"),
        (.scopeInsufficient, "forbidden"), (.scopeInsufficient, "access denied"),
        (.vendorError, "internal server error"), (.vendorError, "bad gateway"),
        (.vendorError, "service unavailable"), (.vendorError, "gateway timeout"),
        (.vendorError, "temporarily unavailable"),
    ]

    /// A status that stands alone among the words.
    private static func status(in text: String) -> Reading? {
        let numbers = text.split { !$0.isNumber && !$0.isLetter }.filter { $0.count == 3 }
        for number in numbers {
            switch String(number) {
            case "401": return Reading(code: .credentialInvalid, words: "401")
            case "403": return Reading(code: .scopeInsufficient, words: "403")
            case "429": return Reading(code: .rateLimited, words: "429")
            case "500", "502", "503", "504": return Reading(code: .vendorError, words: String(number))
            default: continue
            }
        }
        return nil
    }
}
