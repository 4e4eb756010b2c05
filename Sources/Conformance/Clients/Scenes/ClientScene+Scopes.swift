import MCP
import MockVendors

extension ClientScene {
    /// Which scopes are asked for, and how often.
    static let scopes: [ClientScene] = [
        door(
            "scope-from-www-authenticate",
            gate: ResourceGate(publication: .challengedPath, challengedScope: "mcp:basic")
        ),
        door(
            "scope-from-scopes-supported",
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic", "mcp:read", "mcp:write"])
        ),
        door("scope-omitted-when-undefined"),
        door(
            "scope-step-up",
            gate: ResourceGate(
                publication: .challengedPath,
                scopesSupported: ["mcp:profile"],
                challengedScope: "mcp:basic",
                scopesByMethod: ["tools/list": "mcp:basic", "tools/call": "mcp:write"]
            )
        ),
        door(
            "scope-retry-limit",
            official,
            OAuthScript(grantedScopes: "mcp:basic"),
            gate: ResourceGate(
                publication: .challengedPath,
                challengedScope: "mcp:admin",
                scopesByMethod: ["tools/list": "mcp:admin"]
            )
        ),
        door(
            "offline-access-scope",
            modern,
            OAuthScript(scopes: ["mcp:basic", "offline_access"]),
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic"])
        ),
        door(
            "offline-access-not-supported",
            modern,
            OAuthScript(scopes: ["mcp:basic", "mcp:read"]),
            gate: ResourceGate(publication: .challengedPath, scopesSupported: ["mcp:basic", "mcp:read"])
        ),
    ]
}
