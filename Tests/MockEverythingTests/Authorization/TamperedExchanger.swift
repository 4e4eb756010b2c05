import HTTPTestSupport
import HTTPTypes
import JSON
import MCPHTTP
import TestSupport

/// Writes down what goes over the wire, after tampering with it.
struct TamperedExchanger: HTTPExchanger {
    let pool: HTTPPool
    let wire: AuthWire
    let tampering: Tampering
    /// Holds every message of the client against the schema of its revision.
    let judge: WireJudge
    /// Told of every answer of the MCP server that is a success.
    let succeeded: @Sendable () -> Void

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        var call = call
        tampering.request(&call, wire.all)
        let isMessage = call.address.path == "/mcp"
        let judged = JudgedExchanger(pool, judge: judge)
        let reply = try await isMessage ? judged.exchange(call) : pool.exchange(call)
        wire.note(call, reply.status)
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
