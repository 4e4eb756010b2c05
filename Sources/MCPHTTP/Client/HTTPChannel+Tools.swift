import JSON
import MCP
import MCPConnection
import Synchronization

extension HTTPChannel {
    /// Pages of a listing that are read to find one tool.
    private static let pageLimit = 100

    /// A server found the headers of a call wrong: lists its tools again and says whether other headers are due now.
    func hasChangedHeaders(_ request: PostedRequest, since known: ToolHeaders) async throws(HTTPFault) -> Bool {
        guard let name = request.params["name"]?.stringValue else { return false }
        var cursor: String?
        for page in 1...Self.pageLimit {
            let listing = try await list(page, cursor: cursor, meta: request.params["_meta"])
            guard let result = listing else { return false }
            let tools = ToolListing(result: result)
            state.withLock { $0.learn(tools) }
            if tools.names.contains(name) { return (tools.headers[name] ?? .none) != known }
            guard let next = result["nextCursor"]?.stringValue, next != cursor else { return false }
            cursor = next
        }
        return false
    }

    /// One page; nil when the server does not give it.
    private func list(_ page: Int, cursor: String?, meta: JSONValue?) async throws(HTTPFault) -> JSONValue? {
        var params: JSONObject = [:]
        params["cursor"] = cursor.map { .string($0) }
        params["_meta"] = meta
        // An id of a kind that sessions never use: the answer is for nobody but us.
        let id = RequestID.string("openwork-headers-\(page)")
        let message = Message.request(Request(id: id, method: "tools/list", params: params)).encoded
        let request = PostedRequest(
            id: id,
            method: "tools/list",
            payload: .value(.object(params)),
            message: message
        )
        let reply = try await post(message, fields: mirrored(request, tool: .none))
        guard reply.isSuccess else { return nil }
        var streamCursor = StreamCursor(.answer)
        let found = try await read(reply, for: request, cursor: &streamCursor, isHandshake: true)
        guard case .result = found?.envelope.kind else { return nil }
        return found?.envelope.payload?.value
    }
}
