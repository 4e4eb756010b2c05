import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import MockVendors
import Synchronization

/// Connects to one scripted authorization server without a socket; everything else is not found.
final class VendorExchanger: HTTPExchanger {
    private let vendor: Mutex<OAuthVendor>
    private let asked = Mutex<[String]>([])

    init(_ script: OAuthScript, origin: String) {
        vendor = Mutex(OAuthVendor(script, origin: origin))
    }

    var events: [OAuthEvent] { vendor.withLock(\.events) }

    /// Every address that was asked, without queries.
    var addresses: [String] { asked.withLock(\.self) }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        asked.withLock { $0.append("\(call.address.origin)\(call.address.path)") }
        let request = OAuthCall(
            call.method.rawValue,
            call.address.path,
            query: FormFields(decoding: call.address.query ?? ""),
            authorization: call.fields[.authorization],
            proof: call.fields[.possessionProof],
            body: call.body
        )
        let isHere = vendor.withLock { $0.origin == call.address.origin.description }
        let reply = isHere ? vendor.withLock { $0.answer(request, now: 1_000_000) } : .empty(status: 404)
        var fields = HTTPFields()
        let (status, body): (Int, [UInt8])
        switch reply {
        case .document(let json, let code): (status, body) = (code, json.utf8())
        case .redirect(let target):
            fields[.location] = target
            (status, body) = (302, [])
        case .empty(let code): (status, body) = (code, [])
        case .nonceNeeded(let nonce):
            fields[.possessionNonce] = nonce
            (status, body) = (400, JSONValue.object(["error": "use_dpop_nonce"]).utf8())
        }
        let stream = AsyncThrowingStream<[UInt8], any Error> { sink in
            sink.yield(body)
            sink.finish()
        }
        return HTTPReply(status: status, fields: fields, body: stream)
    }
}
