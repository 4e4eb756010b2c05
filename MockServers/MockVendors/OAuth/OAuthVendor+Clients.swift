import FoundationEssentials
import JSON
import MCPAuthorization

extension OAuthVendor {
    /// The client that sent a request to the token endpoint, and how it proved it; nil when it did not.
    mutating func authenticated(_ call: OAuthCall, _ now: Int64) -> (OAuthScript.Client, method: String)? {
        let form = call.form
        let proof: (client: OAuthScript.Client, method: String)?
        if let header = call.authorization {
            // Two ways at once are one too many.
            guard form["client_secret"] == nil, let (id, secret) = Self.basic(header), let client = clients[id],
                client.secret == secret
            else { return nil }
            proof = (client, "client_secret_basic")
        } else if let assertion = form["client_assertion"] {
            guard let client = signer(assertion, form, now) else { return nil }
            proof = (client, "private_key_jwt")
        } else if let client = form["client_id"].flatMap({ clients[$0] }) {
            let secret = form["client_secret"]
            guard client.secret == secret, client.publicKey == nil else { return nil }
            proof = (client, secret == nil ? "none" : "client_secret_post")
        } else {
            proof = nil
        }
        guard let proof, script.authenticationMethods?.contains(proof.method) ?? true else { return nil }
        return proof
    }

    private static func basic(_ header: String) -> (id: String, secret: String)? {
        guard header.hasPrefix("Basic "), let bytes = Data(base64Encoded: String(header.dropFirst(6))) else {
            return nil
        }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let decoded = FormFields(decoding: "a=\(parts[0])&b=\(parts[1])")
        guard let id = decoded["a"], let secret = decoded["b"] else { return nil }
        return (id, secret)
    }

    private mutating func signer(_ assertion: String, _ form: FormFields, _ now: Int64) -> OAuthScript.Client? {
        guard form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" else {
            return nil
        }
        guard let token = SignedToken(assertion), let id = token.claims["sub"]?.stringValue,
            token.claims["iss"]?.stringValue == id, token.claims["aud"]?.stringValue == issuer,
            form["client_id"] == nil || form["client_id"] == id,
            let expiry = token.claims["exp"]?.numberValue?.int64, now < expiry, expiry <= now + 600,
            let identifier = token.claims["jti"]?.stringValue, let client = clients[id], let key = client.publicKey,
            token.isSigned(by: key), usedAssertions.insert(identifier).inserted
        else { return nil }
        return client
    }
}
