import Foundation

/// A place in a request where a vendor looks for the credential.
package enum CredentialPlace: Sendable, Hashable {
    /// A header, whose value is the credential after this beginning, such as `Bearer `.
    case header(String, after: String)
    /// The password of HTTP Basic.
    case basicPassword
    /// A member of the query.
    case query(String)
    /// The segment of the path that a route calls `credential`.
    case path
    /// The access key in an AWS signature; the signature itself is not checked.
    case signature
}

extension CredentialPlace {
    /// The credential that a request carries here; nil without one.
    func credential(in call: VendorRequest) -> String? {
        switch self {
        case .header(let name, let beginning):
            guard let value = call.headers[name.lowercased()], value.hasPrefix(beginning) else { return nil }
            let rest = value.dropFirst(beginning.count)
            return rest.isEmpty ? nil : String(rest)
        case .basicPassword:
            return password(call.headers["authorization"])
        case .query(let name):
            return call.query.first { $0.name == name && !$0.value.isEmpty }?.value
        case .path:
            // Known only once a route fits; the machine reads it there.
            return nil
        case .signature:
            let parts = call.headers["authorization"]?.split(separator: "Credential=", maxSplits: 1) ?? []
            return parts.count == 2 ? parts[1].split(separator: "/").first.map(String.init) : nil
        }
    }

    private func password(_ header: String?) -> String? {
        guard let header, header.lowercased().hasPrefix("basic "),
            let bytes = Data(base64Encoded: String(header.dropFirst(6))),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let password = bytes[bytes.index(after: colon)...]
        // Some vendors take the credential as the user name, with an empty password.
        let part = password.isEmpty ? bytes[..<colon] : password
        return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
    }
}
