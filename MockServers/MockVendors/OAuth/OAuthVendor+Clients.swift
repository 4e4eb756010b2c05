import Crypto
import CryptoExtras
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
        let parts = assertion.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.part(parts[0]), let claims = Self.part(parts[1]),
            let signature = Self.bytes(parts[2]), let id = claims["sub"]?.stringValue,
            claims["iss"]?.stringValue == id, claims["aud"]?.stringValue == issuer,
            form["client_id"] == nil || form["client_id"] == id,
            let expiry = claims["exp"]?.numberValue?.int64, now < expiry, expiry <= now + 600,
            let identifier = claims["jti"]?.stringValue, let client = clients[id], let key = client.publicKey,
            Self.verifies(
                signature,
                of: Array("\(parts[0]).\(parts[1])".utf8),
                algorithm: header["alg"]?.stringValue,
                key: key
            ), usedAssertions.insert(identifier).inserted
        else { return nil }
        return client
    }

    private static func verifies(_ signature: [UInt8], of bytes: [UInt8], algorithm: String?, key: String) -> Bool {
        switch algorithm {
        case "ES256":
            guard let key = try? P256.Signing.PublicKey(pemRepresentation: key),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: bytes)
        case "RS256":
            guard let key = try? _RSA.Signing.PublicKey(pemRepresentation: key) else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(signature, for: bytes, padding: .insecurePKCS1v1_5)
        default: return false
        }
    }

    private static func part(_ text: Substring) -> JSONValue? {
        bytes(text).flatMap { try? JSONValue(parsing: $0) }
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        var text = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        while !text.utf8.count.isMultiple(of: 4) { text += "=" }
        return Data(base64Encoded: text).map { Array($0) }
    }
}
