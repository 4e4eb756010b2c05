import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// What a client posts, message by message.
extension ClientCheck {
    /// Scenes that show how a client posts, whatever else they are about.
    static let plain: [ClientScene.ID] = [
        "initialize", "tools_call", "request-metadata", "sse-retry", "http-standard-headers", "http-custom-headers",
        "sep-2322-client-request-state", "elicitation-sep1034-client-defaults", "auth/metadata-default",
    ]

    static let clientAccept = ClientCheck(
        "CLIENT-HTTP-ACCEPT",
        "Every POST accepts JSON and event streams",
        requirement: "The Accept header of a POST names application/json and text/event-stream.",
        reason: "A server answers in either, and refuses those who say that they cannot read it.",
        method: "Accept is looked at on everything that is posted.",
        twin: "A client that accepts JSON only.",
        rules: CheckRule.posting(.must, "sending-messages-to-the-server", "sending-messages"),
        scenes: plain,
        anywhere: true
    ) { record in
        record.each(record.posts, nothing: "nothing was posted", expected: "both types in Accept") { turn in
            let accepted = turn.field("Accept")?.lowercased() ?? ""
            let missing = ["application/json", "text/event-stream"].filter { type in
                !accepted.contains(type) && !accepted.contains("*/*")
            }
            return missing.isEmpty ? nil : "\(missing.joined(separator: " and ")) is not accepted"
        }
    }

    static let clientOneMessage = ClientCheck(
        "CLIENT-HTTP-ONE-MESSAGE",
        "Each POST holds one message",
        requirement: "The body of a POST is one JSON-RPC message; only revision 2025-03-26 has batches.",
        reason: "Servers of the other revisions refuse an array, and all that is in it.",
        method: "The body of everything that is posted is looked at.",
        twin: "A client that puts its messages into arrays.",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports#sending-messages-to-the-server")
            ),
            .modernHTTP(.must, "sending-messages"),
        ],
        scenes: plain,
        anywhere: true
    ) { record in
        record.each(record.posts, nothing: "nothing was posted", expected: "one JSON object") { turn in
            turn.json.objectValue == nil ? "the body is something else" : nil
        }
    }

    static let clientNoAnswers = ClientCheck(
        "CLIENT-HTTP-NO-ANSWERS",
        "Nothing that is posted is an answer",
        requirement: "A client of the stateless era posts requests and notifications, never an answer.",
        reason: "Servers ask nothing there; what they need comes with the request that needs it.",
        method: "Everything that is posted is looked at, also after a result that asks for input.",
        twin: "A client that answers what no server asked.",
        rules: [.modernHTTP(.must, "sending-messages")],
        scenes: plain,
        anywhere: true
    ) { record in
        record.each(record.posts, nothing: "nothing was posted", expected: "requests and notifications") { turn in
            let message = turn.json
            return message["method"] == nil && (message["result"] ?? message["error"]) != nil ? "an answer" : nil
        }
    }

    static let clientShape = ClientCheck(
        "CLIENT-WIRE-SHAPE",
        "Every message has the shape that its revision gives it",
        requirement: "What a client sends is JSON-RPC 2.0, and matches the schema of the revision.",
        reason: "A server that checks its input refuses the message; another reads something else in it.",
        method: "Everything that is posted is held against the schema of the revision.",
        twin: "A client that names a tool by a number.",
        rules: [
            CheckRule(ClientScene.sessions, .must, .specification("basic/index#messages")),
            .modern(.must, .specification("basic/index#messages")),
        ],
        scenes: plain,
        anywhere: true
    ) { record in
        record.each(record.posts, nothing: "nothing was posted", expected: "the shape of its revision") { turn in
            let messages = turn.json.arrayValue ?? [turn.json]
            for message in messages {
                guard let object = message.objectValue, object["jsonrpc"] == "2.0" else { return "no JSON-RPC 2.0" }
                // The probe of a client that speaks both eras is of the newer one.
                let revision = object["method"] == "server/discover" ? .latest : record.revision
                let fault = WireJudge.fault(
                    in: object,
                    // The one question that a server of ours asks.
                    answering: object["method"] == nil ? "elicitation/create" : nil,
                    sent: .clientToServer,
                    revision: revision
                )
                if let fault { return fault }
            }
            return nil
        }
    }

    static let clientIDs = ClientCheck(
        "CLIENT-WIRE-IDS",
        "Every request has an id of its own",
        requirement: "A request has an id that is text or an integer, never null, and not used before in the session.",
        reason: "Two requests with one id cannot be told apart when the answers come.",
        method: "The ids of all requests after initialize are compared.",
        twin: "A client that uses one id for everything.",
        rules: [CheckRule(ClientScene.sessions, .must, .specification("basic/index#requests"))],
        scenes: plain,
        anywhere: true
    ) { record in
        guard record.opening != nil else { return record.untried("no session was opened") }
        var seen: Set<JSONValue> = []
        // A request that was refused for want of a token is the same when it comes again.
        let served = record.requests.filter { $0.rpc != "server/discover" && (200..<300).contains($0.status) }
        return record.each(served, nothing: "no request was served", expected: "an id of its own") { turn in
            guard let id = turn.message["id"] else { return "there is none" }
            guard id.stringValue != nil || id.intValue != nil else { return "it is \(id.text())" }
            return seen.insert(id).inserted ? nil : "it is \(id.text()), as before"
        }
    }

    static let clientVersionHeader = ClientCheck(
        "CLIENT-HTTP-VERSION",
        "Requests name the revision in a header",
        requirement: """
            MCP-Protocol-Version stands on every request after initialize, with the revision that was agreed on; in the \
            stateless era on every POST, with that of its body.
            """,
        reason: "A server that serves several revisions reads the request by it, and refuses what does not fit.",
        method: "The header of everything that is posted is compared with what was agreed on, or with _meta.",
        twin: "A client that leaves the header out.",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports#protocol-version-header")
            ),
            .modernHTTP(.must, "protocol-version-header"),
        ],
        scenes: plain,
        anywhere: true
    ) { record in
        let isModern = record.revision.era == .modern
        let judged = isModern ? record.posts.filter { $0.rpc != "initialize" } : record.afterOpening
        return record.each(judged, nothing: "nothing was posted", expected: "the header with the revision") { turn in
            let header = turn.field("MCP-Protocol-Version")
            let wanted =
                isModern
                ? turn.params["_meta"]?[MetaKey.protocolVersion]?.stringValue ?? record.revision.rawValue
                : record.revision.rawValue
            return header == wanted ? nil : "it is \(header ?? "missing"), and \(wanted) is spoken"
        }
    }
}
