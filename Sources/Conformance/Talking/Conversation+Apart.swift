import HTTPTypes
import JSON
import MCP
import MCPHTTP

extension Conversation {
    /// Whether messages travel by HTTP, so that something can be asked beside the session.
    var isOverHTTP: Bool {
        door != nil
    }

    /// Asks beside the session, in a request of its own; a session that this opens is ended at once.
    func askApart(
        _ method: String,
        _ params: JSONObject?,
        id: RequestID,
        within bound: Duration
    ) async -> Exchange {
        guard let door else {
            return .notSent(method, "there is no way beside the session")
        }
        var fields = HTTPFields()
        fields[.contentType] = "application/json"
        fields[.accept] = "application/json, text/event-stream"
        let body = Message.request(Request(id: id, method: method, params: params)).encoded
        let start = clock.now
        let turn = await door.visit(
            HTTPCall(.post, door.address, fields: fields, body: body),
            within: bound,
            clock: clock
        )
        let duration = start.duration(to: clock.now)
        if let session = turn.answerFields[MCPField.sessionID] {
            var fields = HTTPFields()
            fields[MCPField.sessionID] = session
            _ = await door.visit(HTTPCall(.delete, door.address, fields: fields), within: bound, clock: clock)
        }
        let outcome: Exchange.Outcome =
            if let error = turn.error {
                .error(error)
            } else if let result = turn.result {
                .result(result)
            } else {
                .lost(turn.summary)
            }
        return Exchange(method: method, id: id.json, outcome: outcome, duration: duration)
    }
}
