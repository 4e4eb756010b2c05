import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// Sessions, from 2025-03-26 to 2025-11-25, and that there are none later.
extension Check {
    static let httpSessionID = Check(
        "HTTP-SESSION-ID",
        "The name of a session is visible ASCII",
        requirement: "A session id has only characters from 0x21 to 0x7E.",
        reason: "Clients send it back in a header, which carries nothing else safely.",
        method: "The Mcp-Session-Id of the response to initialize is read.",
        twin: "A server that names sessions with a space inside.",
        rules: [.streamable(.must, "session-management")],
        steps: [],
        on: .http
    ) { record in
        let ids = record.turns.compactMap { $0.answerFields[MCPField.sessionID] }
        guard let first = ids.first else {
            return record.opened { _ in .notApplicable("the server keeps no sessions") }
        }
        return first.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            ? .passed
            : .failed(expected: "characters from 0x21 to 0x7E", actual: first.debugDescription)
    }

    static let httpSessionUnique = Check(
        "HTTP-SESSION-UNIQUE",
        "Each session has a name of its own",
        requirement: "Session ids are unique, and made so that nobody can guess one.",
        reason: "Whoever knows the id is in the session.",
        method: "Two sessions are opened, and their ids compared; shorter than 16 characters counts as guessable.",
        twin: "A server that gives every client the same session.",
        rules: [.streamable(.should, "session-management")],
        steps: [.httpOpen],
        on: .http
    ) { record in
        record.trial(.httpOpen) { turn in
            let mine = record.turns.lazy.compactMap { $0.answerFields[MCPField.sessionID] }.first
            guard let mine, let other = turn.answerFields[MCPField.sessionID] else {
                return .notApplicable("the server keeps no sessions")
            }
            guard mine != other else {
                return .failed(expected: "another id for the second session", actual: "the same one")
            }
            return min(mine.count, other.count) >= 16
                ? .passed : .failed(expected: "ids that cannot be guessed", actual: "\(mine.count) characters")
        }
    }

    static let httpNoSession = Check(
        "HTTP-SESSION-REQUIRED",
        "A request without its session is refused",
        requirement: "A server with sessions answers requests that name none with status 400, except initialize.",
        reason: "It tells a client that lost its session from one that asks for something wrong.",
        method: "ping without Mcp-Session-Id, where the server gave one.",
        twin: "A server that takes such a request for somebody else's session.",
        rules: [.streamable(.should, "session-management")],
        steps: [.httpNoSession],
        on: .http
    ) { record in
        record.refused(.httpNoSession, with: 400...400)
    }

    static let httpUnknownSession = Check(
        "HTTP-SESSION-UNKNOWN",
        "An unknown session is answered with 404",
        requirement: "A request in a session that the server does not have is answered with status 404.",
        reason: "404 is what makes a client open a new session after the server was started again.",
        method: "ping with a Mcp-Session-Id of our invention.",
        twin: "A server that serves any session id.",
        rules: [.streamable(.should, "session-management")],
        steps: [.httpUnknownSession],
        on: .http
    ) { record in
        record.refused(.httpUnknownSession, with: 404...404)
    }

    static let httpAfterDelete = Check(
        "HTTP-SESSION-ENDED",
        "An ended session is answered with 404",
        requirement: "Once a session is ended, requests in it are answered with status 404.",
        reason: "A client that ended a session must be able to trust that nobody goes on in it.",
        method: "DELETE of a session of its own, and then ping in it.",
        twin: "A server that accepts the DELETE and keeps the session.",
        rules: [.streamable(.must, "session-management")],
        steps: [.httpDelete, .httpAfterDelete],
        on: .http
    ) { record in
        record.refused(.httpAfterDelete, with: 404...404)
    }

    static let httpNoSessions = Check(
        "HTTP-STATELESS",
        "The stateless era names no session",
        requirement: "A server of revision 2026-07-28 keeps nothing between requests, and names no session.",
        reason: "A client that is given a session id cannot know whether it has to send it back.",
        method: "The responses of the whole session are looked at for Mcp-Session-Id.",
        twin: "A server that goes on naming sessions.",
        rules: [.modern(.should, .specification("basic#statelessness"))],
        steps: Step.spoken,
        on: .http
    ) { record in
        record.eachAnswer(where: { $0.rpcMethod != "initialize" }) { turn in
            turn.answerFields[MCPField.sessionID].map { _ in
                Finding(
                    expected: "no Mcp-Session-Id",
                    actual: "one in the response to \(turn.rpcMethod ?? "a request")"
                )
            }
        }
    }

    static let httpEventIDs = Check(
        "HTTP-EVENT-IDS",
        "No two events of a session have the same id",
        requirement: "The id of an event is unique among all streams of a session.",
        reason: "It is what a client names to have a broken stream resumed: the same id twice resumes the wrong one.",
        method: "The ids of all events of the session are compared; resumed streams are left out.",
        twin: "A server that counts events from 1 on each stream.",
        rules: [.streamable(.must, "resumability-and-redelivery")],
        steps: Step.spoken,
        on: .http
    ) { record in
        let ids = record.turns.filter { $0.fields[MCPField.lastEventID] == nil }.flatMap(\.ownEventIDs)
        guard !ids.isEmpty else {
            return record.opened { _ in .notApplicable("no event has an id") }
        }
        var seen: Set<String> = []
        let twice = ids.first { !seen.insert($0).inserted }
        return twice.map { .failed(expected: "an id of its own for each event", actual: "the id \"\($0)\" twice") }
            ?? .passed
    }

    static let httpGetStream = Check(
        "HTTP-GET-STREAM",
        "The stream of GET carries no answers",
        requirement: "Answers come on the stream of their request, never on the one that a GET opened.",
        reason: "A client looks for the answer where it asked.",
        method: "The streams that were opened by GET, and not resumed, are read.",
        twin: "A server that sends an answer there.",
        rules: [.streamable(.must, "listening-for-messages-from-the-server")],
        steps: Step.spoken,
        on: .http
    ) { record in
        let streams = record.turns.filter {
            $0.method == "GET" && $0.isEventStream && $0.fields[MCPField.lastEventID] == nil
        }
        guard !streams.isEmpty else {
            return record.opened { _ in .notApplicable("no stream was opened by GET") }
        }
        let answer = streams.flatMap(\.messages).first { $0["method"] == nil }
        return answer.map {
            .failed(
                expected: "requests and notifications only",
                actual: "an answer",
                message: Excerpt(JSONValue.object($0).utf8())
            )
        } ?? .passed
    }
}

extension HTTPTurn {
    /// The ids that events of the stream set: an id stays set until the next, and is then no event's own.
    fileprivate var ownEventIDs: [String] {
        var last: String?
        return events.compactMap { event in
            defer { last = event.id }
            return event.id == last ? nil : event.id
        }
    }
}
