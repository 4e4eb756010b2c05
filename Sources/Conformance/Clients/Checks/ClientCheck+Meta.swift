import JSON
import MCP

/// What every request of the stateless era says about itself.
extension ClientCheck {
    static let clientMeta = ClientCheck(
        "CLIENT-META-SENT",
        "Every request says its revision and what the client can do",
        requirement: "The _meta of every request holds the revision and the capabilities of the client.",
        reason: "A stateless server knows nothing else of who asks, and refuses requests without it.",
        method: "The _meta of all requests is looked at.",
        twin: "A client that leaves its capabilities out.",
        rules: [.modern(.must, .specification("basic/index#_meta"))],
        scenes: plain,
        anywhere: true
    ) { record in
        let judged = record.requests.filter { $0.rpc != "initialize" }
        return record.each(judged, nothing: "no request came", expected: "revision and capabilities in _meta") { turn in
            let meta = turn.params["_meta"]
            if meta?[MetaKey.protocolVersion]?.stringValue == nil { return "no \(MetaKey.protocolVersion)" }
            return meta?[MetaKey.clientCapabilities]?.objectValue == nil ? "no \(MetaKey.clientCapabilities)" : nil
        }
    }

    static let clientName = ClientCheck(
        "CLIENT-META-NAME",
        "Every request says who asks",
        requirement: "The _meta of every request should hold the name and the version of the client.",
        reason: "Whoever runs a server wants to know which client does what it sees.",
        method: "The _meta of all requests is looked at.",
        twin: "A client without a name.",
        rules: [.modern(.should, .specification("basic/index#_meta"))],
        scenes: plain,
        anywhere: true
    ) { record in
        let judged = record.requests.filter { $0.rpc != "initialize" }
        return record.each(judged, nothing: "no request came", expected: "\(MetaKey.clientInfo) in _meta") { turn in
            turn.params["_meta"]?[MetaKey.clientInfo]?["name"]?.stringValue == nil ? "nobody is named" : nil
        }
    }

    static let clientRetry = ClientCheck(
        "CLIENT-META-RETRY",
        "A refused revision is asked for again with one that the server has",
        requirement: """
            After an error that names the revisions of the server, the client picks one of those and goes on.
            """,
        reason: "Otherwise the two never meet, though they speak the same language.",
        method: "The first request is refused with -32022 and the list of revisions.",
        twin: "A client that gives up.",
        rules: [.modern(.should, .specification("basic/versioning#protocol-version-negotiation"))],
        scenes: ["request-metadata"]
    ) { record in
        guard record.requests.contains(where: { $0.status == 400 }) else {
            return record.untried("no request could be refused")
        }
        let served = record.requests.contains { turn in
            turn.status == 200
                && turn.params["_meta"]?[MetaKey.protocolVersion]?.stringValue == record.revision.rawValue
        }
        return record.holds(
            served,
            expected: "another request, in \(record.revision)",
            actual: "nothing that could be served; \(record.ending.summary)"
        )
    }
}
