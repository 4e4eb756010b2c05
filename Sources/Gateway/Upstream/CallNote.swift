import JSON
import MCP

/// What a server is told of each call, beyond what its revision has, and what it may say in return.
///
/// A modern server is told with each call who asks, and gives its questions names, all at once. One with sessions is told
/// once, and asks one by one, without saying for which call; and neither says whose its log messages are. All of it goes
/// through `_meta`, which servers ignore that do not know it; one that does loses nothing behind a gateway.
enum CallNote {
    /// On a call: an object of `call`, a text to be repeated, and for a server with sessions of what a modern request says
    /// of its client.
    static let callerKey = "openwork/caller"
    /// On what the server asks and says: the call that it belongs to.
    static let callKey = "openwork/call"
    /// On a question: its `name`, and the names of all that are asked `together` with it.
    static let questionKey = "openwork/question"

    /// The parameters of a call with what its server is told of the caller.
    static func addressed(_ params: Members, _ caller: UpstreamCaller, call: Int, to era: ProtocolEra) -> Members {
        var note: JSONObject = ["call": .string(String(call))]
        if era == .legacy {
            note["protocolVersion"] = caller.revision.map { .string($0.rawValue) }
            note["clientCapabilities"] = caller.capabilities.json
        }
        var params = params
        var meta = params["_meta"]?.members ?? Members()
        meta[callerKey] = .value(.object(note))
        params["_meta"] = .members(meta)
        return params
    }

    /// The call that a message says it belongs to.
    static func call(_ params: JSONObject?) -> Int? {
        params?["_meta"]?[callKey]?.stringValue.flatMap { Int($0) }
    }

    /// What a question is called, and with which others it is asked; nil where its server does not say.
    static func question(_ params: JSONObject?) -> (name: String, together: [String])? {
        guard let note = params?["_meta"]?[questionKey], let name = note["name"]?.stringValue else { return nil }
        return (name, note["together"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    }

    /// The same without what is said on this hop only.
    static func stripped(_ params: JSONObject?) -> JSONObject? {
        guard var object = params, var meta = object["_meta"]?.objectValue else { return params }
        meta[callKey] = nil
        meta[questionKey] = nil
        object["_meta"] = meta.isEmpty ? nil : .object(meta)
        return object
    }
}
