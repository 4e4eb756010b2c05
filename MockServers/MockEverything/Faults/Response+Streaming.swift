import HTTPTypes
import Hummingbird
import MCPHTTP
import NIOCore

extension Response {
    /// A JSON document.
    static func json(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// An event stream that holds these messages and ends.
    static func eventStream(_ messages: [String], numbered: Bool = false) -> Response {
        let events = messages.enumerated().flatMap { index, message in
            ServerSentEvent(data: Array(message.utf8), id: numbered ? "\(index + 1)" : nil).encoded()
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", MCPField.accelBuffering: "no"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: events))
        )
    }

    /// This response as an event stream, once it is complete, with its messages changed.
    func asEventStream(
        numbered: Bool = false,
        _ change: ([String]) -> [String]
    ) async throws -> Response {
        let bytes = BodyCollector()
        try await body.write(bytes)
        let isStream = headers[.contentType] == "text/event-stream"
        var parser = EventStreamParser()
        let messages =
            isStream
            ? parser.append(bytes.collected).compactMap { item -> [UInt8]? in
                if case .event(let event) = item { event.data } else { nil }
            } : [bytes.collected]
        let texts = messages.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
        return .eventStream(change(texts), numbered: numbered)
    }
}
