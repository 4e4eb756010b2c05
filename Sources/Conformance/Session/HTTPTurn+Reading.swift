import HTTPTypes
import JSON
import MCPHTTP

extension HTTPTurn {
    /// The method of the posted message.
    var rpcMethod: String? {
        posted?["method"]?.stringValue
    }

    /// Whether a request was posted that wants an answer.
    var isRequest: Bool {
        method == "POST" && rpcMethod != nil && posted?["id"] != nil
    }

    /// The media type of the response in lower case, without its parameters.
    var mediaType: String? {
        answerFields[.contentType].map { type in
            type.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        }
    }

    var isSuccess: Bool {
        status.map { (200..<300).contains($0) } ?? false
    }

    var isEventStream: Bool {
        mediaType == "text/event-stream"
    }

    /// The events that were read, where the response is a stream of them.
    var events: [ServerSentEvent] {
        guard isEventStream else {
            return []
        }
        var parser = EventStreamParser()
        return parser.append(body).compactMap { item in
            if case .event(let event) = item { event } else { nil }
        }
    }

    /// The JSON-RPC messages in the response, in order, batches taken apart.
    var messages: [JSONObject] {
        isEventStream ? events.flatMap { HTTPTurn.messages(in: $0.data) } : HTTPTurn.messages(in: body)
    }

    /// The error in the response, when there is one.
    var error: JSONValue? {
        messages.lazy.compactMap { $0["error"] }.first
    }

    /// Its code.
    var errorCode: Int? {
        error?["code"]?.intValue
    }

    /// The result in the response, when there is one.
    var result: JSONValue? {
        messages.lazy.compactMap { $0["result"] }.first
    }

    /// What came, in a few words.
    var summary: String {
        guard let status else {
            return fault.map { "no response: \($0)" } ?? "no response"
        }
        let type = mediaType.map { " with \($0)" } ?? (size > 0 ? " without a content type" : "")
        let words = errorCode.map { ", error \($0)" } ?? (result != nil ? ", a result" : "")
        return "status \(status)\(type)\(words)"
    }

    /// The body for a report; nil when there is none.
    var excerpt: Excerpt? {
        body.isEmpty ? nil : Excerpt(body, size: size)
    }

    static func messages(in data: [UInt8]) -> [JSONObject] {
        // What is no JSON holds no message.
        switch try? JSONValue(parsing: data) {
        case .object(let object)?: [object]
        case .array(let elements)?: elements.compactMap(\.objectValue)
        default: []
        }
    }
}
