import JSON
import MCPAuthorization

/// An authorization server as a value: a request goes in, an answer comes out, nothing happens beside it.
package struct OAuthVendor: Sendable {
    struct Code: Sendable {
        var clientID: String
        var redirectURI: String
        var challenge: String
        var scope: String
        var resource: String?
        /// Of the only key that it may be exchanged with; nil for any or none.
        var thumbprint: String?
    }

    /// How it behaves; a test changes it on the way.
    package var script: OAuthScript
    /// Scheme, host and port it is reached at.
    package let origin: String
    /// In order.
    package internal(set) var events: [OAuthEvent] = []
    var clients: [String: OAuthScript.Client]
    var codes: [String: Code] = [:]
    var accessTokens: [String: IssuedToken] = [:]
    var refreshTokens: [String: IssuedToken] = [:]
    var usedRefreshTokens: [String: Int] = [:]
    var endedFamilies: Set<Int> = []
    var usedAssertions: Set<String> = []
    var proofs = ProofCheck()
    private var count = 0

    /// A server that has seen nothing yet.
    package init(_ script: OAuthScript, origin: String) {
        self.script = script
        self.origin = origin
        clients = Dictionary(script.clients.map { ($0.id, $0) }) { _, last in last }
    }

    /// The issuer identifier.
    package var issuer: String { origin + script.issuerPath }

    /// What one request gets, at a time in seconds since 1970.
    package mutating func answer(_ call: OAuthCall, now: Int64) -> OAuthReply {
        let reply = dispatch(call, now)
        if case .document(let json, let status) = reply, status >= 400 {
            events.append(.refused(error: json["error"]?.stringValue ?? "", at: call.path))
        }
        return reply
    }

    /// A token a resource may accept now; nil for anything else.
    package func token(_ text: String, now: Int64) -> IssuedToken? {
        guard !script.faults.contains(.deadTokens), let token = accessTokens[text],
            !endedFamilies.contains(token.family), token.expiresAt.map({ now < $0 }) ?? true
        else { return nil }
        return token
    }

    /// Ends every access token, as a vendor does who lost its cache.
    package mutating func endAccessTokens() {
        accessTokens = [:]
    }

    private mutating func dispatch(_ call: OAuthCall, _ now: Int64) -> OAuthReply {
        switch (call.method, call.path) {
        case ("GET", metadataPath): metadata(call)
        case ("POST", script.issuerPath + "/register") where script.registersClients: register(call)
        case ("GET", script.issuerPath + "/authorize"): authorize(call)
        case ("POST", script.issuerPath + "/token"): token(call, now)
        case ("POST", script.issuerPath + "/revoke"): revoke(call)
        default: .empty(status: 404)
        }
    }

    mutating func fresh(_ kind: String) -> String {
        count += 1
        return "\(kind)-\(count)-\(script.issuerPath.isEmpty ? "root" : "tenant")"
    }

    mutating func freshFamily() -> Int {
        count += 1
        return count
    }

    /// Counts a scripted fault down; the status while it lasts.
    mutating func status(of select: (OAuthScript.Fault) -> (status: Int, times: Int)?) -> Int? {
        for (index, fault) in script.faults.enumerated() {
            guard let (status, times) = select(fault), times > 0 else { continue }
            switch fault {
            case .refreshStatus: script.faults[index] = .refreshStatus(status, times: times - 1)
            case .tokenStatus: script.faults[index] = .tokenStatus(status, times: times - 1)
            case .metadataStatus: script.faults[index] = .metadataStatus(status, times: times - 1)
            default: break
            }
            return status
        }
        return nil
    }
}
