package import MCPHTTP

/// An address named by somebody else that nothing is sent to, and the rule it breaks.
package struct AddressRefusal: Error, Sendable, Hashable {
    /// What the address lacks.
    package enum Rule: Sendable, Hashable {
        /// Only loopback is spoken to without encryption.
        case unencrypted
        /// A host of a private network, named by a server that is not in one.
        case privateHost
        /// A name that stands for an address in a private network, given by a server that is not in one.
        case privateAddress(NetworkAddress)
        case unreadable(HTTPAddressError)
    }

    /// Scheme, host and port; empty when the text has none.
    package let target: String
    /// Why nothing is sent.
    package let rule: Rule

    /// A refusal of one address.
    package init(target: String, rule: Rule) {
        self.target = target
        self.rule = rule
    }
}

extension AddressRefusal: CustomStringConvertible {
    package var description: String {
        switch rule {
        case .unencrypted: "\(target) is not encrypted: credentials need https, except on loopback"
        case .privateHost: "\(target) is in a private network, and the server that names it is not"
        case .privateAddress(let address):
            "\(target) leads to \(address), in a private network, and the server that names it is not in one"
        case .unreadable(let error): "an address in the metadata cannot be used: \(error)"
        }
    }
}
