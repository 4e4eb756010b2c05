/// Why a text is not the address of an MCP endpoint.
package enum HTTPAddressError: Error, Sendable, Hashable {
    /// Only http and https are spoken; the scheme as written, empty when there is none.
    case scheme(String)
    case host(String)
    /// A user name or password in front of the host: it would end up in logs.
    case credentials
    /// A space, a control character or one beyond ASCII; its offset in bytes.
    case character(offset: Int)
}

extension HTTPAddressError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .scheme(""): "the address has no scheme: write http:// or https:// in front"
        case .scheme(let scheme): "the address begins with \(scheme): only http and https are spoken"
        case .host(let host): "\(host.debugDescription) is no host: give a name or an address, and a port up to 65535"
        case .credentials: "the address holds a user name or password: give credentials as a header instead"
        case .character(let offset):
            "the address has a character at offset \(offset) that must be percent-encoded"
        }
    }
}
