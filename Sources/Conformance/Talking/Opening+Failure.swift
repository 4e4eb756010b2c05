import JSON
import MCP

extension Opening {
    /// What a failed handshake means for the checks.
    init(_ failure: ClientFailure, _ talk: Talk, _ ledger: WireLedger, _ ending: ProcessEnding?) {
        let exchange =
            ledger.lastExchange(of: ["initialize", "server/discover"])
            ?? Exchange(method: "initialize", id: .null, outcome: .unanswered(bound: talk.bounds.request))
        switch failure {
        case .startTimedOut, .handshakeTimedOut, .probeTimedOut:
            self = .silent(bound: talk.bounds.request)
        case .ended:
            self = .ended(ending.map(\.story) ?? "the server closed its output")
        case .legacyServer:
            self = .notOffered("the server does not offer \(talk.offer.expectedRevision): it is of the legacy era")
        case .noCommonRevision(_, let supported):
            self = .unspoken(supported, talk, exchange)
        case .unacceptableVersion(let version, _):
            self = .unspoken([version], talk, exchange)
        case .probeRefused, .initializeRefused:
            self = .refused(exchange)
        case .invalidHandshake(let violation):
            self = .malformed(exchange, violation.detail)
        }
    }

    /// The server speaks, but none of the revisions that we offer.
    private static func unspoken(_ versions: [String], _ talk: Talk, _ exchange: Exchange) -> Opening {
        let text = versions.joined(separator: ", ")
        guard versions.contains(where: { ProtocolRevision(rawValue: $0) != nil }) else {
            return .unknownRevision(exchange, text)
        }
        return .notOffered("the server does not offer \(talk.offer.expectedRevision): it named \(text)")
    }
}
