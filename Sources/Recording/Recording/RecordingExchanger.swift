import HTTPTypes
package import MCPHTTP

/// Makes requests through another exchanger and takes down what goes over it, while it goes over it.
package struct RecordingExchanger: HTTPExchanger {
    private let inner: any HTTPExchanger
    private let tape: Tape

    /// Stands in front of an exchanger.
    package init(_ inner: any HTTPExchanger, tape: Tape) {
        self.inner = inner
        self.tape = tape
    }

    /// Makes one request; the bytes pass unchanged.
    package func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        let number = tape.request(call.method.rawValue, call.address.target, Self.pairs(call.fields))
        if !call.body.isEmpty { tape.client(call.body, exchange: number) }
        let reply = try await inner.exchange(call)
        tape.response(number, reply.status, Self.pairs(reply.fields))
        let isStream = reply.fields[.contentType]?.lowercased().hasPrefix("text/event-stream") ?? false
        let listener = BodyListener(isStream: isStream) { [tape] in tape.server($0, exchange: number) }
        return HTTPReply(status: reply.status, fields: reply.fields, body: ListenedBody(reply.body, listener))
    }

    private static func pairs(_ fields: HTTPFields) -> [(name: String, value: String)] {
        fields.map { ($0.name.rawName, $0.value) }
    }
}
