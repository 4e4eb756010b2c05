import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    /// The HTTP form of a vendor's answer.
    init(_ reply: VendorReply) {
        var headers = HTTPFields()
        for header in reply.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        let body: ResponseBody
        switch reply.body {
        case .json(let json):
            if headers[.contentType] == nil { headers[.contentType] = "application/json" }
            body = ResponseBody(byteBuffer: ByteBuffer(bytes: json.utf8()))
        case .text(let text, let type):
            headers[.contentType] = type
            body = ResponseBody(byteBuffer: ByteBuffer(string: text))
        case .none:
            body = ResponseBody()
        }
        self.init(status: .init(code: reply.status), headers: headers, body: body)
    }
}
