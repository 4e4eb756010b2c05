import JSON
import MCP

/// What can happen to a mock, and where a fault can step in.
enum FaultEvent: Sendable {
    /// The server starts, before it has read or written anything.
    case started
    /// A message came in; the server has not seen it yet.
    case received(JSONObject)
    /// Over HTTP: the response to a request is about to begin.
    case opening(MockRequest)
    /// Something is about to leave.
    case sending(Emission)
    /// The client closed its end; a sound server exits.
    case inputClosed
    /// The process was told to end (SIGTERM); a sound server exits.
    case terminated

    /// What carries a message on its way out, whatever kind.
    var sent: Emission? {
        guard case .sending(let emission) = self, emission.isMessage else { return nil }
        return emission
    }

    /// A message on its way out, taken apart.
    var sentMessage: (emission: Emission, message: JSONObject)? {
        guard let emission = sent, let message = emission.message else { return nil }
        return (emission, message)
    }

    /// The answer to one of these methods, or to any when none is named.
    func response(to methods: String...) -> SentResponse? {
        SentResponse(self, to: methods)
    }

    /// The good answer to one of these methods, or to any when none is named.
    func result(of methods: String...) -> SentResponse? {
        guard let response = SentResponse(self, to: methods), response.message["result"]?.members != nil else {
            return nil
        }
        return response
    }
}
