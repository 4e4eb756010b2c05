package import DaemonAPI
package import Glibc
package import HTTPTypes
import MCPHTTP

/// Who may call: decides by the user at the other end or by a token, and by what browsers tell about themselves.
package struct Doorkeeper: Sendable {
    /// How a caller shows that it may call.
    package enum Proof: Sendable {
        /// On loopback: it is a process of this user, or of root.
        case user(uid_t)
        /// Bound elsewhere: it has one of the tokens.
        case token(AccessTokens)
    }

    private let proof: Proof
    private let guardian: RequestGuard

    /// Names by which callers may address the daemon, beside those of loopback.
    package var hosts: Set<String> { guardian.hosts }

    /// Whether who calls has to show a token.
    package var wantsTokens: Bool {
        if case .token = proof { true } else { false }
    }

    /// On loopback without further hosts, unless they are named.
    package init(_ proof: Proof, hosts: Set<String> = []) {
        self.proof = proof
        if case .user = proof {
            guardian = RequestGuard(hosts: hosts)
        } else {
            guardian = RequestGuard(hosts: hosts, acceptsLoopback: true)
        }
    }

    /// Why a request is refused; nil lets it pass.
    ///
    /// The doorway says what the address asks for; a browser that comes back from a log-in knows no token. Whoever brings
    /// a token of a role is judged by that alone, on loopback too: nil as `grant` for who brings none.
    package func refusal(
        authority: String?,
        fields: HTTPFields,
        peer: @autoclosure () -> uid_t?,
        grant: Bool? = nil,
        at doorway: Doorway = .closed
    ) -> Problem? {
        if doorway == .signed { return nil }
        var fields = fields
        // Only the browser itself navigates; nothing that a page of another site sends has this mark.
        if doorway == .arrival, fields[Self.fetchMode] == "navigate" { fields[Self.fetchSite] = nil }
        if let refusal = guardian.refusal(authority: authority, fields: fields) {
            return Problem(
                403,
                "foreign_caller",
                refusal.description,
                fix: "call http://localhost with the daemon's port, and not from a page of another site"
            )
        }
        if let origin = fields[values: .origin].first(where: { !Self.isOwn($0, authority) }) {
            return Problem(
                403,
                "foreign_caller",
                "the page of \(origin) is none of the daemon's own",
                fix: "open the daemon's own pages, or call it from a program"
            )
        }
        guard doorway != .open else { return nil }
        if let grant {
            return grant
                ? nil
                : Problem(
                    401,
                    "token_refused",
                    "the token is not one of this role, or was revoked",
                    fix: "connect to the role that it is for, or make another: openwork role token create ROLE NAME"
                )
        }
        switch proof {
        case .user(let owner):
            guard let uid = peer() else {
                return Problem(
                    403,
                    "unknown_user",
                    "the daemon cannot tell which user of this machine is calling",
                    fix: "call from this machine, over loopback, without a proxy between"
                )
            }
            guard uid == owner || uid == 0 else {
                return Problem(
                    403,
                    "foreign_user",
                    "the daemon belongs to another user of this machine than the one who is calling",
                    fix: "call it as the user who runs it, or run a daemon of your own on another port"
                )
            }
            return nil
        case .token where doorway == .arrival: return nil
        case .token(let tokens):
            let words = (fields[.authorization] ?? "").split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[0].lowercased() == "bearer", tokens.accept(String(words[1])) else {
                return Problem(
                    401,
                    "token_required",
                    "the request has no token, or one that is not known",
                    fix: "send the field Authorization: Bearer TOKEN with a token of the daemon's token file"
                )
            }
            return nil
        }
    }

    private static let fetchMode = field("Sec-Fetch-Mode")
    private static let fetchSite = field("Sec-Fetch-Site")

    private static func field(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no field name") }
        return name
    }

    /// Whether a page comes from the very host and port that it calls: any other program's pages on this machine are
    /// foreign too.
    private static func isOwn(_ origin: String, _ authority: String?) -> Bool {
        guard let authority else { return false }
        return ["http://", "https://"].contains { origin.lowercased() == $0 + authority.lowercased() }
    }
}
