import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// What is repeated in headers, and which tools are left out because of it.
extension ClientCheck {
    static let clientMethodHeader = ClientCheck(
        "CLIENT-HEADER-METHOD",
        "Mcp-Method repeats the method",
        requirement: "Mcp-Method stands on every POST, with the method of the body, in the same case.",
        reason: "What stands between reads it there; a server refuses the request without it.",
        method: "Header and body of everything that is posted are compared.",
        twin: "A client that leaves the header out.",
        rules: [.modernHTTP(.must, "standard-request-headers")],
        scenes: ["http-standard-headers", "tools_call", "request-metadata"],
        anywhere: true
    ) { record in
        let judged = record.posts.filter { $0.rpc != "initialize" && !$0.rpc.isEmpty }
        return record.each(judged, nothing: "nothing was posted", expected: "Mcp-Method as in the body") { turn in
            let header = turn.fields[MCPField.method]
            return header == turn.rpc ? nil : "it is \(header ?? "missing")"
        }
    }

    static let clientNameHeader = ClientCheck(
        "CLIENT-HEADER-NAME",
        "Mcp-Name repeats what the request is about",
        requirement: "Mcp-Name stands on tools/call and prompts/get with the name, and on resources/read with the URI.",
        reason: "What stands between decides by it; a server refuses the request without it.",
        method: "Tools, resources and prompts are listed, to be called and read; header and body are compared.",
        twin: "A client that sends its names in capital letters.",
        rules: [.modernHTTP(.must, "standard-request-headers")],
        scenes: ["http-standard-headers"]
    ) { record in
        let members = ["tools/call": "name", "prompts/get": "name", "resources/read": "uri"]
        let judged = record.posts.filter { members[$0.rpc] != nil }
        return record.each(judged, nothing: "nothing was called or read", expected: "Mcp-Name as in the body") { turn in
            let wanted = members[turn.rpc].flatMap { turn.params[$0]?.stringValue }
            let header = turn.fields[MCPField.name]
            return header.flatMap(MirroredValue.decode) == wanted && wanted != nil
                ? nil : "it is \(header ?? "missing")"
        }
    }

    static let clientParameters = ClientCheck(
        "CLIENT-HEADER-PARAM",
        "Arguments are repeated in headers where the tool says so",
        requirement: """
            An argument whose schema has x-mcp-header stands in Mcp-Param-… too: text as it is, integers in digits, \
            booleans as true and false.
            """,
        reason: "What stands between routes by it; a server refuses the call without it.",
        method: "A tool with annotated arguments is called with values of each kind.",
        twin: "A client that leaves such headers out.",
        rules: [.modernHTTP(.must, "custom-headers-from-tool-parameters")],
        scenes: ["http-custom-headers"]
    ) { record in
        record.each(record.calls("test_custom_headers"), nothing: "the tool was not called", expected: "the values") {
            turn in
            let arguments = turn.params["arguments"]
            for (name, argument) in ClientScene.plainArguments.sorted(by: { $0.key < $1.key })
            where arguments?[name] == argument.value {
                let header = turn.field("Mcp-Param-\(argument.header)")
                if header != argument.text { return "Mcp-Param-\(argument.header) is \(header ?? "missing")" }
            }
            return nil
        }
    }

    static let clientEncoding = ClientCheck(
        "CLIENT-HEADER-ENCODED",
        "Values that no header can carry are Base64 between marks",
        requirement: "Text with other than plain ASCII, or with blanks at its ends, is sent as =?base64?…?=.",
        reason: "What a header cannot carry is cut, changed or an attack on its way.",
        method: "A tool is called with text in another script, with blanks at its ends, and with line breaks.",
        twin: "A client that percent-encodes.",
        rules: [.modernHTTP(.must, "value-encoding")],
        scenes: ["http-custom-headers"]
    ) { record in
        record.each(record.calls("test_custom_headers"), nothing: "the tool was not called", expected: "=?base64?…?=") {
            turn in
            let arguments = turn.params["arguments"]
            for (name, argument) in ClientScene.unsafeArguments.sorted(by: { $0.key < $1.key })
            where arguments?[name]?.stringValue == argument.value {
                let header = turn.field("Mcp-Param-\(argument.header)")
                let isMarked = header?.hasPrefix("=?base64?") == true
                if !isMarked || header.flatMap(MirroredValue.decode) != argument.value {
                    return "Mcp-Param-\(argument.header) is \(header ?? "missing")"
                }
            }
            return nil
        }
    }

    static let clientNullParameter = ClientCheck(
        "CLIENT-HEADER-NULL",
        "What is null or missing has no header",
        requirement: "An annotated argument that is null, or not given, has no Mcp-Param-… header.",
        reason: "An empty header is a value, and another one than none.",
        method: "A tool is called with null for an annotated argument.",
        twin: "A client that writes null.",
        rules: [.modernHTTP(.must, "client-behavior")],
        scenes: ["http-custom-headers"]
    ) { record in
        let calls = record.calls("test_custom_headers_null")
        return record.each(calls, nothing: "the tool was not called", expected: "no Mcp-Param-Verbose") { turn in
            turn.field("Mcp-Param-Verbose").map { "it is \($0)" }
        }
    }

    static let clientOnlyParameters = ClientCheck(
        "CLIENT-HEADER-ONLY",
        "No other argument stands in a header",
        requirement: "Only arguments whose schema has x-mcp-header are repeated in headers.",
        reason: "Headers are logged on the way; what nobody asked for may be a secret.",
        method: "A tool is called with annotated arguments and with others.",
        twin: "A client that repeats all its arguments.",
        rules: [.modernHTTP(.must, "custom-headers-from-tool-parameters")],
        scenes: ["http-custom-headers"]
    ) { record in
        let calls = record.calls("test_custom_headers") + record.calls("test_custom_headers_null")
        let plain = ClientScene.plainArguments.values.map(\.header)
        let known = Set((plain + ClientScene.unsafeArguments.values.map(\.header)).map { $0.lowercased() })
        return record.each(calls, nothing: "the tool was not called", expected: "headers of annotated arguments") {
            turn in
            let names = turn.fields.map(\.name.canonicalName).filter { $0.hasPrefix("mcp-param-") }
            return names.first { !known.contains(String($0.dropFirst("mcp-param-".count))) }.map { "\($0) was sent" }
        }
    }

    static let clientInvalidTools = ClientCheck(
        "CLIENT-HEADER-INVALID",
        "Tools whose annotations are wrong are left out",
        requirement:
            "A tool with an x-mcp-header that is empty, no token, repeated, or not on a plain value is left out.",
        reason: "Its headers could stand for anything, other headers included.",
        method: "One sound tool and eight wrong ones are listed, all to be called.",
        twin: "A client that calls whatever is listed.",
        rules: [.modernHTTP(.must, "schema-extension")],
        scenes: ["http-invalid-tool-headers"]
    ) { record in
        let names = record.requests("tools/call").map { $0.params["name"]?.stringValue ?? "" }
        let expected = "a call of valid_tool, and of no other"
        if let wrong = names.first(where: { $0 != "valid_tool" }) {
            return record.failed(expected, "\(wrong) was called")
        }
        return names.isEmpty ? record.failed(expected, "no tool was called; \(record.ending.summary)") : .passed
    }

    static let clientNoFetch = ClientCheck(
        "CLIENT-SCHEMA-NO-FETCH",
        "What a schema refers to on the network is not fetched",
        requirement: "A $ref to an address is not followed by itself.",
        reason: "A server could make the client ask anything of anybody inside its network.",
        method: "A tool is listed whose schema refers to an address of the same server.",
        twin: "A client that fetches it.",
        rules: [.modern(.must, .specification("basic/index#ref-resolution"))],
        scenes: ["json-schema-ref-no-deref"]
    ) { record in
        guard record.requests("tools/list").contains(where: { $0.status == 200 }) else {
            return record.untried("the tools were never listed")
        }
        return record.holds(
            !record.turns.contains { $0.path == ClientScene.canaryPath },
            expected: "no request for \(ClientScene.canaryPath)",
            actual: "it was fetched"
        )
    }

    static let clientSchemaKept = ClientCheck(
        "CLIENT-SCHEMA-KEPT",
        "The schema of a tool is handed on whole",
        requirement: "Every keyword of 2020-12 in a schema is still there when the client hands it on.",
        reason: "A model that sees half of a schema sends arguments that the server refuses.",
        method: "A tool with a schema of many keywords is listed; the client passes it back as it understood it.",
        twin: "A client that drops what it does not know.",
        rules: [
            CheckRule(
                ProtocolRevision.november2025...ProtocolRevision.november2025,
                .should,
                .specification("basic/index#json-schema-usage")
            ),
            .modern(.should, .specification("basic/index#json-schema-usage")),
        ],
        scenes: ["json-schema-2020-12-preservation"]
    ) { record in
        guard let echo = record.calls("json_schema_echo").first else {
            return record.untried("the schema was not passed back")
        }
        let schema = echo.params["arguments"]?["schema"]
        guard schema != ClientScene.richSchema else { return .passed }
        let wanted = ClientScene.richSchema.objectValue ?? [:]
        let changed = wanted.filter { schema?[$0.key] != $0.value }.map(\.key).sorted()
        return record.failed("the schema as it was listed", "changed: \(changed.joined(separator: ", "))", echo)
    }
}
