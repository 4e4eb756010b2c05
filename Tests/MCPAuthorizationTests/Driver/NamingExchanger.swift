import HTTPTypes
import JSON
import MCPHTTP
import Synchronization

/// A server that names an authorization server, which answers nothing; or one that sends everybody elsewhere.
final class NamingExchanger: HTTPExchanger {
    private let server: String
    private let issuer: String
    private let redirect: (status: Int, target: String)?
    private let calls = Mutex<[HTTPCall]>([])

    init(server: String, issuer: String, redirect: (status: Int, target: String)? = nil) {
        self.server = server
        self.issuer = issuer
        self.redirect = redirect
    }

    /// Whom anything was sent to, each once.
    var hosts: [String] { Self.hosts(of: calls.withLock(\.self)) }

    /// Whom anything was sent to over connections that may not lead into a private network.
    var confinedHosts: [String] { Self.hosts(of: calls.withLock { $0.filter(\.isConfined) }) }

    private static func hosts(of calls: [HTTPCall]) -> [String] {
        calls.reduce(into: []) { hosts, call in
            if !hosts.contains(call.address.origin.host) { hosts.append(call.address.origin.host) }
        }
    }

    func exchange(_ call: HTTPCall) async throws(HTTPFault) -> HTTPReply {
        calls.withLock { $0.append(call) }
        var fields = HTTPFields()
        fields[.location] = redirect?.target
        let isResource = call.address.path == "/.well-known/oauth-protected-resource/mcp"
        let document: JSONValue? =
            redirect == nil && isResource && call.address.origin.description == server
            ? ["resource": .string(server + "/mcp"), "authorization_servers": [.string(issuer)]] : nil
        let stream = AsyncThrowingStream<[UInt8], any Error> { sink in
            if let document { sink.yield(document.utf8()) }
            sink.finish()
        }
        return HTTPReply(status: redirect?.status ?? (document == nil ? 404 : 200), fields: fields, body: stream)
    }
}
