import HTTPTestSupport
import HTTPTypes
import JSON
import MCPHTTP
import Synchronization
import TestSupport

/// Our client's way to the network, with somebody on it who changes what goes by.
final class TamperedExchanger: HTTPExchanger {
    private let exchanger: any HTTPExchanger
    private let tampering: ClientTampering
    private let earlier = Mutex<[HTTPCall]>([])

    init(_ exchanger: any HTTPExchanger, _ tampering: ClientTampering) {
        self.exchanger = exchanger
        self.tampering = tampering
    }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        var call = call
        tampering.request(&call, earlier.withLock(\.self))
        guard !tampering.drops(call) else {
            return HTTPReply(status: 202, fields: HTTPFields(), body: Self.body(""))
        }
        earlier.withLock { $0.append(call) }
        let reply = try await exchanger.exchange(call)
        if let further = tampering.further(call) {
            _ = try await Self.text(exchanger.exchange(further))
        }
        let isOpenEnded = call.method == .get && reply.fields[.contentType] == "text/event-stream"
        guard let change = tampering.answer, !isOpenEnded else { return reply }
        let text = try await Self.text(reply)
        var answer = ClientTampering.Answer(status: reply.status, fields: reply.fields, text: text)
        change(call, &answer)
        answer.fields[.contentLength] = nil
        return HTTPReply(status: answer.status, fields: answer.fields, body: Self.body(answer.text))
    }

    private static func text(_ reply: HTTPReply) async throws(HTTPFault) -> String {
        do {
            let bytes = try await reply.body.reduce(into: [UInt8]()) { $0 += $1 }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw .abandoned
        }
    }

    private static func body(_ text: String) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingOldest(1)) { sink in
            sink.yield(Array(text.utf8))
            sink.finish()
        }
    }
}
