import JSON

/// A call of a tool over HTTP, in one of the two eras, or a bare request that is sent back as it is.
struct HTTPCall {
    enum Manner {
        /// With a session for each client.
        case legacy
        case modern
        /// No protocol at all: the floor.
        case echo
    }

    let path: String
    let manner: Manner
    let method: String
    let params: JSONObject
    let name: String?

    /// Calls a tool that gives a text back.
    static func echo(_ path: String, _ manner: Manner, tool: String = "echo", bytes: Int) -> HTTPCall {
        let text = JSONValue.string(String(repeating: "x", count: bytes))
        let params: JSONObject = ["name": .string(tool), "arguments": ["text": text]]
        return HTTPCall(path: path, manner: manner, method: "tools/call", params: params, name: tool)
    }

    /// Does what has to come first on a connection.
    /// - Returns: the request of this client.
    func open(_ connection: inout Connection, _ number: Int) throws -> [UInt8] {
        guard manner == .legacy else { return request(number, session: nil) }
        let initialize: JSONValue = [
            "jsonrpc": "2.0", "id": 0, "method": "initialize",
            "params": [
                "protocolVersion": "2025-06-18", "capabilities": [:],
                "clientInfo": ["name": "benchmark", "version": "1"],
            ],
        ]
        let answer = try connection.exchange(Self.post(path, initialize.utf8(), []))
        let head = String(decoding: answer.head, as: UTF8.self)
        guard answer.status == 200, let session = ResponseReader.field("mcp-session-id", in: head) else {
            throw Fault("initialize: \(answer.status) \(String(decoding: answer.beginning, as: UTF8.self))")
        }
        let fields = Self.fields(of: session)
        let initialized: JSONValue = ["jsonrpc": "2.0", "method": "notifications/initialized"]
        _ = try connection.exchange(Self.post(path, initialized.utf8(), fields))
        return request(number, session: session)
    }

    /// The place of the id, which is different in each request of a session.
    static let idMark = Array("\"id\":100000000".utf8)

    private func request(_ number: Int, session: String?) -> [UInt8] {
        var params = params
        var fields: [(String, String)] = session.map(Self.fields) ?? []
        if manner == .modern {
            params["_meta"] = [
                "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                "io.modelcontextprotocol/clientCapabilities": [:],
                "io.modelcontextprotocol/clientInfo": ["name": "benchmark", "version": "1"],
            ]
            fields = [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method)]
            if let name { fields.append(("Mcp-Name", name)) }
        }
        let message: JSONValue = [
            "jsonrpc": "2.0", "id": 100_000_000, "method": .string(method),
            "params": .object(params),
        ]
        return Self.post(path, message.utf8(), fields)
    }

    private static func fields(of session: String) -> [(String, String)] {
        [("MCP-Protocol-Version", "2025-06-18"), ("Mcp-Session-Id", session)]
    }

    static func post(_ path: String, _ body: [UInt8], _ fields: [(String, String)]) -> [UInt8] {
        var head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        head += "Accept: application/json, text/event-stream\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }
}
