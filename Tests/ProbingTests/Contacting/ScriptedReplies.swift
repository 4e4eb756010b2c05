import HTTPTypes
import JSON
import MCP
import MCPHTTP

/// A vendor's front door without a socket: answers every request as one closure says.
struct ScriptedReplies: HTTPExchanger {
    var answer: @Sendable (HTTPCall) async throws(HTTPFault) -> HTTPReply

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        try await answer(call)
    }

    /// The same refusal for everything.
    static func always(_ status: Int, _ fields: [(String, String)] = [], _ body: String = "") -> ScriptedReplies {
        ScriptedReplies { (_) throws(HTTPFault) in reply(status, fields, body) }
    }

    /// A modern server with one tool, whose calls get this.
    static func calls(_ answer: @escaping @Sendable () async throws(HTTPFault) -> HTTPReply) -> ScriptedReplies {
        ScriptedReplies { (call) throws(HTTPFault) in
            let request = try? JSONValue(parsing: call.body)
            switch request?["method"]?.stringValue {
            case "server/discover":
                return result(
                    request,
                    [
                        "supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]], "resultType": "complete",
                        "ttlMs": 0, "cacheScope": "private", "serverInfo": ["name": "x", "version": "1"],
                    ]
                )
            case "tools/list":
                return result(
                    request,
                    [
                        "tools": [["name": "me", "inputSchema": ["type": "object"]]], "resultType": "complete",
                        "ttlMs": 0, "cacheScope": "private",
                    ]
                )
            default: return try await answer()
            }
        }
    }

    static func reply(_ status: Int, _ fields: [(String, String)] = [], _ body: String = "") -> HTTPReply {
        var head = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { head.append(HTTPField(name: name, value: value)) }
        }
        return HTTPReply(status: status, fields: head, body: OneBody(bytes: Array(body.utf8)))
    }

    private static func result(_ request: JSONValue?, _ result: JSONValue) -> HTTPReply {
        let message: JSONValue = ["jsonrpc": "2.0", "id": request?["id"] ?? .null, "result": result]
        return reply(200, [("Content-Type", "application/json")], message.text())
    }
}

/// A body in one piece.
struct OneBody: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    typealias Failure = any Error

    var bytes: [UInt8]

    struct Iterator: AsyncIteratorProtocol {
        var rest: [UInt8]?

        mutating func next() async throws -> [UInt8]? {
            defer { rest = nil }
            return rest
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }
}
