import JSON
import MCP
import MCPConnection

/// What a gateway says of a call and of the client behind it; a server that repeats the name of the call, and in the
/// legacy era names its questions, loses nothing on the way to whoever called.
struct CallOrigin: Sendable {
    let call: String
    /// The era of the client, and what it declared, where that is another than who calls.
    let era: ProtocolEra
    let capabilities: ClientCapabilities

    /// Nil where nobody says anything.
    init?(_ context: RequestContext) {
        guard let note = context.params["_meta"]?["openwork/caller"], let call = note["call"]?.stringValue else {
            return nil
        }
        self.call = call
        let isTold = context.era == .legacy
        let revision = note["protocolVersion"]?.stringValue.flatMap(ProtocolRevision.init(rawValue:))
        era = isTold ? revision?.era ?? .legacy : context.era
        capabilities =
            isTold
            ? note["clientCapabilities"]?.objectValue.map { ClientCapabilities($0) } ?? context.clientCapabilities
            : context.clientCapabilities
    }

    /// Parameters of what is asked or said on behalf of the call.
    func marked(_ params: JSONObject?) -> JSONObject {
        marked(params, ["openwork/call": .string(call)])
    }

    /// Parameters of a question among those that are asked at once.
    func marked(_ question: DialogueStep.Question, among questions: [DialogueStep.Question]) -> JSONObject {
        let names = questions.map { JSONValue.string($0.key) }
        let note: JSONValue = ["name": .string(question.key), "together": .array(names)]
        return marked(question.params, ["openwork/call": .string(call), "openwork/question": note])
    }

    private func marked(_ params: JSONObject?, _ meta: JSONObject) -> JSONObject {
        var params = params ?? [:]
        params["_meta"] = .object(meta)
        return params
    }
}

extension RequestContext {
    /// What the very client can do that asks, also behind a gateway.
    var capabilitiesBehindAll: ClientCapabilities { CallOrigin(self)?.capabilities ?? clientCapabilities }

    /// The era of the very client that asks, also behind a gateway.
    var eraBehindAll: ProtocolEra { CallOrigin(self)?.era ?? era }
}
