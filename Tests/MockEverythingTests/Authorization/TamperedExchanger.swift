import HTTPTypes
import JSON
import MCPHTTP

/// What makes a client look broken from outside: its requests are changed on the way, or it is shown something else.
struct Tampering: Sendable {
    /// Changes a request, given all those before it.
    var request: @Sendable (_ call: inout HTTPCall, _ earlier: [AuthWire.Exchange]) -> Void = { _, _ in }
    /// Changes what the client reads: the fields of any answer, the members of a document.
    var answer: @Sendable (_ call: HTTPCall, _ answer: inout Answer) -> Void = { _, _ in }

    struct Answer: Sendable {
        var fields: HTTPFields
        /// Nil for what is no document, and for the answers of the MCP server.
        var document: JSONObject?
    }
}

/// Writes down what goes over the wire, after tampering with it.
struct TamperedExchanger: HTTPExchanger {
    let pool: HTTPPool
    let wire: AuthWire
    let tampering: Tampering
    /// Told of every answer of the MCP server that is a success.
    let succeeded: @Sendable () -> Void

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        var call = call
        tampering.request(&call, wire.all)
        let reply = try await pool.exchange(call)
        wire.note(call, reply.status)
        let isMessage = call.address.path == "/mcp"
        if isMessage, reply.status == 200 { succeeded() }
        var bytes: [UInt8]?
        if !isMessage {
            do {
                bytes = try await reply.body.reduce(into: []) { $0 += $1 }
            } catch {
                throw .abandoned
            }
        }
        let document = bytes.flatMap { try? JSONValue(parsing: $0) }?.objectValue
        var answer = Tampering.Answer(fields: reply.fields, document: document)
        tampering.answer(call, &answer)
        guard let bytes else { return HTTPReply(status: reply.status, fields: answer.fields, body: reply.body) }
        let shown = answer.document.map { JSONValue.object($0).utf8() } ?? bytes
        let body = AsyncThrowingStream<[UInt8], any Error>(bufferingPolicy: .bufferingOldest(1)) { sink in
            sink.yield(shown)
            sink.finish()
        }
        return HTTPReply(status: reply.status, fields: answer.fields, body: body)
    }
}
