/// What one contact with a server came to: a closed vocabulary, stable in reports, histories and the API.
package enum OutcomeCode: String, Sendable, Hashable, CaseIterable {
    case ok
    /// It worked, and took longer than the policy allows.
    case slow

    /// No credential was given, or the server says that it got none.
    case credentialMissing = "credential_missing"
    /// A credential was given and refused.
    case credentialInvalid = "credential_invalid"
    /// A credential was given that was good once.
    case credentialExpired = "credential_expired"
    /// The credential is good and may not do what was asked.
    case scopeInsufficient = "scope_insufficient"

    /// The program could not be started.
    case spawnFailed = "spawn_failed"
    /// The process ended by itself.
    case exited
    /// The name of the host has no address.
    case dns
    /// Nobody listens there.
    case refused
    /// The encrypted connection could not be made or is not trusted.
    case tls
    /// Nothing came in time; the evidence says at which step.
    case timeout
    /// The connection ended before the answer.
    case closed
    /// Something answers that does not speak the protocol.
    case notMCP = "not_mcp"
    /// The server speaks the protocol and broke a rule that makes it unusable.
    case protocolError = "protocol_error"

    /// The vendor or the server asks for a pause.
    case rateLimited = "rate_limited"
    /// The vendor behind the server, or the server itself, failed at no fault of ours.
    case vendorError = "vendor_error"

    /// This machine has no network.
    case networkDown = "network_down"
    /// This machine was too busy, asleep, or out of resources.
    case hostOverloaded = "host_overloaded"

    /// What kind of trouble it is, and so what it does to the state.
    package var outcomeClass: OutcomeClass {
        switch self {
        case .ok, .slow: .good
        case .credentialMissing, .credentialInvalid, .credentialExpired, .scopeInsufficient: .auth
        case .spawnFailed, .exited, .dns, .refused, .tls, .timeout, .closed, .notMCP, .protocolError: .reach
        case .rateLimited: .throttle
        case .vendorError: .vendor
        case .networkDown, .hostOverloaded: .local
        }
    }

    /// What it means, in words that fit behind a name and a colon.
    package var meaning: String {
        switch self {
        case .ok: "it answers, as it should"
        case .slow: "it answers, slower than it should"
        case .credentialMissing: "it has no credential"
        case .credentialInvalid: "its credential is refused"
        case .credentialExpired: "its credential has expired or was revoked"
        case .scopeInsufficient: "its credential lacks a permission"
        case .spawnFailed: "its program cannot be started"
        case .exited: "its process ended by itself"
        case .dns: "its host name has no address"
        case .refused: "nothing listens at its address"
        case .tls: "no trusted encrypted connection can be made"
        case .timeout: "it did not answer in time"
        case .closed: "it closed the connection"
        case .notMCP: "what answers there does not speak MCP"
        case .protocolError: "it breaks the protocol"
        case .rateLimited: "it asks for fewer requests"
        case .vendorError: "it reports a failure on the vendor's side"
        case .networkDown: "this machine has no network"
        case .hostOverloaded: "this machine is too busy to tell"
        }
    }
}
