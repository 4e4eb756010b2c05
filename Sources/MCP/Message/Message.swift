package import JSON

/// Any one message, wholly converted to values; `Envelope` is the form that converts nothing.
package enum Message: Sendable, Hashable {
    case request(Request)
    case notification(Notification)
    case response(Response)

    /// Parses exactly one message from a line or a body.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .init()) throws(MessageError) {
        try self.init(Envelope(parsing: bytes, limits: limits))
    }

    /// Converts what an envelope holds; array parameters, legal JSON-RPC but not MCP, were refused before.
    package init(_ envelope: Envelope) {
        let object = envelope.payload?.value.objectValue
        switch envelope.kind {
        case .request(let id, let method):
            self = .request(Request(id: id, method: method, params: object))
        case .notification(let method):
            self = .notification(Notification(method: method, params: object))
        case .result(let id):
            self = .response(Response(id: id, answer: .success(object ?? [:])))
        case .error(let id, let error):
            self = .response(Response(id: id, answer: .failure(error)))
        }
    }

    /// The message as an envelope, ready to be encoded.
    package var envelope: Envelope {
        switch self {
        case .request(let request):
            Envelope(.request(request.id, method: request.method), payload: request.params.map { .value(.object($0)) })
        case .notification(let notification):
            Envelope(
                .notification(method: notification.method),
                payload: notification.params.map { .value(.object($0)) }
            )
        case .response(let response):
            switch (response.id, response.answer) {
            case (let id?, .success(let result)):
                Envelope(.result(id), payload: .value(.object(result)))
            case (nil, .success):
                // A result nobody asked for cannot be sent; the nearest thing that can is the fault itself.
                Envelope(.error(nil, ErrorObject(.internalError, "A result without a request id")), payload: nil)
            case (let id, .failure(let error)):
                Envelope(.error(id, error), payload: nil)
            }
        }
    }

    /// The message as one line of JSON, without the line break.
    package var encoded: [UInt8] { envelope.encoded }
}
