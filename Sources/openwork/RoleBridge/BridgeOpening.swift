import JSON
import MCP

/// How a client begins, as far as it decides what the daemon has to be told first.
enum BridgeOpening: Sendable, Hashable {
    /// It opens a session of an older revision.
    case initialize
    /// It asks for the revisions first.
    case discover
    /// Anything else of a client without sessions, with its metadata.
    case modern(JSONValue)
    /// Anything else of a client with a session.
    case legacy

    init(_ message: [UInt8]) {
        guard case .single(let envelope) = try? IncomingMessage(parsing: message) else {
            self = .legacy
            return
        }
        let meta = envelope.payload?.members?["_meta"]?.value
        switch envelope.method {
        case "initialize": self = .initialize
        case "server/discover": self = .discover
        default: self = meta?[MetaKey.protocolVersion] == nil ? .legacy : .modern(meta ?? .null)
        }
    }

    var offer: RevisionOffer {
        switch self {
        case .initialize, .legacy: .legacy
        case .discover: .all
        case .modern: .modern
        }
    }
}
