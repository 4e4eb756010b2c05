package import MCPHTTP

/// Which of the addresses that a server names are spoken to: encrypted ones, and private ones only for a private server.
package struct AddressRule: Sendable, Hashable {
    private let allowsPrivate: Bool
    private let own: HTTPOrigin

    /// - Parameters:
    ///   - server: the MCP server; where it is, its authorization server may be as well.
    ///   - allowsPrivate: whether its authorization server may be in a private network in any case.
    package init(server: HTTPAddress, allowsPrivate: Bool = false) {
        // By its form only: whoever runs a server decides what its name stands for, and when.
        own = server.origin
        self.allowsPrivate = allowsPrivate || Self.isPrivate(server.origin.host)
    }

    /// Reads an address that was found in a header or document.
    package func address(_ text: String) throws(AddressRefusal) -> HTTPAddress {
        let address: HTTPAddress
        do {
            address = try HTTPAddress(text)
        } catch {
            throw AddressRefusal(target: "", rule: .unreadable(error))
        }
        try check(address)
        return address
    }

    /// Throws when nothing is to be sent there.
    package func check(_ address: HTTPAddress) throws(AddressRefusal) {
        let origin = address.origin
        guard origin.scheme == .https || origin.isLoopback else {
            throw AddressRefusal(target: origin.description, rule: .unencrypted)
        }
        guard allowsPrivate || !Self.isPrivate(origin.host) else {
            throw AddressRefusal(target: origin.description, rule: .privateHost)
        }
    }

    /// Whether it matters what the name of a host stands for; the server itself is spoken to anyway, wherever it is.
    package func looksAtAddresses(of origin: HTTPOrigin) -> Bool { !allowsPrivate && origin != own }

    /// Throws when one of the addresses that a host's name stands for is private.
    package func check(_ addresses: [NetworkAddress], of origin: HTTPOrigin) throws(AddressRefusal) {
        guard looksAtAddresses(of: origin), let address = addresses.first(where: { !$0.isPublic }) else { return }
        throw AddressRefusal(target: origin.description, rule: .privateAddress(address))
    }

    /// Whether a host is loopback, link-local, private, unspecified or named as only local networks name theirs.
    package static func isPrivate(_ host: String) -> Bool {
        let host = host.lowercased()
        if HTTPOrigin(scheme: .http, host: host).isLoopback { return true }
        if host.hasPrefix("[") { return NetworkAddress(String(host.dropFirst().dropLast()))?.isPublic != true }
        // A name of one label or of a local zone; a number is an address in disguise.
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, labels.count > 1 else { return true }
        if ["local", "internal", "lan", "home", "intranet", "localdomain"].contains(last) { return true }
        guard last.first?.isNumber == true else { return false }
        // Other spellings of addresses are nobody's public name.
        return NetworkAddress(String(name))?.isPublic != true
    }
}
