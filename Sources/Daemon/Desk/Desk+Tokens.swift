package import DaemonAPI
import Store
import Supervision
import Synchronization

extension Desk {
    /// Without the tokens themselves, which nobody can be told any more.
    package func roleTokens(_ role: String) async throws -> [RoleToken] {
        _ = try self.role(role)
        return tokens.all.filter { $0.role == role }.map { RoleToken($0) }
    }

    /// The only answer that has the token.
    package func makeToken(_ role: String, _ request: TokenRequest) async throws -> RoleToken {
        _ = try self.role(role)
        return try await turns.take("/tokens") {
            guard !tokens.all.contains(where: { $0.role == role && $0.name == request.name }) else {
                throw Problem(
                    409,
                    "token_exists",
                    "\(role) has a token \(request.name) already",
                    fix: "choose another name, or revoke that one"
                )
            }
            return try await audited("token", nil) {
                let text = RoleTokens.make()
                let hash = RoleTokens.hash(text)
                let stored = StoredRoleToken(
                    id: hash.prefix(6).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined(),
                    role: role,
                    name: request.name,
                    hash: hash,
                    createdAt: settings.now()
                )
                try await store.add(stored)
                tokens.set(try await store.roleTokens())
                var token = RoleToken(stored)
                token.token = text
                return token
            }
        }
    }

    /// Refused from the next request on.
    package func revokeToken(_ role: String, _ id: String) async throws {
        _ = try self.role(role)
        try await turns.take("/tokens") {
            guard tokens.all.contains(where: { $0.role == role && $0.id == id }) else {
                throw Problem(
                    404,
                    "unknown_token",
                    "\(role) has no token \(id)",
                    fix: "see those that there are: openwork role token list \(role)"
                )
            }
            try await audited("revoke", nil) {
                _ = try await store.removeRoleToken(id)
                tokens.set(try await store.roleTokens())
            }
        }
    }

    /// Whether somebody with this token may use the endpoint of a role.
    package func admits(_ token: String, to role: String) -> Bool { tokens.token(token)?.role == role }
}

extension RoleToken {
    fileprivate init(_ stored: StoredRoleToken) {
        self.init(
            id: stored.id,
            role: stored.role,
            name: stored.name,
            createdAt: Timestamp(milliseconds: stored.createdAt.milliseconds)
        )
    }
}
