import HTTPTypes
package import JSON
import MCP
package import MCPAuthorization
import MCPHTTP

extension ClientTurn {
    /// The body as JSON; null for anything else.
    package var json: JSONValue {
        // What does not parse is judged by who looks for a message in it.
        (try? JSONValue(parsing: body)) ?? .null
    }

    /// The message in the body, the first one of a batch.
    package var message: JSONValue {
        let json = json
        return json.arrayValue?.first ?? json
    }

    /// The method of JSON-RPC; empty for anything else.
    package var rpc: String { message["method"]?.stringValue ?? "" }

    /// The parameters of JSON-RPC; empty for none.
    package var params: JSONValue { message["params"] ?? [:] }

    /// The body as a form.
    package var form: FormFields { FormFields(decoding: String(decoding: body, as: UTF8.self)) }

    /// The query as a form.
    package var parameters: FormFields { FormFields(decoding: query) }

    /// A header field by its name.
    package func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }

    /// The client that a request for a token names, in whichever way.
    package var clientID: String? { basic?.id ?? form["client_id"] }

    /// Both halves of Basic; nil without it.
    package var basic: (id: String, secret: String)? {
        guard let header = fields[.authorization], header.hasPrefix("Basic ") else { return nil }
        let text = header.dropFirst(6).map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
        guard let bytes = Base64Text.decodedURLSafe(String(text)) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let form = FormFields(decoding: "id=\(parts[0])&secret=\(parts[1])")
        return (form["id"] ?? "", form["secret"] ?? "")
    }

    /// How the client proved who it is to a token endpoint, by the names of OAuth.
    package var authentication: String {
        let isInBody = form["client_secret"] != nil
        if basic != nil { return isInBody ? "both" : "client_secret_basic" }
        if form["client_assertion"] != nil { return "private_key_jwt" }
        return isInBody ? "client_secret_post" : "none"
    }

    /// The request in a few words, for a finding: credentials are left out.
    var summary: String {
        let name = rpc.isEmpty ? "" : " (\(rpc))"
        return "\(method) \(path)\(name)\(status == 0 ? "" : ", answered \(status)")"
    }
}
