import HTTPTypes
import Hummingbird
import MCP
import NIOCore

extension Response {
    /// A JSON body.
    static func json(_ message: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: message))
        )
    }

    /// A JSON-RPC error, without an id where none could be read.
    static func refusing(_ error: ErrorObject, id: MCP.RequestID? = nil, status: HTTPResponse.Status) -> Response {
        .json(Envelope(.error(id, error), payload: nil).encoded, status: status)
    }

    /// An event stream that proxies pass on as it comes.
    static func eventStream(
        _ write: @escaping @Sendable @concurrent (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-cache, no-transform",
                MCPField.accelBuffering: "no",
            ],
            body: ResponseBody(write)
        )
    }
}
