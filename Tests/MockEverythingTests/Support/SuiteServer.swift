import HTTPTypes
import Hummingbird
import JSON
import Logging
import MCP
import MCPHTTP
import NIOCore
import Synchronization

/// A server of a client scenario: it says exactly what a test tells it to, and remembers what it was asked.
final class SuiteServer: Sendable {
    struct Asked: Sendable {
        let httpMethod: String
        let path: String
        let fields: HTTPFields
        let message: JSONValue

        var method: String { message["method"]?.stringValue ?? "" }
        var params: JSONValue { message["params"] ?? [:] }

        func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
    }

    struct Reply: Sendable {
        var status = 200
        var text: String
        var type = "application/json"
        var fields: [String: String] = [:]

        /// A modern result, complete unless it says otherwise.
        static func result(_ result: JSONObject, to asked: Asked) -> Reply {
            var result = result
            if result["resultType"] == nil { result["resultType"] = "complete" }
            if MCP.Method.isCacheable(asked.method) {
                result["ttlMs"] = 0
                result["cacheScope"] = "private"
            }
            return plain(.object(result), to: asked)
        }

        /// A result as it is.
        static func plain(_ result: JSONValue, to asked: Asked) -> Reply {
            let message: JSONValue = ["jsonrpc": "2.0", "id": asked.message["id"] ?? .null, "result": result]
            return Reply(text: message.text())
        }

        static func error(_ error: ErrorObject, status: Int, to asked: Asked) -> Reply {
            let message: JSONValue = ["jsonrpc": "2.0", "id": asked.message["id"] ?? .null, "error": error.json]
            return Reply(status: status, text: message.text())
        }
    }

    private let log = Mutex<[Asked]>([])
    private let reply: @Sendable (Asked, [Asked]) -> Reply

    /// - Parameter reply: what is said to a request, given all those before it.
    init(reply: @escaping @Sendable (Asked, [Asked]) -> Reply) {
        self.reply = reply
    }

    /// Everything until now, in order.
    var asked: [Asked] { log.withLock(\.self) }

    /// What it would say to a request that is the first.
    func said(to asked: Asked) -> Reply { reply(asked, []) }

    /// The calls of one tool.
    func calls(_ tool: String) -> [Asked] {
        asked.filter { $0.method == "tools/call" && $0.params["name"]?.stringValue == tool }
    }

    /// Serves while the body runs.
    func run(_ body: (HTTPAddress) async throws -> Void) async throws {
        let router = Router()
        for method in [HTTPRequest.Method.post, .get, .delete] {
            router.on("**", method: method) { request, _ in try await self.respond(to: request) }
        }
        var logger = Logger(label: "suite")
        logger.logLevel = .critical
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let server = LoopbackServer(router: router, logger: logger) { sink.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            try await body(HTTPAddress(origin: HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port), path: "/mcp"))
            group.cancelAll()
        }
    }

    private func respond(to request: Request) async throws -> Response {
        let bytes = Array(buffer: try await request.body.collect(upTo: 1 << 20))
        let asked = Asked(
            httpMethod: request.method.rawValue,
            path: request.uri.path,
            fields: request.headers,
            message: (try? JSONValue(parsing: bytes)) ?? .null
        )
        let earlier = log.withLock { log in
            defer { log.append(asked) }
            return log
        }
        let reply = reply(asked, earlier)
        var fields: HTTPFields = [.contentType: reply.type]
        for (name, value) in reply.fields {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: .init(code: reply.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: reply.text))
        )
    }
}

extension SuiteServer {
    /// A modern server with the given tools and answers to their calls; everything else it answers is empty.
    static func modern(
        tools: [JSONValue],
        call: @escaping @Sendable (Asked) -> Reply = { .result(["content": []], to: $0) }
    ) -> SuiteServer {
        SuiteServer { asked, _ in
            switch asked.method {
            case "server/discover":
                return .result(["supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]]], to: asked)
            case "tools/list": return .result(["tools": .array(tools)], to: asked)
            case "tools/call": return call(asked)
            case "resources/list":
                return .result(["resources": [["uri": "file:///a%20b.txt", "name": "a"]]], to: asked)
            case "resources/read": return .result(["contents": []], to: asked)
            case "prompts/list": return .result(["prompts": [["name": "test_prompt"]]], to: asked)
            case "prompts/get": return .result(["messages": []], to: asked)
            case "": return Reply(status: 405, text: "")
            default: return .error(.methodNotFound(asked.method), status: 404, to: asked)
            }
        }
    }
}
