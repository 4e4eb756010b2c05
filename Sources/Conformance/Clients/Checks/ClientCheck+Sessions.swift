import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Sessions of the older revisions.
extension ClientCheck {
    static let clientSession = ClientCheck(
        "CLIENT-HTTP-SESSION",
        "What follows initialize belongs to its session",
        requirement: "Mcp-Session-Id stands on every request after initialize, where the server named a session.",
        reason: "A server refuses what belongs to no session.",
        method: "initialize is answered with a session; the header of everything after it is looked at.",
        twin: "A client that leaves the header out.",
        rules: [.streamable(.must, "session-management")],
        scenes: ["initialize", "sse-retry"],
        anywhere: true
    ) { record in
        guard let session = record.opening?.given[MCPField.sessionID] else {
            return record.untried("no session was opened")
        }
        let index = record.visits.firstIndex { $0.rpc == "initialize" } ?? 0
        let later = Array(record.visits[(index + 1)...])
        return record.each(later, nothing: "nothing followed initialize", expected: "the header with \(session)") {
            turn in
            turn.fields[MCPField.sessionID] == session ? nil : "it is \(turn.fields[MCPField.sessionID] ?? "missing")"
        }
    }

    static let clientSessionLost = ClientCheck(
        "CLIENT-HTTP-SESSION-NEW",
        "After a 404 a new session is opened",
        requirement:
            "A client whose session is answered with 404 opens a new one, with initialize and without the old id.",
        reason: "Servers restart and forget; a client that does not notice is of no use until it is restarted, too.",
        method: "The first request after initialize is answered with 404.",
        twin: "A client that gives up.",
        rules: [.streamable(.must, "session-management")],
        scenes: ["tools_call (a session that is gone)"]
    ) { record in
        guard record.visits.contains(where: { $0.status == 404 && $0.fields[MCPField.sessionID] != nil }) else {
            return record.untried("nothing was asked in the session that is gone")
        }
        let expected = "a second initialize, without a session, and requests in the new one"
        let openings = record.requests("initialize")
        guard openings.count > 1 else {
            return record.failed(expected, "no second initialize; \(record.ending.summary)")
        }
        if let old = openings[1].fields[MCPField.sessionID] {
            return record.failed(expected, "initialize in the session \(old)", openings[1])
        }
        let session = openings[1].given[MCPField.sessionID]
        let isUsed = record.requests.contains { $0.fields[MCPField.sessionID] == session && $0.status == 200 }
        return record.holds(isUsed, expected: expected, actual: "nothing was asked in the new session")
    }

    static let clientSessionEnd = ClientCheck(
        "CLIENT-HTTP-SESSION-END",
        "A client ends the session that it no longer needs",
        requirement: "A client that is done ends its session with DELETE.",
        reason: "The server keeps what belongs to the session until then.",
        method: "The server names a session, and DELETE is looked for at the end.",
        twin: "A client that just goes away.",
        rules: [.streamable(.should, "session-management")],
        scenes: ["initialize"]
    ) { record in
        guard let session = record.opening?.given[MCPField.sessionID] else {
            return record.untried("no session was opened")
        }
        let isEnded = record.visits.contains { $0.method == "DELETE" && $0.fields[MCPField.sessionID] == session }
        return record.holds(isEnded, expected: "DELETE with \(session)", actual: "it went without")
    }
}
