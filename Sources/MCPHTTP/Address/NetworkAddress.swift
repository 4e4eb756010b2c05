import Glibc

/// An IPv4 or IPv6 address in binary form, as a name server gives it.
package struct NetworkAddress: Sendable, Hashable {
    /// Four bytes or sixteen, the most significant first.
    package let bytes: [UInt8]

    /// Reads `192.0.2.1` or `2001:db8::1`, without brackets and zone; nil for any other spelling.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// Takes over what the system wrote; nil unless it is of the internet.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// Whether anybody on the internet can reach it: neither this machine nor a network that only some are in.
    ///
    /// Addresses that hosters keep for the metadata of their machines count as private.
    package var isPublic: Bool {
        bytes.count == 4 ? isPublicIPv4 : isPublicIPv6
    }

    private var isPublicIPv4: Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _), (172, 16...31, _), (100, 64...127, _),
            (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113), (224..., _, _):
            false
        case (168, 63, 129): bytes[3] != 16
        default: true
        }
    }

    private var isPublicIPv6: Bool {
        // Global addresses are 2000::/3; whatever is mapped into IPv4 lies outside it, but for two ways of tunnelling.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0x20, 0x02, _, _), (0x20, 0x01, 0, 0), (0x20, 0x01, 0x0D, 0xB8): return false
        default: return true
        }
    }
}

extension NetworkAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        _ = bytes.withUnsafeBytes { source in
            inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, source.baseAddress, &text, socklen_t(INET6_ADDRSTRLEN))
        }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
