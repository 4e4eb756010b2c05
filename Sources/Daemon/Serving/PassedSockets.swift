package import Glibc

/// Sockets that a service manager opened and passed, in the manner of sd_listen_fds(3).
package enum PassedSockets {
    /// Why passed sockets cannot be used, in a sentence with the fix.
    package struct Fault: Error, CustomStringConvertible {
        /// The sentence.
        package let description: String
    }

    /// Finds what was passed to this very process, and keeps it from children.
    /// - Parameters:
    ///   - environment: where a service manager tells of them.
    ///   - pid: this process.
    ///   - first: the first descriptor that is passed.
    ///   - isOpenToOthers: whether callers show tokens, so that a socket may be reached from elsewhere.
    /// - Returns: the sockets; none when the variables are not there or name another process.
    /// - Throws: which socket cannot be used, and why; nothing is opened in its place.
    package static func take(
        _ environment: [String: String],
        pid: pid_t = getpid(),
        first: CInt = 3,
        isOpenToOthers: Bool
    ) throws(Fault) -> [CInt] {
        guard environment["LISTEN_PID"].flatMap({ pid_t($0) }) == pid,
            let count = environment["LISTEN_FDS"].flatMap({ CInt($0) }), (1...64).contains(count)
        else { return [] }
        var sockets: [CInt] = []
        for descriptor in first..<(first + count) {
            guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
                throw Fault(description: "LISTEN_FDS is \(count), and descriptor \(descriptor) is not open")
            }
            try check(descriptor, isOpenToOthers: isOpenToOthers)
            sockets.append(descriptor)
        }
        return sockets
    }

    private static func check(_ descriptor: CInt, isOpenToOthers: Bool) throws(Fault) {
        guard option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue), option(SO_ACCEPTCONN, of: descriptor) == 1
        else {
            throw Fault(
                description: "descriptor \(descriptor) is no socket that listens: use ListenStream= and Accept=no"
            )
        }
        guard let isLoopback = isLoopback(descriptor) else {
            throw Fault(
                description: "descriptor \(descriptor) is no internet socket: give ListenStream= an address and a port"
            )
        }
        guard isLoopback || isOpenToOthers else {
            throw Fault(
                description: "descriptor \(descriptor) can be reached by others: give --tokens, --tls-certificate and "
                    + "--tls-key, or listen on 127.0.0.1"
            )
        }
    }

    private static func option(_ name: CInt, of descriptor: CInt) -> CInt? {
        var value: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }

    /// Whether only this machine reaches it; nil for another kind of address.
    private static func isLoopback(_ descriptor: CInt) -> Bool? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes -> Bool? in
            guard let base = bytes.baseAddress,
                getsockname(descriptor, base.assumingMemoryBound(to: sockaddr.self), &size) == 0
            else { return nil }
            switch CInt(base.load(as: sockaddr.self).sa_family) {
            case AF_INET:
                return UInt32(bigEndian: base.load(as: sockaddr_in.self).sin_addr.s_addr) >> 24 == 127
            case AF_INET6:
                let address = base.load(as: sockaddr_in6.self).sin6_addr
                return withUnsafeBytes(of: address) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
            default:
                return nil
            }
        }
    }
}
