import JSON
import MCP

/// An answer on its way out, which a fault changes and sends on.
struct SentResponse: Sendable {
    /// As it would leave without the fault.
    let emission: Emission
    /// What it answers.
    let request: MockRequest
    /// The whole message, free to be changed; what nobody looks at stays text.
    var message: Members

    /// Nil for an event that is no answer to one of the methods; no methods mean any.
    init?(_ event: FaultEvent, to methods: [String]) {
        guard case .sending(let emission) = event, emission.isResponse, let request = emission.request,
            methods.isEmpty || methods.contains(request.method), let message = emission.members
        else { return nil }
        self.emission = emission
        self.request = request
        self.message = message
    }

    /// The result, empty when there is none; setting it takes an error away.
    var result: JSONObject {
        get { message["result"]?.value.objectValue ?? [:] }
        set {
            message["error"] = nil
            message["result"] = .value(.object(newValue))
        }
    }

    /// The error; setting it takes a result away.
    var error: JSONObject? {
        get { message["error"]?.value.objectValue }
        set {
            message["result"] = nil
            message["error"] = newValue.map { .value(.object($0)) }
        }
    }

    /// It leaves as it is now.
    var sent: FaultReaction {
        .instead([emission.carrying(.members(message))])
    }

    /// It leaves with an error in place of what it said.
    func refused(_ code: Int, _ text: String) -> FaultReaction {
        var copy = self
        copy.error = ["code": .number(JSONNumber(code)), "message": .string(text)]
        return copy.sent
    }
}
