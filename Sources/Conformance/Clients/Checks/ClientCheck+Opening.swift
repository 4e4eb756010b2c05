import JSON
import MCP

/// How a client opens a session, and what it says about itself.
extension ClientCheck {
    static let clientFirst = ClientCheck(
        "CLIENT-INIT-FIRST",
        "initialize comes first, with version, capabilities and name",
        requirement: """
            A client opens with initialize, which holds the revision it speaks, its capabilities, and its name and \
            version. Asking server/discover before is how newer clients find out.
            """,
        reason: "A server knows nothing of a client before, and refuses whatever else comes.",
        method: "The first request of each session is looked at.",
        twin: "A client whose initialize names nobody.",
        rules: [CheckRule(ClientScene.sessions, .must, .specification("basic/lifecycle#initialization"))],
        scenes: ["initialize", "tools_call"],
        anywhere: true
    ) { record in
        let expected = "initialize with protocolVersion, capabilities and clientInfo"
        guard let first = record.requests.first(where: { $0.rpc != "server/discover" && $0.rpc != "ping" }) else {
            return record.untried("no request came")
        }
        guard first.rpc == "initialize" else { return record.failed(expected, "\(first.rpc) came first", first) }
        let params = first.params
        let missing = [
            params["protocolVersion"]?.stringValue == nil ? "protocolVersion" : nil,
            params["capabilities"]?.objectValue == nil ? "capabilities" : nil,
            params["clientInfo"]?["name"]?.stringValue == nil ? "clientInfo.name" : nil,
            params["clientInfo"]?["version"]?.stringValue == nil ? "clientInfo.version" : nil,
        ].compactMap(\.self)
        return missing.isEmpty ? .passed : record.failed(expected, "without \(missing.joined(separator: ", "))", first)
    }

    static let clientVersion = ClientCheck(
        "CLIENT-INIT-VERSION",
        "The client asks for a revision that exists",
        requirement:
            "The protocolVersion of initialize is a revision that the client speaks, and so one that there is.",
        reason: "A server answers with what it has, and the two may never agree.",
        method: "protocolVersion of initialize is looked at.",
        twin: "A client that asks for 1999-12-31.",
        rules: [CheckRule(ClientScene.sessions, .must, .specification("basic/lifecycle#version-negotiation"))],
        scenes: ["initialize", "tools_call"],
        anywhere: true
    ) { record in
        guard let opening = record.opening else { return record.untried("initialize never came") }
        let asked = opening.params["protocolVersion"]?.stringValue ?? "none"
        return record.holds(
            ProtocolRevision(rawValue: asked)?.era == .legacy,
            expected: "a revision that begins with initialize",
            actual: "it asked for \(asked)"
        )
    }

    static let clientReady = ClientCheck(
        "CLIENT-INIT-READY",
        "The client says that it is ready before it asks for more",
        requirement: "After the answer to initialize the client sends notifications/initialized, before all but pings.",
        reason: "Servers hold back until then; a client that never says so waits for what never comes.",
        method: "What follows initialize is looked at, in its order.",
        twin: "A client that goes on without that notification.",
        rules: [CheckRule(ClientScene.sessions, .must, .specification("basic/lifecycle#initialization"))],
        scenes: ["initialize", "tools_call"],
        anywhere: true
    ) { record in
        let expected = "notifications/initialized, then requests"
        let later = record.afterOpening.filter { $0.rpc != "ping" && !$0.rpc.isEmpty }
        guard let first = later.first else { return record.failed(expected, "nothing came after initialize") }
        return record.holds(
            first.rpc == "notifications/initialized",
            expected: expected,
            actual: "\(first.rpc) came first"
        )
    }

    static let clientPart = ClientCheck(
        "CLIENT-INIT-PART",
        "A client that cannot speak what the server answers hangs up",
        requirement:
            "A client goes no further when the server answers initialize with a revision that it does not speak.",
        reason: "Both sides would read each other's messages by different rules.",
        method: "initialize is answered with the revision 1999-12-31, which nobody speaks.",
        twin: "A client that asks for the tools all the same.",
        rules: [CheckRule(ClientScene.sessions, .should, .specification("basic/lifecycle#version-negotiation"))],
        scenes: ["initialize (an unknown revision)"]
    ) { record in
        guard record.opening != nil else { return record.untried("initialize never came") }
        let next = record.afterOpening.first { !$0.rpc.isEmpty && $0.rpc != "server/discover" }
        return record.holds(
            next == nil,
            expected: "no further message",
            actual: "it went on with \(next?.rpc ?? "")"
        )
    }

    static let clientToolCalled = ClientCheck(
        "CLIENT-TOOLS-CALLED",
        "A tool that was listed is called, with arguments as its schema has them",
        requirement: "tools/call names a tool that was listed, and its arguments fit the schema of that tool.",
        reason: "That is what a client is for.",
        method: "A tool add_numbers is listed, which takes two numbers, and the client is to use it.",
        twin: "A client that sends the numbers as text.",
        rules: [
            CheckRule(ClientScene.streamable, .must, .specification("server/tools#calling-tools"))
        ],
        scenes: ["tools_call"]
    ) { record in
        let expected = "tools/call of add_numbers with the numbers a and b"
        guard let call = record.requests("tools/call").first else {
            return record.failed(expected, "no tool was called; \(record.ending.summary)")
        }
        let arguments = call.params["arguments"]
        let isRight =
            call.params["name"] == "add_numbers" && arguments?["a"]?.numberValue != nil
            && arguments?["b"]?.numberValue != nil
        return isRight ? .passed : record.failed(expected, "another call", call)
    }

    static let clientDefaults = ClientCheck(
        "CLIENT-ASK-DEFAULTS",
        "What the user leaves alone in a form is sent with its default",
        requirement: "A client that supports defaults fills in the fields of a form with them.",
        reason: "Servers offer defaults so that nobody has to type what is nearly always right.",
        method: "A form of five fields, each with a default, is sent while a tool is called, and accepted as it is.",
        twin: "A client that sends an empty form back.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("client/elicitation#requested-schema")
            )
        ],
        scenes: ["elicitation-sep1034-client-defaults"]
    ) { record in
        let expected = "the form accepted, with its defaults"
        let answer = record.posts.first { $0.rpc.isEmpty && $0.json["result"]?["action"] != nil }
        guard let answer else { return record.untried("no form was answered") }
        let content = answer.json["result"]?["content"]
        let wrong = ClientScene.formDefaults.filter { content?[$0.key] != $0.value }.map(\.key).sorted()
        return wrong.isEmpty
            ? .passed : record.failed(expected, "other values of \(wrong.joined(separator: ", "))", answer)
    }

    static let clientEnds = ClientCheck(
        "CLIENT-ENDS",
        "The client comes to an end by itself",
        requirement: "A client that has done what it was started for ends by itself, and with exit code 0.",
        reason: "Whoever started it waits for it, and learns from the code whether all went well.",
        method: "The end of each scene that a client can play through is looked at.",
        twin: "A client that ends with another code.",
        rules: [CheckRule(ClientScene.streamable, .house, .house)],
        scenes: ["initialize", "tools_call", "request-metadata", "auth/metadata-default"]
    ) { record in
        record.holds(
            { if case .exited(0, _) = record.ending { true } else { false } }(),
            expected: "an end by itself, with exit code 0",
            actual: record.ending.summary
        )
    }
}
