import HTTPTypes
import Hummingbird
import JSON
import MCPAuthorization
import NIOCore

extension Response {
    /// The HTTP form of an answer; nothing of it is to be kept by anybody.
    init(_ reply: OAuthReply) {
        switch reply {
        case .document(let json, let status):
            self.init(
                status: .init(code: status),
                headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.utf8()))
            )
        case .redirect(let target):
            self.init(status: .found, headers: [.location: target, .cacheControl: "no-store"])
        case .empty(let status):
            self.init(status: .init(code: status))
        case .nonceNeeded(let nonce):
            self.init(.refusing("use_dpop_nonce"))
            headers[.possessionNonce] = nonce
        }
    }
}
