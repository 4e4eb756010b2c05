import DaemonAPI
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    /// A body of a type.
    init(_ bytes: [UInt8], type: String, status: Int = 200) {
        self.init(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// A problem, with the name of the request under which the log has it.
    init(_ problem: Problem, request: String) {
        var object = problem.json.objectValue ?? [:]
        object["requestId"] = .string(request)
        let bytes = JSONValue.object(object).utf8()
        self.init(bytes, type: "application/problem+json", status: problem.status)
        if problem.status == 401 { headers[.wwwAuthenticate] = "Bearer" }
    }

    /// The answer with a tag; nothing but the tag when the caller has just that already.
    static func tagged(_ bytes: [UInt8], type: String, known: String?) -> Response {
        let tag = TaggedJSON.tag(of: bytes)
        let isKnown = TaggedJSON.isKnown(tag, to: known)
        var response = isKnown ? Response(status: .notModified) : Response(bytes, type: type)
        response.headers[.eTag] = tag
        return response
    }

    /// Text that was written before, told now; nothing but the tag when the caller has just that already.
    static func told(_ text: TaggedJSON, at moment: Timestamp, known: String?) -> Response {
        var response =
            TaggedJSON.isKnown(text.tag, to: known)
            ? Response(status: .notModified) : Response(text.bytes(at: moment), type: "application/json")
        response.headers[.eTag] = text.tag
        return response
    }
}
