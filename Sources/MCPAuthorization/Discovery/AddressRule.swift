package import MCPHTTP

/// Which of the addresses that a server names are spoken to: encrypted ones, and private ones only for a private server.
package struct AddressRule: Sendable, Hashable {
    private let allowsPrivate: Bool

    /// - Parameter server: the MCP server; where it is, its authorization server may be as well.
    package init(server: HTTPAddress) {
        allowsPrivate = Self.isPrivate(server.origin.host)
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

    /// Whether a host is loopback, link-local, private, unspecified or named as only local networks name theirs.
    package static func isPrivate(_ host: String) -> Bool {
        let host = host.lowercased()
        if HTTPOrigin(scheme: .http, host: host).isLoopback { return true }
        if host.hasPrefix("[") { return isPrivateIPv6(host.dropFirst().dropLast()) }
        // A name of one label or of a local zone; a number is an address in disguise.
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, labels.count > 1 else { return true }
        if ["local", "internal", "lan", "home", "intranet", "localdomain"].contains(last) { return true }
        guard last.first?.isNumber == true else { return false }
        let numbers = labels.compactMap { UInt8($0) }
        // Other spellings of addresses are nobody's public name.
        guard numbers.count == 4, labels.count == 4, labels.allSatisfy({ $0 == "0" || !$0.hasPrefix("0") }) else {
            return true
        }
        return isPrivateIPv4(numbers)
    }

    private static func isPrivateIPv4(_ bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127), (224..., _): true
        case (192, 0): bytes[2] == 0 || bytes[2] == 2
        case (198, 18...19): true
        default: false
        }
    }

    private static func isPrivateIPv6(_ address: Substring) -> Bool {
        // Global addresses are 2000::/3; whatever is mapped or translated into IPv4 lies outside it, but for 6to4.
        let head = address.prefix { $0 != ":" }
        guard let group = UInt16(head, radix: 16) else { return true }
        return group & 0xE000 != 0x2000 || group == 0x2002
    }
}
