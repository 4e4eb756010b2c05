import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// The single requests of the HTTP trials, written out: what is right in them, and the one thing that is not.
struct HTTPLetters {
    /// Why a request cannot be written.
    struct Reason: Error {
        let text: String
    }

    /// Names that belong to nobody, by RFC 2606.
    static let foreignHost = "openwork-conform.invalid"
    static let foreignOrigin = "http://openwork-conform.invalid"

    let address: HTTPAddress
    let revision: ProtocolRevision
    let talk: Talk

    /// Whether clients of the revision repeat it in a header.
    var namesRevision: Bool {
        revision >= .june2025
    }

    // MARK: Legacy

    var initialize: HTTPCall {
        post(request("initialize", Negotiation.params(talk, revision)), HTTPFields())
    }

    func initialized(in session: String?) -> HTTPCall {
        let message = Message.notification(Notification(method: "notifications/initialized")).encoded
        return post(message, fields(in: session, revision.rawValue))
    }

    func ping(in session: String?, from origin: String? = nil) -> HTTPCall {
        var call = ping(in: session, version: revision.rawValue)
        call.fields[.origin] = origin
        return call
    }

    func ping(in session: String?, version: String?) -> HTTPCall {
        post(request("ping", nil), fields(in: session, version))
    }

    /// One of several that are under way at once: its number is its id.
    func ping(in session: String?, number: Int) -> HTTPCall {
        post(request("ping", nil, number: number), fields(in: session, revision.rawValue))
    }

    func call(_ tool: String, in session: String?) -> HTTPCall {
        let params: JSONObject = ["name": .string(tool), "arguments": [:]]
        return post(request("tools/call", params, number: 20), fields(in: session, revision.rawValue))
    }

    func batch(in session: String?) -> HTTPCall {
        let messages = [request("ping", nil, number: 1), request("ping", nil, number: 2)]
        return post(
            [UInt8(ascii: "[")] + messages.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")],
            fields(in: session, revision.rawValue)
        )
    }

    // MARK: Modern

    /// `server/discover`, sound but for the change of its headers.
    func discover(_ change: (inout HTTPFields) -> Void) -> HTTPCall {
        var call = modern("server/discover", [:])
        change(&call.fields)
        return call
    }

    /// One of several that are under way at once: its number is its id.
    func discover(number: Int) -> HTTPCall {
        modern("server/discover", [:], number: number)
    }

    /// A notification that refers to nothing.
    var cancellation: HTTPCall {
        let params: JSONObject = ["requestId": "openwork-nothing", "reason": "a trial"]
        let message = Message.notification(Notification(method: "notifications/cancelled", params: params)).encoded
        var fields = HTTPFields()
        fields[MCPField.protocolVersion] = revision.rawValue
        fields[MCPField.method] = "notifications/cancelled"
        return post(message, fields)
    }

    /// A call of a tool that nobody has, under the name of another.
    var misnamedCall: HTTPCall {
        let name = "openwork_no_such_tool_\(talk.seed)"
        var call = modern("tools/call", ["name": .string(name), "arguments": [:]])
        call.fields[MCPField.name] = "openwork_another_tool"
        return call
    }

    /// A call of a read-only tool whose header says something else than its argument.
    func misquotedCall(of tool: (name: String, argument: String, header: HTTPField.Name)) -> HTTPCall {
        let arguments: JSONValue = .object([tool.argument: "openwork-one"])
        var call = modern("tools/call", ["name": .string(tool.name), "arguments": arguments])
        call.fields[tool.header] = "openwork-two"
        return call
    }

    /// A read-only tool with a text argument that is repeated in a header, and nothing else required.
    static func mirroredTool(
        in listing: Listing?
    ) -> Result<(name: String, argument: String, header: HTTPField.Name), Reason> {
        for tool in listing?.tools ?? [] where tool.isReadOnlyTool {
            guard let name = tool["name"]?.stringValue,
                let properties = tool["inputSchema"]?["properties"]?.objectValue
            else {
                continue
            }
            for (argument, schema) in properties where schema["type"] == "string" {
                guard let token = schema["x-mcp-header"]?.stringValue, let header = MCPField.parameter(token),
                    (tool["inputSchema"]?["required"]?.arrayValue ?? []).allSatisfy({ $0.stringValue == argument })
                else {
                    continue
                }
                return .success((name, argument, header))
            }
        }
        return .failure(Reason(text: "no read-only tool repeats a text argument in a header"))
    }

    // MARK: Both

    /// Half of a request, as if the connection had broken off.
    func halfMessage(in session: String?) -> HTTPCall {
        let fields =
            revision.era == .modern ? discover { _ in }.fields : fields(in: session, revision.rawValue)
        return post(Array(#"{"jsonrpc": "2.0", "id": 1, "method":"#.utf8), fields)
    }

    func get(in session: String?, after event: String? = nil) -> HTTPCall {
        var fields = fields(in: session, revision.rawValue)
        fields[MCPField.lastEventID] = event
        fields[.accept] = "text/event-stream"
        return HTTPCall(.get, address, fields: fields)
    }

    func delete(in session: String?) -> HTTPCall {
        HTTPCall(.delete, address, fields: fields(in: session, revision.rawValue))
    }

    /// The event stream of 2024-11-05, asked for by a page from elsewhere.
    var eventStreamFromElsewhere: HTTPCall {
        var fields = HTTPFields()
        fields[.accept] = "text/event-stream"
        fields[.origin] = HTTPLetters.foreignOrigin
        return HTTPCall(.get, address, fields: fields)
    }

    private func modern(_ method: String, _ params: JSONObject, number: Int = 1) -> HTTPCall {
        var params = params
        params["_meta"] = [
            MetaKey.protocolVersion: .string(revision.rawValue),
            MetaKey.clientInfo: talk.info.json(for: revision),
            MetaKey.clientCapabilities: [:],
        ]
        let fields = MirroredHeaders(version: revision.rawValue, method: method, params: params).fields
        return post(request(method, params, number: number), fields)
    }

    private func request(_ method: String, _ params: JSONObject?, number: Int = 1) -> [UInt8] {
        let id = RequestID.string("openwork-http-\(number)")
        return Message.request(Request(id: id, method: method, params: params)).encoded
    }

    private func fields(in session: String?, _ version: String?) -> HTTPFields {
        var fields = HTTPFields()
        fields[MCPField.sessionID] = session
        if namesRevision {
            fields[MCPField.protocolVersion] = version
        }
        return fields
    }

    private func post(_ body: [UInt8], _ fields: HTTPFields) -> HTTPCall {
        var fields = fields
        fields[.contentType] = "application/json"
        fields[.accept] = "application/json, text/event-stream"
        return HTTPCall(.post, address, fields: fields, body: body)
    }
}
