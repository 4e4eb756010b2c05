import HTTPTypes
import Hummingbird
import JSON
import MCPHTTP
import NIOCore

extension Request {
    /// The posted JSON, and the request with its body still to be read; nil when the body is no JSON.
    func withMessage() async throws -> (Request, JSONValue?) {
        guard method == .post else {
            return (self, nil)
        }
        let buffer = try await body.collect(upTo: 16 << 20)
        let request = Request(head: head, body: RequestBody(buffer: buffer))
        // What is no JSON is for the endpoint to refuse.
        return (request, try? JSONValue(parsing: Array(buffer: buffer)))
    }
}

extension Request {
    /// The same request with other header fields; its authority is part of the head.
    func changing(_ change: (inout HTTPRequest) -> Void) -> Request {
        var head = head
        change(&head)
        return Request(head: head, body: body)
    }
}

extension JSONValue {
    /// The headers that this message should have come with.
    var mirroredFields: HTTPFields {
        let params = self["params"]?.objectValue ?? [:]
        let version = params["_meta"]?["io.modelcontextprotocol/protocolVersion"]?.stringValue
        var fields = MirroredHeaders(version: version ?? "", method: self["method"]?.stringValue ?? "", params: params)
            .fields
        if version == nil {
            fields[MCPField.protocolVersion] = nil
        }
        return fields
    }
}
