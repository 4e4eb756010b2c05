import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Registry

extension Response {
    /// The HTTP form of a vendor's answer: a text as it is, everything else as JSON.
    init(_ answer: VendorAnswer) {
        var headers = HTTPFields()
        for (name, value) in answer.headers.sorted(by: { $0.key < $1.key }) {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        var body = ResponseBody()
        if let said = answer.body {
            let type = said.stringValue == nil ? "application/json" : "text/plain; charset=utf-8"
            if headers[.contentType] == nil { headers[.contentType] = type }
            let buffer = said.stringValue.map { ByteBuffer(string: $0) } ?? ByteBuffer(bytes: said.utf8())
            body = ResponseBody(byteBuffer: buffer)
        }
        self.init(status: .init(code: answer.status), headers: headers, body: body)
    }
}
