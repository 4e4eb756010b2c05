import JSON
import MCP
import MCPAuthorization

/// Which scopes a client asks for, and how often.
extension ClientCheck {
    private static let selection = CheckRule.login(
        .should,
        "scope-selection-strategy",
        "index#scope-selection-strategy"
    )
    private static let stepUp = CheckRule.login(
        .should,
        "step-up-authorization-flow",
        "index#step-up-authorization-flow"
    )

    static let clientScopeChallenged = ClientCheck(
        "CLIENT-AUTH-SCOPE-CHALLENGE",
        "The scope of the challenge is asked for",
        requirement: "A client asks for the scope that WWW-Authenticate names.",
        reason: "It is what this request needs: no less, and no more.",
        method: "The challenge names mcp:basic.",
        twin: "A client that does not read the challenge.",
        rules: selection,
        scenes: ["auth/scope-from-www-authenticate"]
    ) { asked($0, [["mcp:basic"]]) }

    static let clientScopeSupported = ClientCheck(
        "CLIENT-AUTH-SCOPE-SUPPORTED",
        "Without a challenge that names one, all published scopes are asked for",
        requirement: "Where the challenge names no scope, a client asks for scopes_supported of the metadata.",
        reason: "With less the tools refuse; the server has published what it takes.",
        method: "The metadata has three scopes, the challenge none.",
        twin: "A client that asks for the first one.",
        rules: selection,
        scenes: ["auth/scope-from-scopes-supported"]
    ) { asked($0, [["mcp:basic", "mcp:read", "mcp:write"]]) }

    static let clientScopeNone = ClientCheck(
        "CLIENT-AUTH-SCOPE-NONE",
        "Where nobody names a scope, none is asked for",
        requirement: "A client leaves scope out where neither challenge nor metadata have one.",
        reason: "An invented scope is refused.",
        method: "Neither challenge nor metadata name a scope.",
        twin: "A client that asks for something.",
        rules: selection,
        scenes: ["auth/scope-omitted-when-undefined"]
    ) { record in
        guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
        let scope = record.authorizations.compactMap { $0.parameters["scope"] }.first
        return record.holds(scope == nil, expected: "no scope", actual: "it asked for \(scope ?? "")")
    }

    static let clientStepUp = ClientCheck(
        "CLIENT-AUTH-STEP-UP",
        "Too little scope leads to a login with more",
        requirement: "After a 403 for want of scope, a client asks for that scope and for what it had before.",
        reason: "With the new one alone it loses what it could do.",
        method: "Listing needs mcp:basic, calling mcp:write, and the 403 names only the latter.",
        twin: "A client that asks for the new scope only.",
        rules: stepUp,
        scenes: ["auth/scope-step-up"]
    ) { asked($0, [["mcp:basic"], ["mcp:basic", "mcp:write"]]) }

    static let clientRetryLimit = ClientCheck(
        "CLIENT-AUTH-RETRY-LIMIT",
        "A client that is refused again and again gives up",
        requirement: "A client tries a few logins for want of scope, and then tells its user.",
        reason: "The user would be sent to the browser without end.",
        method: "Tokens never have the scope that is asked for; logins are counted, and 3 are enough.",
        twin: "A client that never gives up.",
        rules: stepUp,
        scenes: ["auth/scope-retry-limit"]
    ) { record in
        let count = record.authorizations.count
        guard count > 0 else { return record.untried("nobody was asked to authorize") }
        return record.holds(count <= 3, expected: "1 to 3 logins", actual: "\(count) logins")
    }

    static let clientOffline = ClientCheck(
        "CLIENT-AUTH-OFFLINE",
        "Where refresh tokens are to be had, they are asked for",
        requirement: "A client that wants refresh tokens asks for offline_access where the metadata has it.",
        reason: "Without one the user has to log in again every hour.",
        method: "The metadata of the authorization server has offline_access.",
        twin: "A client that never asks for it.",
        rules: [.modernLogin(.should, "index#refresh-tokens")],
        scenes: ["auth/offline-access-scope"]
    ) { record in
        let verdict = asked(record, [["mcp:basic", "offline_access"]])
        let grants = record.registrations.map { $0.json["grant_types"]?.arrayValue ?? [] }
        guard verdict == .passed, let first = grants.first else { return verdict }
        return record.holds(
            first.contains("refresh_token"),
            expected: "a registration for refresh_token",
            actual: "it registered for \(first.map { $0.text() })"
        )
    }

    static let clientNoOffline = ClientCheck(
        "CLIENT-AUTH-NO-OFFLINE",
        "offline_access is asked for only where there is such a scope",
        requirement: "A client leaves offline_access out where the metadata does not have it.",
        reason: "A scope that does not exist is refused, and there is no login at all.",
        method: "The metadata has scopes, and offline_access is not among them.",
        twin: "A client that always asks for it.",
        rules: [.modernLogin(.must, "index#refresh-tokens")],
        scenes: ["auth/offline-access-not-supported"]
    ) { asked($0, [["mcp:basic", "mcp:read"]]) }

    /// Whether just these scopes were asked for, login by login; their order means nothing.
    private static func asked(_ record: ClientRecord, _ scopes: [Set<Substring>]) -> Verdict {
        guard !record.authorizations.isEmpty else { return record.untried("nobody was asked to authorize") }
        func text(_ scopes: [[Substring]]) -> String {
            scopes.map { $0.isEmpty ? "no scope" : $0.joined(separator: " ") }.joined(separator: ", then ")
        }
        let asked = record.scopes
        return record.holds(
            asked.map { Set($0) } == scopes,
            expected: text(scopes.map { $0.sorted() }),
            actual: "it asked for \(text(asked))"
        )
    }
}
