import HTTPTypes
import JSON
import MCPAuthorization
import MCPHTTP
import Synchronization

/// Everything that a client sent and what became of it, in order: verdicts are read from here.
final class AuthWire: Sendable {
    struct Exchange: Sendable {
        let call: HTTPCall
        let status: Int

        var path: String { call.address.path }

        var form: FormFields { FormFields(decoding: String(decoding: call.body, as: UTF8.self)) }

        var query: FormFields { FormFields(decoding: call.address.query ?? "") }

        var json: JSONValue { (try? JSONValue(parsing: call.body)) ?? .null }

        /// The client that is named in a request for a token, however it is named.
        var clientID: String? { basic?.id ?? form["client_id"] }

        /// The two halves of Basic; nil without it.
        var basic: (id: String, secret: String)? {
            guard let header = call.fields[.authorization], header.hasPrefix("Basic ") else { return nil }
            let text = header.dropFirst(6).map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
            guard let bytes = Base64Text.decodedURLSafe(String(text)) else { return nil }
            let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let form = FormFields(decoding: "id=\(parts[0])&secret=\(parts[1])")
            return (form["id"] ?? "", form["secret"] ?? "")
        }
    }

    private let exchanges = Mutex<[Exchange]>([])

    func note(_ call: HTTPCall, _ status: Int) {
        exchanges.withLock { $0.append(Exchange(call: call, status: status)) }
    }

    var all: [Exchange] { exchanges.withLock(\.self) }

    /// Addresses that were asked for documents.
    var documents: [String] { all.filter { $0.call.method == .get }.map(\.path) }

    var registrations: [Exchange] { all.filter { $0.path.hasSuffix("/register") } }

    var authorizations: [Exchange] { all.filter { $0.path.hasSuffix("/authorize") } }

    var tokens: [Exchange] { all.filter { $0.path.hasSuffix("/token") } }

    /// Requests to the MCP server.
    var messages: [Exchange] { all.filter { $0.path == "/mcp" && $0.call.method == .post } }

    /// The scopes of each authorization request.
    var scopes: [[Substring]] { authorizations.map { ($0.query["scope"] ?? "").split(separator: " ") } }
}
